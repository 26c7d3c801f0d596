import { z } from 'zod'
import { exitPermitKinds, exitPermitStates, reconciliations } from '../rules/exit-permit'
import { approval, day, exportFormat, historyLine, id, jobLine, keyset, linkedRecord, moment, noticeLine, pageTo, paged, procedure, recordRef, requiredText, seen, signature, signed, step, text, written } from './base'

/** 大厦出门条 (chapter 14, 14.F1, series CM). */
export const exitPermitKind = z.enum(exitPermitKinds)
export const exitPermitState = z.enum(exitPermitStates)

export const goods = z.object({ name: requiredText(40), quantity: z.number().int().min(1).max(99_999), unit: text(6).default('件'), remark: text(60).default('') })
export type Goods = z.infer<typeof goods>

/** Who may sign for a company that goods leave, with the signature the desk compares (14.R2). */
export const signatory = z.object({ id, tenantId: id, contactId: id.nullable(), name: z.string(), title: z.string(), specimenId: id.nullable(), specimenOn: day, validUntil: day.nullable(), active: z.boolean(), version: z.number().int() })
export type Signatory = z.infer<typeof signatory>

/** 14.R2: the company's sealed letter, or its designated person's signature, compared with the specimen. */
export const authority = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), sealSeen: z.boolean(), scanId: id.nullable().default(null) }),
  z.object({ kind: z.literal('signatory'), signatoryId: id, signature, matches: z.boolean() }),
])

/** What the ledger says is unpaid, what finance marked, and what is still out (until chapter 8). */
export const standing = z.object({
  owedFen: z.number().int(), owed: z.array(z.object({ register: z.string(), recordId: id, no: z.string(), title: z.string(), amountFen: z.number().int(), since: moment })),
  hold: z.object({ id, reason: z.string(), amountFen: z.number().int().nullable(), by: z.string(), at: moment }).nullable(),
  depositsFen: z.number().int(), openPasses: z.number().int(), openKeys: z.number().int(),
  /** A moving-out is not issued while this is so, but for a supervisor's reason. */
  blocked: z.boolean(),
})
export type PaymentStanding = z.infer<typeof standing>

/** How a company stood when a moving-out of it was issued or amended (14.F1), kept with the permit. */
export const paymentsFound = z.object({ ledgerFen: z.number().int(), markFen: z.number().int().nullable(), marked: z.boolean(), depositsFen: z.number().int(), openPasses: z.number().int(), openKeys: z.number().int() })
export type PaymentsFound = z.infer<typeof paymentsFound>

export const exitPermitInput = z.object({
  from: recordRef.nullable().default(null), kind: exitPermitKind,
  tenantId: id.nullable().default(null), unitId: id.nullable().default(null), applicant: text(40).default(''), phone: text(30).default(''), contactId: id.nullable().default(null),
  /** The company that a person, a room or the record it starts from would bring was taken out of the form: it is nobody's. */
  noCompany: z.boolean().default(false),
  goods: z.array(goods).max(60), vehicleNo: text(20).default(''), leavingOn: day.nullable().default(null), exit: text(30).default(''), companySeal: z.boolean().default(false),
  authority: authority.nullable().default(null),
  /** Moving out although something is owed: who allows it, and why. */
  overrideReason: text(200).default(''), approval: approval.nullable().default(null),
  /** 存为待签发: kept without being issued until what is owed is paid or its time has come. */
  hold: z.boolean().default(false), print: z.boolean().default(true),
})
export type ExitPermitInput = z.input<typeof exitPermitInput>

export const exitPermitRow = z.object({
  id, no: z.string(), at: moment, day, kind: exitPermitKind, state: exitPermitState, reconciliation: z.enum(reconciliations),
  tenantId: id.nullable(), tenantName: z.string(), unitId: id.nullable(), room: z.string(), applicant: z.string(), phoneMasked: z.string(),
  goods: z.array(goods), pieces: z.number().int(), vehicleNo: z.string(), leavingOn: day, exit: z.string(), issuedBy: z.string(), issuedAt: moment.nullable(),
  checkedBy: z.string(), checkedAt: moment.nullable(), releasedAt: moment.nullable(), slipBackAt: moment.nullable(), chased: z.number().int(), lastChasedAt: moment.nullable(), unusedReason: z.string(),
  voidReason: z.string().nullable(), erased: z.boolean(), version: z.number().int(),
})
export type ExitPermitRow = z.infer<typeof exitPermitRow>

/** One count at the gate. */
export const gateCheck = z.object({ id, at: moment, by: z.string(), exit: z.string(), agrees: z.boolean(), /** Taken back: it was a mistake. */ undone: z.boolean(), found: z.array(z.object({ line: z.number().int(), name: z.string(), listed: z.number().int(), found: z.number().int() })), extra: z.string() })

export const exitPermitDetail = exitPermitRow.extend({
  station: z.string(), contactId: id.nullable(), authority: z.object({ kind: z.enum(['letter', 'signatory']), sealSeen: z.boolean(), scanId: id.nullable(), signatoryId: id.nullable(), name: z.string(), title: z.string(), specimenId: id.nullable(), signed: signed.nullable() }).nullable(),
  /** Who let it be issued although something was owed, or too early; `owedFen` nought for the latter. */
  override: z.object({ by: z.string(), reason: z.string(), owedFen: z.number().int() }).nullable(),
  /** Payments checked (14.F1), when, and how much was owed in all; null for other goods, and before it is issued. `found` is null for a permit from before it was kept. */
  payments: z.object({ at: moment, owedFen: z.number().int(), marked: z.boolean(), found: paymentsFound.nullable() }).nullable(),
  /** Which edition of the slip is good: 1, and one more each time it was amended. */
  copies: z.number().int(), moveOut: z.object({ id, no: z.string(), voidAt: z.number().int().nullable() }).nullable(), checks: z.array(gateCheck),
  steps: z.array(step), links: z.array(linkedRecord), notices: z.array(noticeLine), jobs: z.array(jobLine), history: z.array(historyLine),
})
export type ExitPermitDetail = z.infer<typeof exitPermitDetail>

/** What a moving-out still lacks (14.C2): the company's letter or signature, its payments looked up, the goods checked and let out, the guard's slip back. */
export const movingPaper = z.enum(['authority', 'payments', 'release', 'slip'])
export const movingOut = z.object({ id, no: z.string(), day, tenantName: z.string(), room: z.string(), permits: z.array(z.object({ id, no: z.string(), lacks: z.array(movingPaper) })), lacks: z.array(movingPaper) })
export type MovingOut = z.infer<typeof movingOut>

export const exitPermitFilter = z.object({
  view: z.enum(['all', 'today', 'at-gate', 'to-chase']).default('all'), states: z.array(exitPermitState).default([]), from: day.nullable().default(null), to: day.nullable().default(null),
  tenantId: id.nullable().default(null), unitId: id.nullable().default(null), search: text(60).default(''),
})
export type ExitPermitFilter = z.input<typeof exitPermitFilter>
/** Why a slip could not be taken back: of no permit, from before an amendment, taken back already, its permit did not go out, or more than one permit ends in what was typed. */
export const slipLeft = z.enum(['not-found', 'replaced', 'back', 'held', 'issued', 'differs', 'unused', 'void', 'ambiguous'])
export const savedPermit = z.object({ id, no: z.string(), state: exitPermitState, version: z.number().int(), printJobIds: z.array(id) })

export const exitPermits = {
  standing: procedure('exit-permits.read').input(z.object({ tenantId: id })).output(standing),
  save: procedure('exit-permits.write').input(exitPermitInput).output(savedPermit),
  /** Of a permit that was held: paid now, or allowed by a supervisor. */
  issue: procedure('exit-permits.write').input(z.object({ ...seen, leavingOn: day.nullable().default(null), authority: authority.nullable().default(null), overrideReason: text(200).default(''), approval: approval.nullable().default(null), print: z.boolean().default(true) })).output(savedPermit),
  /** Other goods after the gate said that they differ; printed anew, the old slip is no longer good (its QR is another). More than the company's letter or signature covers needs another one; payments are looked up again (14.R2, 14.R3). */
  amend: procedure('exit-permits.write').input(z.object({ ...seen, goods: z.array(goods).min(1).max(60), vehicleNo: text(20).nullable().default(null), reason: requiredText(200), authority: authority.nullable().default(null), overrideReason: text(200).default(''), approval: approval.nullable().default(null), print: z.boolean().default(true) })).output(savedPermit),
  void: procedure('exit-permits.write').input(z.object({ ...seen, reason: requiredText(200) })).output(savedPermit),
  reprint: procedure('exit-permits.write').input(z.object({ id, copy: z.enum(['desk', 'guard', 'client']) })).output(z.object({ printJobId: id })),
  list: procedure('exit-permits.read').input(z.object({ filter: exitPermitFilter, ...keyset })).output(z.object({ rows: z.array(exitPermitRow), next: id.nullable() })),
  get: procedure('exit-permits.read').input(z.object({ id })).output(exitPermitDetail),
  counts: procedure('exit-permits.read').output(z.object({ today: z.number().int(), atGate: z.number().int(), differs: z.number().int(), released: z.number().int(), toChase: z.number().int(), held: z.number().int() })),
  reveal: procedure('exit-permits.reveal').input(z.object({ id, field: z.literal('phone') })).output(z.object({ value: z.string() })),

  /** At the gate: by QR or number. @throws permit-expired, permit-not-yet, permit-released, permit-replaced (a slip from before an amendment), already-void, wrong-state (held, unused): what it was, with `id` among the params */
  find: procedure('exit-permits.read').input(z.object({ code: requiredText(80) })).output(exitPermitDetail),
  /** The guard's count, line by line. All agree: released, with time and name; else it stays inside, and desk and guard are told (14.R4). */
  checkGoods: procedure('exit-permits.release').input(z.object({ ...seen, exit: requiredText(30), counts: z.array(z.object({ line: z.number().int().min(0), found: z.number().int().min(0).max(99_999) })), extra: text(100).default('') })).output(exitPermitDetail),

  /** Security's slip is back at the desk (14.F1). */
  slipBack: procedure('exit-permits.write').input(z.object({ codes: z.array(requiredText(80)).min(1).max(200) })).output(z.object({ back: z.array(z.object({ id, no: z.string(), room: z.string(), tenantName: z.string(), goods: z.array(goods) })), left: z.array(z.object({ code: z.string(), why: slipLeft })) })),
  /** A release, or a slip taken back, that was a mistake: a supervisor takes it back, with the reason. */
  undo: procedure('exit-permits.write').input(z.object({ ...seen, reason: requiredText(200), approval: approval.nullable().default(null) })).output(savedPermit),
  closeUnused: procedure('exit-permits.write').input(z.object({ ...seen, reason: requiredText(200) })).output(savedPermit),
  chase: procedure('exit-permits.write').input(z.object({ id, print: z.boolean().default(true) })).output(savedPermit),
  /** A day's permits by what became of them; `missing` are chased until closed. */
  reconciliation: procedure('exit-permits.read').input(z.object({ day })).output(z.object({ day, rows: z.array(exitPermitRow), used: z.number().int(), returned: z.number().int(), unused: z.number().int(), missing: z.number().int(), open: z.number().int(), void: z.number().int() })),

  /** 14.C2: the moving-outs begun in a period, each with what its papers lack; complete when nothing does. */
  movingPapers: procedure('exit-permits.read').input(z.object({ from: day, until: day })).output(z.object({ from: day, until: day, complete: z.number().int(), rows: z.array(movingOut) })),

  signatories: procedure('exit-permits.read').input(z.object({ tenantId: id })).output(z.array(signatory)),
  saveSignatory: procedure('exit-permits.write').input(z.object({ id: id.nullable().default(null), version: z.number().int().default(0), tenantId: id, contactId: id.nullable().default(null), name: requiredText(40), title: text(40).default(''), specimenId: id.nullable().default(null), validUntil: day.nullable().default(null), active: z.boolean().default(true) })).output(signatory),
  /** 欠费标记, set and lifted by finance. */
  setHold: procedure('exit-permits.hold').input(z.object({ tenantId: id, reason: requiredText(200), amountFen: z.number().int().positive().nullable().default(null) })).output(standing),
  liftHold: procedure('exit-permits.hold').input(z.object({ tenantId: id, reason: requiredText(200) })).output(standing),

  printRegister: procedure('exit-permits.read').input(z.object({ from: day, until: day, to: pageTo })).output(paged),
  export: procedure('exit-permits.read').input(z.object({ filter: exitPermitFilter, format: exportFormat })).output(written),
}
