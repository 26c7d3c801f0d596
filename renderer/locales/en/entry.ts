export default {
  start: 'Start from this entry; its content goes along:',
  choose: 'Choose an entry on the left to read it here.',
  history: 'History',
  erased: 'Personal data was erased at the end of its period.',
  atStation: 'desk {station}',
  reasonIs: 'Reason: {reason}',
  saved: {
    'saved': 'Saved {no}.',
    'waiting': 'Saved {no}. {title}: waiting to print.',
    'waiting-reason': 'Saved {no}. {title}: waiting to print ({reason}).',
    'printing': 'Saved {no}. {title}: printing.',
    'printed': 'Saved {no}. {title}: printed.',
    'failed': 'Saved {no}. {title}: not printed; print it again.',
    'unknown': 'Saved {no}. {title}: no answer after it was sent. Look at the paper first.',
    'cancelled': 'Saved {no}. {title}: not to be printed.',
    'slip': 'Slip',
  },
}
