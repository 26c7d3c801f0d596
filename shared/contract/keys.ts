import { z } from 'zod'
import { documentKinds } from '../rules/id-number'
import { custodyStates, cuttingStates, incidentKinds, keyTypes, loanStates } from '../rules/key'
import { approval, day, exportFormat, historyLine, id, jobLine, keyset, linkedRecord, moment, pageTo, paged, procedure, recordRef, requiredText, seen, signature, signed, step, text, written } from './base'
import { payment } from './paid-services'
import { importFile, importPreview, importResult, previewRef, writtenFile } from './import'

/** 钥匙 (chapter 11): the board, loans (YJ), cutting (PK), custody (TG), stocktaking (PD). */
export const keyType = z.enum(keyTypes)
export const loanState = z.enum(loanStates)

/** One hook of a board; `no` is what the tag says: A-34. */
export const keyRow = z.object({
  id, no: z.string(), board: z.string(), hook: z.number().int(), unitId: id.nullable(), room: z.string(), place: z.string(), type: keyType, name: z.string(),
  /** Keys owned, of which out; the rest should be here. `difference`: found less that at the newest count, where it is not settled. */
  owned: z.number().int(), out: z.number().int(), difference: z.number().int(), late: z.boolean(), sealed: z.boolean(), remark: z.string(), active: z.boolean(), version: z.number().int(),
})
export type KeyRow = z.infer<typeof keyRow>

export const keyLoanRow = z.object({
  id, no: z.string(), at: moment, day, state: loanState, keyId: id, keyNo: z.string(), keyName: z.string(), unitId: id.nullable(), room: z.string(), count: z.number().int(), returned: z.number().int(), lost: z.number().int(),
  reason: z.string(), borrower: z.string(), company: z.string(), phoneMasked: z.string(), passNo: z.string(), lentBy: z.string(), dueAt: moment, late: z.boolean(),
  returnedAt: moment.nullable(), returnedTo: z.string(), chased: z.number().int(), lastChasedAt: moment.nullable(), depositFen: z.number().int(), depositState: z.enum(['none', 'held', 'refunded', 'forfeited', 'moved', 'void']), voidReason: z.string().nullable(), erased: z.boolean(), version: z.number().int(),
})
export type KeyLoanRow = z.infer<typeof keyLoanRow>

export const keyIncident = z.object({ id, at: moment, keyId: id, keyNo: z.string(), loanId: id.nullable(), kind: z.enum(incidentKinds), count: z.number().int(), severity: z.number().int(), reason: z.string(), responsible: z.string(), measure: z.string(), by: z.string(), closedAt: moment.nullable(), closedBy: z.string() })
export type KeyIncident = z.infer<typeof keyIncident>

export const keyLoanDetail = keyLoanRow.extend({
  station: z.string(), borrowerSigned: signed.nullable(), returner: signed.nullable(), returns: z.array(z.object({ at: moment, count: z.number().int(), signed, to: z.string() })), receiptNo: z.string(), refundNo: z.string(),
  incidents: z.array(keyIncident), steps: z.array(step), links: z.array(linkedRecord), jobs: z.array(jobLine), history: z.array(historyLine),
})
export type KeyLoanDetail = z.infer<typeof keyLoanDetail>

export const keyCutting = z.object({
  id, no: z.string(), at: moment, state: z.enum(cuttingStates), keyId: id.nullable(), keyNo: z.string(), unitId: id.nullable(), room: z.string(), name: z.string(), type: keyType, count: z.number().int(), reason: z.string(), applicant: z.string(), requestedBy: z.string(),
  checkedBy: z.string(), checkedAt: moment.nullable(), approvedBy: z.string(), approvedAt: moment.nullable(), cutBy: z.string(), cutAt: moment.nullable(), registeredAt: moment.nullable(), refusedReason: z.string(), steps: z.array(step), version: z.number().int(),
})
export type KeyCutting = z.infer<typeof keyCutting>

/** 钥匙托管书 (11.F2). */
export const keyCustody = z.object({
  id, no: z.string(), at: moment, state: z.enum(custodyStates), tenantId: id.nullable(), client: z.string(), unitId: id.nullable(), room: z.string(), reason: z.string(), sealNo: z.string(), purposeExplained: z.boolean(), clientSealSeen: z.boolean(), stamped: z.boolean(),
  keys: z.array(z.object({ keyId: id.nullable(), no: z.string(), type: keyType, name: z.string(), count: z.number().int() })), authorised: z.array(z.object({ name: z.string(), title: z.string(), documentMasked: z.string() })),
  photoIds: z.array(id), noPhoto: z.string(), clientSigned: signed.nullable(), keeper: z.string(),
  events: z.array(z.object({ at: moment, kind: z.enum(['sealed', 'unsealed', 'resealed', 'ended']), by: z.string(), person: z.string(), reason: z.string(), sealNo: z.string(), signed: signed.nullable(), given: z.number().int().optional() })),
  jobs: z.array(jobLine), steps: z.array(step), history: z.array(historyLine), voidReason: z.string().nullable(), version: z.number().int(),
})
export type KeyCustody = z.infer<typeof keyCustody>

export const stocktake = z.object({
  id, no: z.string(), at: moment, by: z.string(), board: z.string(), counted: z.number().int(), expected: z.number().int(), difference: z.number().int(),
  lines: z.array(z.object({ keyId: id, no: z.string(), name: z.string(), expected: z.number().int(), found: z.number().int(), labelOk: z.boolean(), explanation: z.string() })), checkedBy: z.string(), checkedAt: moment.nullable(), version: z.number().int(),
})
export type Stocktake = z.infer<typeof stocktake>

/** 11.C4: here (sealed ones among them) + out = owned, at any moment, from the rows; `difference` is what counts found too many and too few and nobody settled. */
export const keySums = z.object({
  here: z.number().int(), out: z.number().int(), owned: z.number().int(), sealed: z.number().int(), late: z.number().int(), agree: z.boolean(), difference: z.number().int(), differing: z.array(z.object({ keyId: id, no: z.string(), difference: z.number().int() })),
})

export const keyLoanFilter = z.object({ view: z.enum(['all', 'out', 'late', 'returned-today']).default('all'), keyId: id.nullable().default(null), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), from: day.nullable().default(null), to: day.nullable().default(null), search: text(60).default('') })
export type KeyLoanFilter = z.input<typeof keyLoanFilter>
export const savedLoan = z.object({ id, no: z.string(), state: loanState, version: z.number().int(), printJobIds: z.array(id) })

export const loanInput = z.object({
  from: recordRef.nullable().default(null), keyId: id, count: z.number().int().min(1).max(99).default(1), reason: text(200).default(''), borrower: text(40).default(''), company: text(120).default(''), phone: text(30).default(''), contactId: id.nullable().default(null),
  /** The borrower's pass, by number or QR: it must be in force. */
  pass: text(80).default(''),
  dueAt: moment, signature, depositFen: z.number().int().min(0).default(0), payment: payment.nullable().default(null), tenderedFen: z.number().int().nullable().default(null), print: z.boolean().default(true),
})
export type LoanInput = z.input<typeof loanInput>

export const keys = {
  board: procedure('keys.read').input(z.object({ board: text(10).default('') })).output(z.object({ boards: z.array(z.object({ name: z.string(), hooks: z.number().int() })), board: z.string(), keys: z.array(keyRow), lastStocktake: z.object({ at: moment, by: z.string(), checkedBy: z.string(), difference: z.number().int() }).nullable() })),
  list: procedure('keys.read').input(z.object({ search: text(60).default(''), unitId: id.nullable().default(null), limit: z.number().int().max(500).default(100) })).output(z.array(keyRow)),
  /** By tag (A-34, QR on the tag). */
  find: procedure('keys.read').input(z.object({ code: requiredText(80) })).output(keyRow),
  save: procedure('keys.write').input(z.object({ id: id.nullable().default(null), version: z.number().int().default(0), board: requiredText(6), hook: z.number().int().min(1).max(999), unitId: id.nullable().default(null), place: text(60).default(''), type: keyType, name: requiredText(40), owned: z.number().int().min(0).max(999), remark: text(200).default(''), active: z.boolean().default(true), reason: text(200).default('') })).output(keyRow),
  /** What became of a hook: its name, place, count and why they changed. */
  history: procedure('keys.read').input(z.object({ id })).output(z.array(historyLine)),
  importTemplate: procedure('keys.check').output(writtenFile),
  importPreview: procedure('keys.check').input(importFile).output(importPreview),
  importAccept: procedure('keys.check').input(previewRef).output(importResult),
  importDiscard: procedure('keys.check').input(previewRef).output(z.void()),
  importProblemsFile: procedure('keys.check').input(previewRef).output(writtenFile),
  sums: procedure('keys.read').output(keySums),

  lend: procedure('keys.write').input(loanInput).output(savedLoan.extend({ receiptNo: z.string().nullable(), changeFen: z.number().int() })),
  /** One by one: whose signature, how many; the deposit goes back with the last (11.R5). Nought where the rest was lost and only the deposit is still held. */
  return: procedure('keys.write').input(z.object({ ...seen, count: z.number().int().min(0).max(99), signature, receiptNo: text(40).default(''), receiptLost: text(200).default(''), approval: approval.nullable().default(null), payment: payment.default('cash'), print: z.boolean().default(true) })).output(savedLoan.extend({ refundFen: z.number().int() })),
  extend: procedure('keys.write').input(z.object({ ...seen, dueAt: moment, reason: requiredText(200) })).output(savedLoan),
  chase: procedure('keys.write').input(z.object({ id, print: z.boolean().default(true) })).output(savedLoan),
  /** By who lent it on the same day; else with a supervisor's approval. */
  voidLoan: procedure('keys.write').input(z.object({ ...seen, reason: requiredText(200), approval: approval.nullable().default(null) })).output(savedLoan),
  loans: procedure('keys.read').input(z.object({ filter: keyLoanFilter, ...keyset })).output(z.object({ rows: z.array(keyLoanRow), next: id.nullable() })),
  loan: procedure('keys.read').input(z.object({ id })).output(keyLoanDetail),
  /** What an id of this register is of: hooks, loans, cuttings, custodies and stocktakes share one row of ids. */
  record: procedure('keys.read').input(z.object({ id })).output(z.object({ kind: z.enum(['hook', 'loan', 'cutting', 'custody', 'stocktake']), id, no: z.string() })),
  counts: procedure('keys.read').output(z.object({ out: z.number().int(), late: z.number().int(), returnedToday: z.number().int(), custody: z.number().int(), cuttingOpen: z.number().int() })),
  reveal: procedure('keys.reveal').input(z.object({ id, field: z.literal('phone') })).output(z.object({ value: z.string() })),

  /**
   * Damage and loss (11.R6): a lost key is no longer owned; of a loan, its deposit is forfeited when `forfeit` (for damage
   * with a supervisor's approval). A loan whose last key is lost stays out while its deposit is held: forfeited here, or
   * given back by `return` of none. A lost one that was `found` is owned again; `responsible` is who brought it then.
   * `version` is the loan's where it is one's, else the hook's.
   */
  report: procedure('keys.write').input(z.object({ keyId: id, loanId: id.nullable().default(null), version: z.number().int(), kind: z.enum(incidentKinds), count: z.number().int().min(1).max(99), severity: z.number().int().min(1).max(3), reason: requiredText(200), responsible: requiredText(60), measure: text(200).default(''), forfeit: z.boolean().default(false), approval: approval.nullable().default(null) })).output(keyIncident),
  closeIncident: procedure('keys.check').input(z.object({ id, measure: requiredText(200) })).output(keyIncident),
  incidents: procedure('keys.read').input(z.object({ open: z.boolean().default(true) })).output(z.array(keyIncident)),

  requestCutting: procedure('keys.write').input(z.object({ from: recordRef.nullable().default(null), keyId: id.nullable().default(null), unitId: id.nullable().default(null), name: text(40).default(''), type: keyType.default('door'), count: z.number().int().min(1).max(99), reason: requiredText(200), applicant: text(60).default('') })).output(keyCutting),
  /** 主管核, then the administrator's approval by another person; or refused with the reason. */
  checkCutting: procedure('keys.check').input(z.object({ ...seen, agreed: z.boolean(), reason: text(200).default('') })).output(keyCutting),
  approveCutting: procedure('keys.approve').input(z.object({ ...seen, agreed: z.boolean(), reason: text(200).default('') })).output(keyCutting),
  cut: procedure('keys.write').input(z.object({ ...seen, by: requiredText(40) })).output(keyCutting),
  /** Cut keys come onto their hook; owned grows. */
  registerCut: procedure('keys.write').input(z.object({ ...seen, board: text(6).default(''), hook: z.number().int().min(1).max(999).nullable().default(null) })).output(keyCutting),
  voidCutting: procedure('keys.write').input(z.object({ ...seen, reason: requiredText(200) })).output(keyCutting),
  cutting: procedure('keys.read').input(z.object({ id })).output(keyCutting),
  cuttings: procedure('keys.read').input(z.object({ open: z.boolean().default(true) })).output(z.array(keyCutting)),

  takeCustody: procedure('keys.write').input(z.object({
    tenantId: id.nullable(), unitId: id.nullable(), reason: requiredText(200), sealNo: requiredText(30), purposeExplained: z.boolean(), clientSealSeen: z.boolean(), stamped: z.boolean(), keys: z.array(z.object({ keyId: id.nullable().default(null), no: text(20).default(''), type: keyType, name: requiredText(40), count: z.number().int().min(1).max(99) })).min(1).max(50),
    authorised: z.array(z.object({ name: requiredText(40), title: text(40).default(''), documentKind: z.enum(documentKinds).nullable().default(null), documentNumber: text(40).default('') })).min(1).max(10), photoIds: z.array(id).max(6).default([]),
    /** Why the seal has no photo. */
    noPhoto: text(100).default(''), signature, print: z.boolean().default(true),
  })).output(keyCustody),
  /** Only by somebody on the list (11.R4). */
  unseal: procedure('keys.write').input(z.object({ ...seen, person: requiredText(40), reason: requiredText(200), signature })).output(keyCustody),
  reseal: procedure('keys.write').input(z.object({ ...seen, sealNo: requiredText(30), person: requiredText(40), signature, photoIds: z.array(id).max(6).default([]), noPhoto: text(100).default('') })).output(keyCustody),
  /** To somebody who is not on the list with a supervisor's approval; keys of hooks are kept there, or given over and no longer owned. */
  endCustody: procedure('keys.write').input(z.object({ ...seen, person: requiredText(40), reason: text(200).default(''), signature, hooks: z.enum(['kept', 'given']).nullable().default(null), approval: approval.nullable().default(null) })).output(keyCustody),
  voidCustody: procedure('keys.check').input(z.object({ ...seen, reason: requiredText(200) })).output(keyCustody),
  custody: procedure('keys.read').input(z.object({ id })).output(keyCustody),
  custodies: procedure('keys.read').input(z.object({ open: z.boolean().default(true), search: text(60).default('') })).output(z.array(keyCustody)),
  printCustody: procedure('keys.write').input(z.object({ id, to: pageTo })).output(paged),

  /** What was counted on each hook, against what should hang there as whoever counted saw it; a difference needs its explanation (11.R9). */
  saveStocktake: procedure('keys.write').input(z.object({ board: requiredText(6), lines: z.array(z.object({ keyId: id, expected: z.number().int().min(0), found: z.number().int().min(0).max(999), labelOk: z.boolean().default(true), explanation: text(200).default('') })).min(1).max(500) })).output(stocktake),
  checkStocktake: procedure('keys.check').input(z.object({ ...seen })).output(stocktake),
  stocktake: procedure('keys.read').input(z.object({ id })).output(stocktake),
  stocktakes: procedure('keys.read').output(z.array(stocktake)),
  /** 11.C3: loans without a signature or a blank; keys whose whereabouts nobody chased; loans that were voided on a later day. */
  incomplete: procedure('keys.read').input(z.object({ from: day, to: day })).output(z.array(keyLoanRow.extend({ missing: z.array(z.enum(['borrower-signature', 'returner-signature', 'reason', 'chase', 'voided'])) }))),
  /** The tags of a board's keys on A4, one a key: number, name, and the code that a count or a return scans (11.R9). */
  printTags: procedure('keys.write').input(z.object({ board: requiredText(6), to: pageTo })).output(paged),
  printRegister: procedure('keys.read').input(z.object({ from: day, until: day, to: pageTo })).output(paged),
  export: procedure('keys.read').input(z.object({ filter: keyLoanFilter, format: exportFormat })).output(written),
}
