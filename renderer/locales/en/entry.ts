export default {
  more: 'More',
  start: 'Start from this entry; its content goes along:',
  matter: 'Said there: {matter}',
  choose: 'Choose an entry on the left to read it here.',
  history: 'History',
  erased: 'Personal data was erased at the end of its period.',
  atStation: 'desk {station}',
  reasonIs: 'Reason: {reason}',
  comma: ', ',
  /** 改动: what the house itself notes of a record, whichever register's it is. */
  action: {
    'link': 'Linked', 'post': 'Posted', 'reveal': 'Number shown',
    'notice': { acknowledge: 'Acknowledged', remind: 'Notified again' },
    'print': { reprint: 'Printed again', redirect: 'Sent elsewhere', pdf: 'Saved as PDF', waiting: 'Sent again', printing: 'Printing', printed: 'Printed', failed: 'Not printed', unknown: 'Look at the paper', cancelled: 'Dropped' },
  },
  list: { found: 'as filtered', narrow: 'Filter', clear: 'Clear the filter', from: 'From', to: 'To', menu: 'List actions' },
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
