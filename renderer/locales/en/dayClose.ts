/** The day's close (M1). */
export default {
  title: 'Day close', takings: 'Today\'s money', receipts: 'Receipts', noReceipts: 'None today', receiptsSum: '{count} taken, {voids} void, {refunds} refunds', cashIn: 'Cash in', cashOut: 'Cash out',
  drawer: 'Drawer', lastCount: 'Last count', counted: '{amount} counted, {handedIn} handed in', left: 'Left after it', ledger: 'By the ledger', equal: 'Drawer and ledger agree; nothing moved since', nothingMoved: 'Nothing moved since the count', uncounted: 'Cash moved since the count. Count first, then close.', count: 'Count', countFirst: 'Count the drawer first', unbalanced: 'The ledger does not balance. Ask finance; do not close yet.',
  openTitle: 'Left open today', nothingOpen: 'Nothing is open', deposits: 'Deposits held', held: 'Deposits', note: 'Note', by: 'Closed by', sign: 'Signature', do: 'Sign, close and print', already: 'Closed today: {no}, {by} {time}. A mistake is written down anew, not changed.', when: 'Closed',
  past: 'Days before', clean: 'Clear', openKinds: '{n} open', none: 'No day was closed yet.', noneHint: 'Count, sign, and the day is listed here.',
  open: { 'prints-waiting': 'Slips to print', 'prints-unknown': 'Prints without answer', 'permits-open': 'Permits at the gate', 'permits-missing': 'Expired permits not returned', 'keys-out': 'Keys out', 'visitors-inside': 'Visitors inside', 'passes-ready': 'Passes to hand out', 'records-open': 'Open records' },
}
