/** Number check: that none is missing (13.C4, 17.R6, M2). */
export default {
  title: 'Number check', series: 'Register', from: 'From', to: 'To', do: 'Check', print: 'Print', pdf: 'Save PDF', printed: 'The number check went to the printer.', saved: 'Saved: {path}', badDay: 'Write the day as 2026-03-12.', badTo: 'A day, not before the first.',
  of: { 'repairs': 'Work orders', 'paid-services': 'Paid services', 'complaints': 'Complaints', 'receipts': 'Receipts', 'reception': 'Calls and visits' },
  sum: '{ranges}, {voids}.', range: '{first} to {last}, {count} in all', and: '; ', voidCount: '{n} void', complete: 'No gaps.', gaps: 'Gaps: {n}, unexplained: {unexplained}.', none: 'No numbers in this time.', missing: 'Missing', voids: 'Void', unexplained: 'unexplained', skipped: 'left out by the restore of {at}', erased: 'reason erased', how: 'Computed at {time} from every row of the register.',
}
