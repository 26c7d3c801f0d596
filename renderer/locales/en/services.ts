/** Paid services (chapter 17): the register's page, price list, month sheet. */
export default {
  title: 'Paid services', formName: 'Paid service slip', client: 'Client', phone: 'Phone', room: 'Room', place: 'Place', company: 'Company', roomNo: 'room {room}', content: 'Service', openedBy: 'Opened by', worker: 'Worker',
  workerSign: 'Worker\'s signature', clientSign: 'Client\'s signature', rating: 'Rating', comment: 'Comment', receipt: 'Receipt', checked: 'Checked', refused: 'Refused', voidReason: 'Reason', voidHint: 'The number stays.', voidDo: 'Void this slip',
  emergencyNote: 'Emergency: done first, slip after.', quotedWas: 'Quoted {amount} yuan, other than the actual sum.', monthNote: 'On the notice of month {month}',
  ratings: { satisfied: 'Satisfied', fair: 'Fair', dissatisfied: 'Dissatisfied' },
  state: { quoted: 'To be agreed', agreed: 'Agreed', refused: 'Refused', done: 'Due', monthly: 'Monthly', paid: 'Paid', void: 'Void' },
  tab: { all: 'All', open: 'Open', due: 'Due', monthly: 'Monthly' },
  do: { decide: 'Answer', requote: 'Quote again', actuals: 'Actual quantities', complete: 'Complete', pay: 'Take payment', month: 'Put on month', void: 'Void' },
  print: { quote: 'Print quote', slip: 'Print slip' },
  saved: { voided: '{no} is void; the number stays.', completed: '{no} is complete and due.' },
  step: { quote: 'Quoted', requote: 'Quoted again', agree: 'Agreed', refuse: 'Refused', actuals: 'Actual quantities', complete: 'Completed', pay: 'Paid', unpay: 'Receipt voided', 'put-on-month': 'Put on month', 'back-on-month': 'Receipt voided, on the month again', void: 'Voided', 'take-back': 'Signing taken back' },
  register: { 'reception': 'Calls and visits', 'repairs': 'Work order', 'complaints': 'Complaint', 'paid-services': 'Paid service slip' },
  fault: {
    title: 'Write what is to be done.', client: 'Write the client\'s name, or choose the company.', room: 'No such room. Choose one of those offered, or write the place.', 'company-unknown': 'No such company. Choose one of those offered, or clear it.', lines: 'Nothing is charged yet.', name: 'Line {line} has no name.', price: 'The price of line {line} is wrong.', quantity: 'The quantity of line {line} is wrong.', rating: 'Choose the client\'s rating.',
  },
  form: { title: 'Quote for a paid service', save: 'Save and print quote', saveOnly: 'Save only', clear: 'Set aside', from: 'Started from {no}; client and matter came along.', clientHint: 'name or pinyin', roomHint: 'e.g. 1808', contentHint: 'such as a new door lock', emergency: 'Emergency: done first, slip after' },
  list: { search: 'Search paid services', searchHint: 'No., service, client, room', pending: 'Nothing written yet', sum: 'Due {due}, monthly {monthly}.', empty: 'No paid services yet.', emptyHint: 'Write a quote on the right, or press F10.', emptyFound: 'Nothing found.', emptyFoundHint: 'Try other words; Esc clears.' },
  side: { related: 'Related', none: 'Nothing related', way: 'Steps', print: 'Printed', more: 'Prices and payments' },
  field: { state: 'State', from: 'State before', to: 'State', person: 'Person', note: 'Note', client: 'Client', comment: 'Comment', reason: 'Reason' },
  action: { 'create': 'Quoted', 'quote': 'Quoted', 'requote': 'Quoted again', 'agree': 'Agreed', 'refuse': 'Refused', 'actuals': 'Actual quantities', 'complete': 'Completed', 'pay': 'Paid', 'unpay': 'Receipt voided', 'put-on-month': 'Put on month', 'back-on-month': 'Receipt voided, on the month again', 'void': 'Voided', 'take-back': 'Signing taken back' },
  prices: {
    title: 'Price list', sum: '{n} items', which: 'Which prices', now: 'In force', every: 'All', search: 'Search prices', searchHint: 'Number or name', code: 'No.', category: 'Category', name: 'Item', content: 'Content', kind: 'Kind', unit: 'Unit', price: 'Price', withMaterial: 'With material', validFrom: 'From', validTo: 'Until', open: 'open',
    add: 'New price', edit: 'Change price', save: 'Save', end: 'Stop using', again: 'New price after it', saved: '{code} is saved.', ended: '{code} is valid until {day}.', empty: 'No prices yet.', emptyHint: 'Press "New price", or import a workbook.', exportXlsx: 'Export workbook', exportCsv: 'Export CSV', print: 'Print', pdf: 'Save PDF', exported: '{rows} items written: {path}', printed: 'Sent to the printer.', pdfSaved: 'Saved: {path}', import: 'Import',
    badPrice: 'A price is 0 to 1,000,000 yuan, two decimals at most.', badDay: 'Write the day as 2026-03-12.', required: 'This is needed.',
  },
  month: {
    title: 'Month sheet', month: 'Month', paid: 'Paid', monthly: 'Monthly', sum: '{n} slip | {n} slips', unsettled: 'Not settled, carried on', later: 'On a later month', refused: 'Refused by the client', voids: 'Void', check: 'Check', second: 'Second check', export: 'Export', checkedBy: 'Checked by {name} {time}', secondBy: 'Second check by {name} {time}', notChecked: 'Not checked', notOver: 'The month is not over', notSecond: 'Second check is due, by another person', empty: 'No settled slips in this month.', emptyHint: 'Press ← → for another month.', no: 'No.', who: 'Client', what: 'Service', how: 'Paid by', amount: 'Amount', exported: '{rows} rows written: {path}', saidChecked: '{month} is checked.', saidSecond: '{month} had its second check.',
  },
}
