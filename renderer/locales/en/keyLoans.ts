/** Keys: board, loans, custody, cutting, stocktaking (chapter 11). */
export default {
  title: 'Keys out',
  formName: 'Key loan register',
  key: 'Key', count: 'Count', room: 'Opens', roomNo: 'Room', roomIs: 'Room {room}', name: 'Name', keyType: 'Kind', reason: 'Reason', borrower: 'Borrower', phone: 'Mobile', company: 'Company', pass: 'Pass', lentAt: 'Lent', due: 'Due back', time: 'Time', deposit: 'Deposit', why: 'Reason', which: 'Show',
  tomorrow: 'Tomorrow',
  hereOf: '{here}/{owned} here',
  tagCount: '{no} × {n}',
  tab: { out: 'Out', today: 'Back today', custody: 'Custody', all: 'All' },
  state: { out: 'Out', late: 'Overdue', returned: 'Returned', lost: 'Lost', void: 'Void', sealed: 'Sealed', unsealed: 'Unsealed', ended: 'Ended' },
  type: { 'door': 'Door', 'mailbox': 'Mailbox', 'cabinet': 'Cabinet', 'plant-room': 'Plant room', 'riser': 'Riser', 'lift': 'Lift', 'car-park': 'Car park', 'other': 'Other' },
  span: { 'hour': '1 hour', 'two-hours': '2 hours', 'day-end': 'Closing', 'tomorrow': 'Tomorrow' },
  depositState: { held: 'held', refunded: 'given back', forfeited: 'forfeited', moved: 'moved', void: 'void', none: '' },
  link: { from: 'began this', to: 'began from this' },
  list: {
    sum: '{out} out', sumLate: '{out} out, {late} overdue', search: 'Search key loans', searchHint: 'Key, number, borrower, room', due: 'due {time}', seal: 'seal {no}', pending: 'Choose a key', foot: 'Return: scan the tag, or',
    emptyFound: 'No loan fits.', emptyFoundHint: 'Try another word, or press Esc to clear.', emptyHint: 'To lend a key, scan its tag or press F7.', custodyHint: 'To take keys into custody, press Alt+N.',
    empty: { out: 'No key is out.', today: 'Nothing came back today yet.', custody: 'No keys are in custody.', all: 'No loans yet.' },
  },
  menu: {
    newCustody: 'Take into custody', newCutting: 'Request a cutting', newHook: 'New hook', count: 'Stocktake', stocktakes: 'Stocktakes', cuttings: 'Cuttings', incidents: 'Damage and loss', incomplete: 'Incomplete', import: 'Import keys', numbers: 'Check numbers',
    exportXlsx: 'Export to Excel', exportCsv: 'Export to CSV', printRegister: 'Print the register', pdfRegister: 'Register as PDF',
    printTags: 'Print tags', pdfTags: 'Tags as PDF', noTags: 'No keys on this board yet. Add a hook or import first.', printedTags: '{rows} tags of board {board} sent to the A4 printer.', savedTags: '{rows} tags of board {board} saved as PDF. The file is {path}.',
    exported: 'Exported {rows} rows, all numbers masked. The file is {path}.', printed: 'Key loan register, {rows} rows, sent to the A4 printer.', saved: 'Key loan register, {rows} rows, saved as PDF. The file is {path}.',
  },
  chase: { title: '{key} is overdue', due: 'due {time}', chased: 'Chased {n}×, {time}', never: 'Not chased yet', again: 'Again' },
  form: {
    title: 'Lend a key', save: 'Lend and print', saveOnly: 'Lend only', from: 'Begun from {no}; its content came along', keyHint: 'Tag', here: '{n} here', byKey: 'by the key', byRecord: 'by the order', reasonHint: 'What for',
    passHint: 'Scan, or its number; optional', passValid: '{holder}, valid until {day}', passOther: 'Of {holder}, not of the borrower', passNot: 'Not in force: no loan on it', now: 'Now', span: 'For', depositHint: 'optional', receipt: 'Deposit receipt {no}.',
    borrowerSign: 'Borrower signs', returnerSign: 'Returner signs', signLater: 'On return', rule: 'No key leaves without a signature. Damage or loss is reported the same day; a cutting is approved first.',
  },
  fault: {
    'key': 'No key is chosen. Scan its tag, or choose it on the board.', 'key-unknown': 'There is no such tag. Choose from the list or on the board.', 'count': 'The number is 1 to 99.', 'count-here': 'Only {left} here. Change the number, or take the others back first.', 'reason': 'The reason is missing. Say why.', 'borrower': 'The borrower is missing. Say who takes it.',
    'due': 'The time of return is missing. Choose with 1 to 4, or write it.', 'due-past': 'That time is past. Choose a later one.', 'due-day': 'Write the day as 2026-03-12.', 'due-time': 'Write the time as 17:00.',
    'deposit': 'The deposit is a sum, 200 or 200.00 say.', 'deposit-max': 'The deposit is too large: ¥10,000.00 at most.', 'tendered': 'The cash given is a sum no less than the deposit; leave it empty if it is exact.', 'signature': 'Nobody signed yet; no key leaves without a signature. Sign in the box, or press Alt+W for signed on paper.',
    'back': '{left} are out. Count what came back.', 'receipt': 'The deposit\'s receipt is missing. Type its number, or tick that it is lost.', 'incident': 'The number is 1 to {n}.', 'board': 'Say which board, A for example.', 'hook': 'The hook is 1 to 999.', 'key-name': 'The name is missing, front door for example.', 'room': 'There is no such room. Choose from the list.', 'owned': 'The number is 1 to 999.', 'owned-kept': 'The number is 0 to 999.', 'responsible': 'Say who answers for it; where nobody knows, who was on duty.', 'finder': 'Say who brought it.', 'hooks': 'Say whether the keys on hooks go to the client or stay.', 'cut-by': 'Say who cut it.',
    'client': 'No client is chosen. Choose a company or a room.', 'keys': 'There is no key yet. Choose from a hook, or add one the client brings.', 'authorised': 'Nobody may unseal yet; name one at least.', 'person': 'There is a document number, but no name.', 'document-kind': 'The kind of document is missing.', 'seal': 'The seal\'s number is missing. Copy it from the seal.', 'purpose': 'The purpose is not explained. Explain it, then tick.', 'client-seal': 'The client\'s seal was not checked. Look at it, then tick.', 'stamp': 'The seal has no stamp of ours yet. Stamp it, then tick.', 'no-photo': 'The seal has no photo. Take one, or say why there is none.', 'signed-by': 'Say who signs for the client.', 'not-listed': 'Only these may have it unsealed: {list}.',
  },
  do: { lend: 'Lend', return: 'Return', extend: 'Extend', chase: 'Chase', chaseAgain: 'Chase again', report: 'Damage, loss', cut: 'Cutting', void: 'Void' },
  saved: {
    returned: '{no}: return recorded.', returnedDeposit: '{no} returned, deposit given back.', extended: '{no} extended.', chased: '{no} chased.', chasedKey: '{key}: {who} was chased.', voided: '{no} is void; its number stays.', hook: '{no} saved.',
    check: '{no} checked, to be approved.', approve: '{no} approved, may be cut.', refused: '{no} refused.', cut: '{no} is cut, to go on its hook.', registered: '{no} is on its hook.', cuttingVoid: '{no} is void; its number stays.',
    unseal: '{no} unsealed.', reseal: '{no} sealed again.', end: '{no} ended, keys given back.', endKept: '{no} ended, keys stay on their hooks.', custodyVoid: '{no} is void; its number stays.', countChecked: '{no} checked.',
  },
  detail: {
    late: 'Due {time}, chased {n}×.', depositLeft: 'All keys are accounted for; the deposit is neither given back nor forfeited yet.', counts: '{n}, {back} back', lost: ', {n} lost', chased: '{n}×, last {time}', returned: '{by} brought {n}, {to} took them', voidStop: 'Not lent by you today: a supervisor must agree to void it.', voidHint: 'Mistake, never taken', voidDo: 'Void, keep the number',
  },
  return: {
    which: 'Which key', whichHint: 'Scan the tag, or type tag, loan number or borrower', find: 'Find', none: 'Nothing out for "{what}". Look at the tag again, or search all.', left: '{n} out', depositOnly: 'Deposit only', count: 'Returned', by: 'Returner', sign: 'Signature', do: 'Take back', doDeposit: 'Take back and refund',
    receipt: 'Receipt', receiptHint: 'Number of the deposit\'s receipt', payment: 'Refund by', refund: 'Deposit to give back', receiptLost: 'Receipt lost', lostStop: 'The receipt is lost: a refund needs a supervisor.', lostHow: 'How lost',
  },
  incident: {
    what: 'What', damage: 'Damage', loss: 'Loss', found: 'Found', severity: 'Severity', level: { 1: 'Slight', 2: 'Medium', 3: 'Serious' }, reasonHint: 'How it broke, where it was lost', responsible: 'Responsible', measure: 'Measure', measureHint: 'New lock, paid for; optional', forfeit: 'Forfeit the deposit', doFound: 'Record', foundHint: 'Where it was, how it came back', finder: 'Brought by', finderHint: 'Who brought it', responsibleHint: 'Unknown: who was on duty', forfeitStop: 'To forfeit a deposit for damage needs a supervisor.', do: 'Report',
    open: 'Damage or loss is not closed yet.', line: '{kind} × {n}: {reason}', responsibleIs: 'responsible: {name}', loan: 'Loan', close: 'Close', closed: '{no}: closed.', which: { open: 'Open', every: 'All' }, none: 'No open damage or loss.', noneHint: 'Report it from a loan or a hook, with "Damage, loss".',
  },
  board: {
    title: 'Keys {name}', sum: '{hooks} hooks, {boards} boards', turn: 'Turn', here: 'Here', out: 'Out', late: 'Overdue', sealed: 'Sealed', off: 'Not used', none: 'No board yet.', noneHint: 'Choose "New hook" in the list\'s menu, or import.', see: 'See hook',
    counted: 'Board {board} last counted {day} by {by}, checked by {checker}, difference {n}.', countedOnly: 'Board {board} last counted {day} by {by}, to be checked, difference {n}.', neverCounted: 'Board {board} was never counted yet.',
  },
  sums: { title: 'Proof', agree: 'Agrees', differ: 'Differs', counted: 'Count differs by {n}', settle: 'To be settled', hook: '{no} {n}', owned: 'Owned', sealed: '{n} of those here are sealed. ' },
  hook: {
    title: 'Hook', add: 'New hook', edit: 'Change', board: 'Board', hook: 'Hook', place: 'Place', owned: 'Owned', remark: 'Remark', nameHint: 'Front door, mailbox', counts: '{owned} owned, {here} here, {out} out', difference: ', count {n}', active: 'In use', recountHint: 'Why the number changed', loans: 'Recent loans', noLoans: 'Never lent yet.',
  },
  cuttingState: { requested: 'To check', checked: 'To approve', approved: 'To cut', cut: 'To hang', registered: 'On its hook', refused: 'Refused', void: 'Void' },
  cuttingWay: { requested: 'Request', checked: 'Check', approved: 'Approval', cut: 'Cutting', registered: 'On hook' },
  cutting: {
    voidHint: 'Mistake, asked twice',
    title: 'Cutting', formName: 'Key cutting request', open: 'Cuttings under way', count: '{n}', line: '{key}, {n} more', save: 'Request', keyHint: 'optional', reasonHint: 'More people, one was lost', applicant: 'Applicant', by: 'Cut by', refused: 'Refused', newHook: 'A new key: say where it hangs',
    rule: 'Cut only once the supervisor checked and another person approved; on its hook it counts as owned.', every: 'All', none: 'No cutting is under way.', noneHint: 'Choose "Request a cutting" in the list\'s menu.',
    do: { check: 'Agree', approve: 'Approve', refuse: 'Refuse', cut: 'It is cut', register: 'Hang it', void: 'Void' },
  },
  custody: {
    voidHint: 'Mistake, never taken in',
    title: 'Custody', formName: 'Key custody paper', save: 'Seal and print', saveOnly: 'Seal only', client: 'Client', sealNo: 'Seal no.', reasonHint: 'Nobody in over the holidays', keys: 'Keys to seal', keyHint: 'Scan or choose', addOwn: 'Client\'s own', own: 'Own', nameHint: 'Office front door', drop: 'Take away {what}',
    authorised: 'May unseal', addPerson: 'One more', person: 'Person {n}', name: 'Name', jobTitle: 'Title', documentKind: 'Document', documentNumber: 'Number', purposeExplained: 'Purpose of sealing explained to the client', clientSealSeen: 'Client\'s seal checked', stamped: 'Our stamp is on the seal', sealPhoto: 'Seal photo', noPhoto: 'No photo', noPhotoHint: 'Why there is none', checks: 'Checked', signedBy: 'For client', clientSign: 'Client signs', keeper: 'Taken by', events: 'What happened',
    hooks: 'On hooks', given: 'To client', kept: 'Stay', givenOver: '{n} from hooks given over', strangerStop: 'Not on the list: a supervisor must agree.',
    present: 'Who came', presentSign: 'Signature', may: 'May unseal: {list}', newSeal: 'Number of the new seal', unsealReason: 'Why it is unsealed', endReason: 'Not on the list: why to this person', print: 'Print', pdf: 'Save as PDF', printed: 'Key custody paper sent to the A4 printer.', savedPdf: 'Key custody paper saved as PDF. The file is {path}.',
    do: { unseal: 'Unseal', reseal: 'Seal again', end: 'End, give back', void: 'Void' },
    event: { sealed: 'Sealed', unsealed: 'Unsealed', resealed: 'Sealed again', ended: 'Ended' },
  },
  stock: {
    title: 'Board {board}', formName: 'Stocktake of keys', expected: 'Expected', found: 'Found', foundOf: '{no} found', label: 'Label', labelOk: 'fine', labelBad: 'label wrong', whyOf: '{no} why it differs', why: 'Say why', save: 'Done', sums: '{counted}/{hooks} hooks, {found} found, {expected} expected, {differing} differs | {counted}/{hooks} hooks, {found} found, {expected} expected, {differing} differ',
    elsewhere: '{no} belongs on board {board}, not here. Put it aside and say so at the difference.', fault: { moved: 'Keys of {no} moved since it was counted: {expected} expected now. Count this hook again.', found: '{no} is not counted. Scan, or type the number; 0 for none.', explanation: '{no} differs. Say why.' },
    toCheck: 'To check', checked: 'Checked', check: 'Checked', result: '{found} found, {expected} expected, difference {difference}.', resultDiffers: '{found} found, {expected} expected, difference {difference}, {n} hook differs. | {found} found, {expected} expected, difference {difference}, {n} hooks differ.', by: 'Counted by', checker: 'Checked by', allFine: 'All {n} hooks agree, labels fine.', none: 'Never counted yet.', noneHint: 'Choose "Stocktake" in the list\'s menu.', line: 'Board {board}, {found}/{expected} found', difference: 'Difference {n}, {hooks} hook | Difference {n}, {hooks} hooks',
  },
  incomplete: { none: 'No loan of these days lacks anything.', noneHint: 'Loans without a signature or a reason, and overdue ones nobody chased, stand here.' },
  missing: { 'borrower-signature': 'borrower not signed', 'returner-signature': 'returner not signed', 'reason': 'no reason', 'chase': 'not chased', 'voided': 'voided later' },
  field: {
    no: 'Number', state: 'State', from: 'State before', to: 'State', dueAt: 'Due back', returned: 'Returned', lost: 'Lost', depositFen: 'Deposit', count: 'Number', reason: 'Reason', note: 'Note', board: 'Board', hook: 'Hook', unitId: 'Room', room: 'Room', place: 'Place', type: 'Kind', name: 'Name', owned: 'Owned', remark: 'Remark', active: 'In use', sealNo: 'Seal no.', borrower: 'Borrower', phone: 'Mobile', company: 'Company',
  },
  action: {
    'create': 'Created', 'change': 'Changed', 'lend': 'Lent', 'return': 'Returned', 'extend': 'Extended', 'chase': 'Chased', 'damage': 'Damage', 'loss': 'Loss', 'found': 'Found', 'void': 'Void', 'deposit-void': 'Deposit receipt void', 'reveal': 'Mobile shown', 'retention': 'Erased in time', 'seal': 'Sealed', 'unseal': 'Unsealed', 'reseal': 'Sealed again', 'end': 'Ended', 'incident': { close: 'Incident closed' }, 'link': 'Linked', 'print-custody': 'Custody paper printed', 'print-tags': 'Tags printed', 'print-register': 'Register printed', 'export': 'Exported',
  },
}
