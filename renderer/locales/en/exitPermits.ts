/** 出门条: 大厦出门条 (chapter 14), at the desk. */
export default {
  title: 'Exit permits',
  formName: 'Exit permit',
  strip: 'At the gate {n} permit differs from its goods, not released | At the gate {n} permits differ from their goods, not released',
  stripDo: 'See',
  roomNo: 'Unit {room}',
  amount: '{n} {unit}',
  comma: ', ',
  semicolon: '; ',
  stop: '{words}.',
  reason: 'Reason',
  tab: { 'all': 'All', 'at-gate': 'At gate', 'to-chase': 'To chase' },
  kind: { 'large': 'Large', 'moving-out': 'Moving out', 'repair': 'Repair' },
  state: { 'held': 'Unpaid', 'issued': 'At gate', 'differs': 'Differs', 'released': 'Released', 'reconciled': 'Closed', 'unused': 'Unused', 'void': 'Void', 'late': 'Not used', 'not-back': 'Not back' },
  list: {
    sum: '{n} today', search: 'Search permits', searchHint: 'Number, person, company, plate, goods', pending: 'Applicant to come', goodsMore: '{first} and more, {n} kinds', noSuchCode: 'No such permit, or it was amended. Look at the new slip.',
    yesterdayNone: 'No permits yesterday.', yesterdayAll: 'Yesterday {n}: {back} slips back, all accounted for.', yesterdayShort: 'Yesterday {n}: {back} slips back, missing {no} {name}{more}.', yesterdayMore: ' and more, {n} in all',
    emptyFound: 'No permit fits.', emptyFoundHint: 'Try another word, or press Esc to clear.', emptyHint: 'Large goods, moving out, repair: press F6 to write a permit.',
    empty: { 'all': 'No permits yet.', 'at-gate': 'Nothing waits at the gate.', 'to-chase': 'Nothing to chase.' },
  },
  menu: {
    back: 'Slips back', day: 'Day check', company: 'Signatories and arrears', gate: 'Gate check', numbers: 'Numbers', exportXlsx: 'Export Excel', exportCsv: 'Export CSV', printRegister: 'Print register', pdfRegister: 'Register as PDF',
    exported: '{rows} rows exported, numbers masked. The file is {path}.', printed: '{rows} permits sent to the A4 printer.', saved: '{rows} permits saved as PDF. The file is {path}.',
  },
  form: {
    title: 'New permit', company: 'Company', companyHint: 'Company, unit or pinyin', applicant: 'Applicant', phone: 'Phone', kind: 'Kind', room: 'Unit', vehicle: 'Plate', vehicleHint: 'None if on foot', leavingOn: 'Leaving on', leavingHint: 'Today, that day only', exit: 'Exit',
    goods: 'Goods', goodsHint: 'The first item', goodsNext: 'Another item', amount: 'Quantity', amountHint: '12 pcs', remark: 'Remark', drop: 'Remove',
    nth: { name: 'Goods, line {n}', amount: 'Quantity, line {n}', remark: 'Remark, line {n}', drop: 'Remove {name}' },
    save: 'Issue and print', saveAgreed: 'Supervisor agrees, print', saveOnly: 'Issue only', hold: 'Keep as unpaid', from: 'From {no}: company, applicant and number come with it.',
  },
  authority: {
    label: 'Authority', signatory: 'Signatory', letter: 'Sealed letter', letterShort: 'Letter', sealSeen: 'Sealed company letter seen', scan: 'Scan', companyFirst: 'Choose the company first, then compare with the specimen.', none: 'No specimen of this company can be used. Enter one, or take a sealed letter.', add: 'Enter a specimen',
    choose: 'Choose', until: 'Until {day}', untilEnd: 'Until the lease ends', specimen: 'Specimen', specimenOf: 'Specimen of {name}', specimenOn: 'Kept on {day}', today: 'Signed today', thatDay: 'Signed that day', matches: 'Like the specimen', notYet: 'No signature or letter yet; needed when it is issued.',
  },
  standing: {
    line: '{title} {amount}', more: '{n} more', hold: 'Marked by {by}: {reason}', holdOf: 'finance\'s mark {amount} ({by}: {reason})', days: 'for {n} days', stop: '{amount} owed, past the red line: no permit for moving out.', stopHold: 'Finance has marked arrears: no permit for moving out.', early: 'Moving out is applied for ahead, {day} at the earliest. Earlier needs a supervisor.',
    clear: 'Nothing owed', owes: '{amount} owed', marked: 'Marked by finance', deposits: 'Deposits {amount}', passes: '{n} passes out', keys: '{n} keys out', reason: 'Why released', reasonHint: 'Why, although money is owed', pay: 'Take payment',
  },
  slip: { preview: 'Permit preview', size: '80 mm, three copies', copies: 'Copies', only: 'Only the copy differs', pending: '{amount} owed; written once a supervisor agrees.', language: 'Slips keep the tower\'s language.' },
  copy: { label: 'Copy', desk: 'Desk', guard: 'Guard', client: 'Client' },
  fault: {
    'company': 'Moving out needs the company. Choose it.', 'company-unknown': 'No such company. Choose one of the list, or clear it.', 'applicant': 'The applicant is missing.', 'room-unknown': 'No such unit. Choose one of the list.', 'day': 'Write the day as 2026-03-12.', 'past': 'That day is over. Today or later.',
    'goods': 'No goods yet. A line each, with its quantity.', 'goods-name': 'Line {line} has no goods.', 'goods-amount': 'Line {line}: write the quantity as 12 pcs.', 'seal': 'The sealed letter has not been seen. Look at it, then tick.', 'signatory': 'No signatory chosen. Choose one, or take a sealed letter.', 'signature': 'Not signed today. Sign in the box, or press Alt+W for the signed paper.',
    'matches': 'Not compared with the specimen yet. Tick if alike; else no permit.', 'approval': '{text}',
  },
  do: { issue: 'Issue', amend: 'Amend', back: 'Slip back', chase: 'Chase', unused: 'Close unused', reprint: 'Reprint', void: 'Void', 'undo-release': 'Undo release', 'undo-reconcile': 'Undo return' },
  undo: { 'undo-release': 'Released by mistake: it waits again', 'undo-reconcile': 'Taken back by mistake: its slip is out again', reasonHint: 'How it went wrong' },
  issue: { do: 'Issue and print' },
  amend: { do: 'Amend and print', hint: 'Three new copies; the old are no longer good', reasonHint: 'Why it is amended', beyond: 'Not covered so far: {goods}. Another letter or signature is needed.' },
  saved: { issued: '{no} issued.', amended: '{no} amended; take the old slips back.', back: 'The guard\'s copy of {no} is back.', chased: '{no} chased.', unused: '{no} closed as unused.', reprinted: '{no} sent to print again.', voided: '{no} void; its number is kept.', undone: '{no} taken back; the record stays.' },
  detail: {
    onlyOn: '{day} only', override: 'Supervisor', payments: 'Payments', paid: 'Checked, nothing owed', owed: '{amount} owed', marked: 'Finance\'s mark', checkedAt: 'checked {time}', chased: '{n} times, {time}', sum: 'Kinds {kinds}, pieces {n}', checks: 'At the gate', agrees: 'Agrees, released', differs: 'Differs, not released', undone: 'Release taken back', counted: '{name}: {listed} listed, {found} found', extra: 'Not listed: {what}',
    unusedHint: 'Why unused, and are the copies back', unusedDo: 'Close unused', voidHint: 'Written by mistake, twice', voidDo: 'Void, keep number',
  },
  side: { title: 'Related', told: 'Told', toAcknowledge: 'To be received', acknowledged: '{by} {time}', linked: 'Linked', moveOut: 'Move-out', way: 'Steps', print: 'Printed' },
  day: { title: 'Day check', none: 'No permits on that day.', noneHint: 'Try another day.', chased: 'Chased {n} times', sum: { returned: 'Slip back', used: 'Released', unused: 'Unused', missing: 'To chase', open: 'Open', void: 'Void' } },
  back: {
    title: 'Slips back', sum: '{n} taken', code: 'Guard\'s slip', codeHint: 'Scan one after the other, or type and Enter', none: 'None yet.', noneHint: 'Scan the code on the guard\'s copy; each is listed as it is taken.', taken: 'Back',
    left: { 'not-found': 'No such permit', 'replaced': 'Old slip, amended', 'back': 'Back already', 'held': 'Unpaid, not issued', 'issued': 'Not released', 'differs': 'Differs, not released', 'unused': 'Closed unused', 'void': 'Void', 'ambiguous': 'More than one: type more digits' },
  },
  companyView: { title: 'Signatories and arrears', choose: 'Choose a company.', chooseHint: 'Its signatories and specimens; what is owed, deposits, passes and keys still out.', standing: 'Owed and out', blocked: 'No moving out', deposits: 'Deposits', open: 'Still out', openIs: '{passes} passes, {keys} keys' },
  hold: { title: 'Arrears mark', do: 'Mark arrears', change: 'Change mark', lift: 'Lift mark', hint: 'Marked, no permit for moving out', amount: 'Amount', amountHint: 'Beyond what the ledger has', amountWrong: 'Write the amount as 9960.00.', reason: 'Reason', liftHint: 'Why it is lifted', set: 'Arrears marked: no permit for moving out.', lifted: 'The mark is lifted.' },
  signatory: {
    title: 'Signatories', none: 'No signatory yet.', add: 'Enter signatory', change: 'Change', name: 'Name', job: 'Title', until: 'Until', state: 'State', active: 'May sign', nameMissing: 'The name is missing.', specimenMissing: 'No specimen yet. Let the signatory sign in the box.', keeps: 'Unless signed anew, that of {day} stays.', saved: 'The specimen of {name} is kept.',
    is: { done: 'May sign', waiting: 'No specimen', left: 'Ended' },
  },
  field: {
    no: 'Number', state: 'State', from: 'From', to: 'To', kind: 'Kind', goods: 'Goods', authority: 'Authority', vehicleNo: 'Plate', leavingOn: 'Leaving on', exit: 'Exit', note: 'Note', reason: 'Reason', tenantId: 'Company', field: 'Field', amountFen: 'Amount', applicant: 'Applicant', phone: 'Phone',
  },
  action: {
    'create': 'Written', 'hold': 'Kept as unpaid', 'issue': 'Issued', 'release': 'Released', 'differ': 'Differs', 'amend': 'Amended', 'reconcile': 'Slip back', 'close-unused': 'Closed unused', 'void': 'Void', 'chase': 'Chased', 'undo-release': 'Release undone', 'undo-reconcile': 'Return undone', 'move-out': 'Move-out begun', 'move-out-void': 'Move-out void', 'signatory': 'Signatory', 'hold.lift': 'Mark lifted', 'reveal': 'Number shown', 'link': 'Linked', 'retention': 'Erased', 'export': 'Exported', 'print-register': 'Register printed',
  },
}
