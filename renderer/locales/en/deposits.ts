/** The ledger of deposits (M1). */
export default {
  title: 'Deposits', what: 'Taken, refunded, forfeited', anyKind: 'All kinds', toRecord: 'See {no}', byKind: 'Held by kind', heldCount: '{n}\u00a0held', refundedSum: '{amount}\u00a0refunded', forfeitedSum: '{amount}\u00a0forfeited',
  kind: { identity: 'Identity card', construction: 'Construction', temporary: 'Temporary', contractor: 'Contractor badge', key: 'Key' },
  state: { held: 'Held', refunded: 'Refunded', forfeited: 'Forfeited', void: 'Void' },
  tab: { held: 'Held', refunded: 'Refunded', forfeited: 'Forfeited', all: 'All' },
  column: { day: 'Day', holder: 'Holder, company', kind: 'Kind', record: 'Number', company: 'Company', receipt: 'Receipt', refund: 'Refund', amount: 'Amount', state: 'State', settled: 'Settled', reason: 'Reason' },
  list: { search: 'Search deposits', searchHint: 'Number, receipt, holder, company', emptyFound: 'Nothing found.', emptyFoundHint: 'Try other words; Esc clears.' },
  empty: { held: 'No deposit is held.', refunded: 'No deposit was refunded yet.', forfeited: 'No deposit was forfeited.', all: 'No deposit was taken yet.' },
  emptyHint: 'Passes are F5, keys F7; the deposits they take are listed here.',
  sums: '{count} listed: {parts}.', comma: ', ',
  sum: { held: '{amount} held', refunded: '{amount} refunded', forfeited: '{amount} forfeited' },
  proof: { title: 'Three ways', rows: 'Held by this ledger', ledger: 'Held by the accounts', inUse: 'Passes and keys in use', parts: 'Passes {passes}, keys {keys}', agree: 'Ledger = accounts = passes + keys in use', differ: 'They differ. Take and refund no deposits; ask finance.' },
  menu: { print: 'Print these', pdf: 'These as PDF', exportXlsx: 'Export workbook', exportCsv: 'Export CSV', printed: '{rows} deposits went to the printer.', saved: 'Saved: {path}', exported: '{rows} deposits written: {path}' },
}
