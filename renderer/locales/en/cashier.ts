/** Payments: receipts, the drawer and its count. */
export default {
  receipts: 'Receipts', receipt: 'Receipt', search: 'Search receipts', searchHint: 'Number, payer, subject', sum: '{count}, {voids} void', sumSince: '{count} since the count, {voids} void', empty: 'No receipts yet.', emptyHint: 'Take a payment on a paid service or an order; its receipt is here.', void: 'Void', voidIt: 'Void receipt', voidReason: 'Reason', voidHint: 'The money goes back, the number stays, what it paid for is due again.', voided: 'Receipt {no} is void; what it paid for is due again.',
  roomNo: 'room {room}', subject: 'For', at: 'Taken', given: 'given {tendered}, change {change}', reprint: 'Print again', byPayment: 'Taken since the count', times: '{n} payment | {n} payments', nothing: 'Nothing taken yet', closes: 'Counts',
  refund: 'Refund', refunded: 'refund', receiver: 'Paid to', refundSubject: 'For', refundAt: 'Paid', refundFinal: 'The money went out: no void.',
  menu: { printDay: 'Print today\'s receipts', pdfDay: 'Today\'s receipts as PDF', printed: 'Today\'s {rows} receipts went to the printer.', saved: 'Saved: {path}' },
  drawer: {
    title: 'Count the drawer', station: 'Desk {station}', since: 'Last count', never: 'Not counted yet', newest: 'Show the latest', float: 'Left then', taken: 'Cash taken since', returned: 'Cash returned since', drawn: 'Float drawn since', expected: 'By the ledger', note: 'Note', pieces: 'Pieces', piecesOf: 'Pieces of {note}', amount: 'Amount', counted: 'Counted', equal: 'Balanced', over: '{amount} too much', short: '{amount} too little', reason: 'Reason', leave: 'Leave as float', close: 'Count and hand in', closed: '{no}: counted, {amount} handed in to finance.',
  },
  float: { title: 'Draw float', what: 'Cash from finance for this drawer', amount: 'Amount', note: 'Note', from: 'Paid by', sign: 'Finance signs', do: 'Draw and print', drawn: '{no}: {amount} drawn.', list: 'Floats drawn', voidIt: 'Void', voided: '{no} is void: the cash goes back to finance.' },
  fault: { amount: 'The amount is from 0.01 to {limit}, such as 500.00.', pieces: 'Pieces are whole numbers from 0 up.', float: 'The float is an amount, such as 200.00.', floatTooMuch: 'No more can stay than was counted.', reason: 'The count differs from the ledger: write why.' },
}
