import { z } from 'zod'
import { documentKinds } from '../rules/id-number'
import { cardFields, kindForms, paperChecks, paperKeys, passKinds, passStates, passVerdicts } from '../rules/pass'
import { approval, day, exportFormat, historyLine, id, jobLine, keyset, linkedRecord, moment, noticeLine, pageTo, paged, procedure, recordRef, requiredText, seen, signature, signed, step, text, written } from './base'
import { payment } from './paid-services'

/** 证件 (chapter 12): applications (BZ), the passes under them (SF, SZ, LZ, XK), fit-out permits, void declarations (ZF). Amounts in whole fen. */
export const passKind = z.enum(passKinds)
export const passState = z.enum(passStates)
export const paperKey = z.enum(paperKeys)
export const paperCheck = z.enum(paperChecks)

/** What a kind asks for, costs and looks like; a supervisor edits it, passes that were issued keep what they had (12.R1–R5). */
export const passKindSetting = z.object({
  kind: passKind,
  papers: z.array(z.object({ key: paperKey, check: paperCheck, required: z.boolean() })).max(paperKeys.length),
  depositFen: z.number().int().min(0), feeFen: z.number().int().min(0), renewalFeeFen: z.number().int().min(0),
  termDays: z.number().int().min(1).max(3660), minAge: z.number().int().min(0).max(100),
  /** The band on the card: one of the theme's four. */
  colour: z.enum(['blue', 'amber', 'green', 'grey']),
  /** A line under the photo: 凭证出入，遗失即报. */
  cardText: text(60),
  /** What stands on the card beside photo, name, kind, number, last day and code (12.F5). */
  cardFields: z.array(z.enum(cardFields)).max(cardFields.length),
  /** The register its passes stand in (12.F1, 12.F2); `procedure`: that of applications only (12.F3), which has them all. */
  form: z.enum(kindForms),
  /** Trade and special-operation certificate are asked of each holder (12.F2). */
  asksTrade: z.boolean(),
  version: z.number().int(),
})
export type PassKindSetting = z.infer<typeof passKindSetting>

/** A paper as the desk checked it; a scan where one was stored. */
export const paper = z.object({
  key: paperKey, checks: z.array(paperCheck).max(3), scanIds: z.array(id).max(6).default([]), note: text(60).default(''),
  /** Not looked at anew: the application it came with, which a renewal goes on (12.R8). The store says so, never the page. */
  keptFrom: z.string().max(40).optional(),
})
export type Paper = z.infer<typeof paper>

/** 施工许可证, as chapter 3 will keep it: enough to ask 12.R3's question. */
export const fitOutPermit = z.object({
  id, no: z.string(), tenantId: id.nullable(), tenantName: z.string(), unitId: id.nullable(), room: z.string(), contractor: z.string(), chief: z.string(), chiefPhoneMasked: z.string(),
  content: z.string(), validFrom: day, validUntil: day, scanIds: z.array(id), at: moment, by: z.string(), endedAt: moment.nullable(), inForce: z.boolean(),
  /** Passes on it that are out or wait at the desk: what ending or shortening it leaves behind. */
  open: z.array(z.object({ id, no: z.string(), validUntil: day })), version: z.number().int(),
})
export type FitOutPermit = z.infer<typeof fitOutPermit>

/** One holder on the list: typed, pasted, or read off a card. */
export const holderInput = z.object({
  name: requiredText(40), documentKind: z.enum(documentKinds).default('resident'), documentNumber: text(40),
  /** An attachment of kind photo; without one the pass is not made (12.R1, R3, R4). */
  photoId: id.nullable().default(null),
  /** Asked where the number bears none and the kind has a least age; looked at, not kept (P3). */
  birth: day.nullable().default(null),
  /** 工种 and 特种作业证 (12.F2). */
  trade: text(20).default(''), specialCertificate: text(40).default(''),
  /** The lost pass this one replaces (12.R10). */
  replaces: id.nullable().default(null),
})
export type HolderInput = z.input<typeof holderInput>

export const passPayment = { payment: payment.nullable().default(null), tenderedFen: z.number().int().nullable().default(null), payer: text(120).default('') }

export const applicationInput = z.object({
  from: recordRef.nullable().default(null),
  kind: passKind,
  /** The company: a tenant, or a contractor or supplier by name. */
  tenantId: id.nullable().default(null), company: text(120).default(''), unitId: id.nullable().default(null), place: text(60).default(''),
  /** 12.R3: required for a construction pass. */
  fitOutPermitId: id.nullable().default(null),
  applicant: text(40).default(''), phone: text(30).default(''), contactId: id.nullable().default(null),
  /** 事由 of a temporary pass: 送水, 送餐. */
  reason: text(100).default(''),
  validFrom: day.nullable().default(null), validUntil: day.nullable().default(null),
  papers: z.array(paper).max(paperKeys.length).default([]),
  holders: z.array(holderInput).min(1).max(200),
  /** One receipt for all, or one for each. */
  receipts: z.enum(['one', 'each']).default('one'),
  ...passPayment,
  /** The receiver signs at once: the passes are handed out with it. */
  signature: signature.nullable().default(null),
  print: z.boolean().default(true),
})
export type ApplicationInput = z.input<typeof applicationInput>

export const passRow = z.object({
  id, no: z.string(), at: moment, day, kind: passKind, state: passState, verdict: z.enum(passVerdicts),
  applicationId: id, applicationNo: z.string(), holder: z.string(), documentMasked: z.string(), photoId: id.nullable(),
  tenantId: id.nullable(), company: z.string(), unitId: id.nullable(), room: z.string(), trade: z.string(),
  validFrom: day, validUntil: day, depositFen: z.number().int(), feeFen: z.number().int(), depositState: z.enum(['none', 'held', 'refunded', 'forfeited', 'moved', 'void']), receiptNo: z.string(),
  issuedAt: moment.nullable(), endedAt: moment.nullable(), renewedOn: day.nullable(), filed: z.boolean(), reminders: z.number().int(), erased: z.boolean(), version: z.number().int(),
})
export type PassRow = z.infer<typeof passRow>

/** 作废声明 (12.F6). */
export const voidDeclaration = z.object({
  id, no: z.string(), at: moment, passId: id, passNo: z.string(), kind: passKind, holder: z.string(), company: z.string(), lostOn: day, lostWhere: z.string(), declaredBy: z.string(),
  forfeitedFen: z.number().int(), noticeId: id.nullable(), securityAt: moment.nullable(),
})
export type VoidDeclaration = z.infer<typeof voidDeclaration>

/** A pass as a guard is told of it. */
export const scannedPass = passRow.extend({
  /** Its holder came on the deny list since: it is valid on paper only. */
  denied: z.boolean(),
})
export type ScannedPass = z.infer<typeof scannedPass>

export const passDetail = scannedPass.extend({
  documentKind: z.enum(documentKinds).nullable(), specialCertificate: z.string(), station: z.string(),
  application: z.object({ id, no: z.string(), version: z.number().int(), applicant: z.string(), phoneMasked: z.string(), reason: z.string(), papers: z.array(paper), fitOutPermit: fitOutPermit.nullable(), count: z.number().int(), filedAt: moment.nullable(), filedBy: z.string() }),
  receiver: signed.nullable(), returner: signed.nullable(), depositId: id.nullable(), receiptId: id.nullable(), refundNo: z.string(),
  replaces: z.object({ id, no: z.string() }).nullable(), replacedBy: z.object({ id, no: z.string() }).nullable(),
  declaration: voidDeclaration.nullable(), steps: z.array(step), links: z.array(linkedRecord), notices: z.array(noticeLine), jobs: z.array(jobLine), history: z.array(historyLine),
})
export type PassDetail = z.infer<typeof passDetail>

export const passFilter = z.object({
  view: z.enum(['all', 'today', 'ready', 'in-force', 'expiring', 'expired', 'unfiled']).default('all'),
  kinds: z.array(passKind).default([]), states: z.array(passState).default([]), from: day.nullable().default(null), to: day.nullable().default(null),
  tenantId: id.nullable().default(null), unitId: id.nullable().default(null), applicationId: id.nullable().default(null),
  /** Number, holder, company, trade, room, or the last four of the document. */
  search: text(60).default(''),
})
export type PassFilter = z.input<typeof passFilter>

export const savedPasses = z.object({
  applicationId: id, applicationNo: z.string(), passes: z.array(z.object({ id, no: z.string(), holder: z.string(), state: passState, version: z.number().int() })),
  receipts: z.array(z.object({ id, no: z.string() })), totalFen: z.number().int(), changeFen: z.number().int(), printJobIds: z.array(id),
})
export type SavedPasses = z.infer<typeof savedPasses>
export const savedPass = z.object({ id, no: z.string(), state: passState, version: z.number().int(), printJobIds: z.array(id) })

/** What stands in a holder's way, told while the list is being written; the save checks it again. */
export const holderCheck = z.object({
  index: z.number().int(), code: z.enum(['invalid-document-number', 'under-age', 'birth-needed', 'denied-holder', 'pass-in-force', 'duplicate-holder', 'photo-missing', 'document-required']),
  params: z.record(z.string(), z.union([z.string(), z.number()])), no: z.string().nullable(),
})

export const registerForm = z.enum(['identity', 'construction', 'procedure', 'issue', 'void-declarations'])

export const passes = {
  kinds: procedure('passes.read').output(z.array(passKindSetting)),
  saveKind: procedure('passes.check').input(passKindSetting).output(passKindSetting),

  fitOutPermits: procedure('passes.read').input(z.object({ search: text(60).default(''), tenantId: id.nullable().default(null), inForce: z.boolean().default(false) })).output(z.array(fitOutPermit)),
  saveFitOutPermit: procedure('passes.write').input(z.object({
    id: id.nullable().default(null), version: z.number().int().default(0), no: requiredText(40), tenantId: id.nullable(), unitId: id.nullable(), contractor: requiredText(120), chief: text(40).default(''), chiefPhone: text(30).nullable().default(null),
    content: text(400).default(''), validFrom: day, validUntil: day, scanIds: z.array(id).max(6).default([]),
  })).output(fitOutPermit),
  endFitOutPermit: procedure('passes.check').input(z.object({ ...seen, reason: requiredText(200) })).output(fitOutPermit),

  check: procedure('passes.write').input(z.object({ kind: passKind, tenantId: id.nullable().default(null), company: text(120).default(''), holders: z.array(holderInput.extend({ name: text(40) })).max(200) })).output(z.array(holderCheck)),
  /** Saves the application, makes the passes, takes fee and deposit with their receipts, tells security (12.R1–R7). */
  apply: procedure('passes.write').input(applicationInput).output(savedPasses),
  /** 发证: one signature for each pass, or for all of one application (12.R6). */
  handOut: procedure('passes.write').input(z.object({ passes: z.array(z.object(seen)).min(1).max(200), signature })).output(z.array(savedPass)),
  /**
   * 续证: old passes taken back and cancelled, new ones made, the deposit goes with them, fee and photo anew (12.R8).
   * Contractors two working days ahead (12.R9); later only with a supervisor's approval and reason.
   */
  renew: procedure('passes.write').input(z.object({
    passes: z.array(z.object({ ...seen, photoId: id.nullable().default(null) })).min(1).max(200), validUntil: day.nullable().default(null), takenBack: z.boolean().default(true),
    /** Those that were brought anew; the others are kept from before. */
    papers: z.array(paper).max(paperKeys.length).default([]),
    /** The permit that came after the old one's; the old passes' own where none is named. */
    fitOutPermitId: id.nullable().default(null),
    ...passPayment, receipts: z.enum(['one', 'each']).default('one'), signature: signature.nullable().default(null), lateReason: text(200).default(''), approval: approval.nullable().default(null), print: z.boolean().default(true),
  })).output(savedPasses),
  /** 挂失: the deposit is forfeited, 作废声明 registered and printed, security told (12.R10). A replacement is an application with `replaces`. */
  lose: procedure('passes.write').input(z.object({ ...seen, lostOn: day, lostWhere: requiredText(100), declaredBy: requiredText(40), signature, print: z.boolean().default(true) })).output(savedPass.extend({ declarationNo: z.string(), forfeitedFen: z.number().int() })),
  /** 退证: each deposit against its receipt (numbers typed or scanned); one that is lost needs a supervisor and the reason (12.R11). One that waits at the desk is given up so, too. */
  return: procedure('passes.write').input(z.object({
    passes: z.array(z.object(seen)).min(1).max(200), receiptNos: z.array(requiredText(40)).max(200).default([]), receiptLost: text(200).default(''), approval: approval.nullable().default(null),
    payment: payment.default('cash'), signature, print: z.boolean().default(true),
  })).output(z.object({ passes: z.array(savedPass), refundNo: z.string(), refundFen: z.number().int(), printJobIds: z.array(id) })),
  /** Of one made by mistake and still at the desk; its money goes back with its receipt, which the supervisor voids. */
  void: procedure('passes.check').input(z.object({ ...seen, reason: requiredText(200) })).output(savedPass),
  /** A number that was written wrong, or a longer time for a pass that is out, is a supervisor's to correct. */
  correct: procedure('passes.write').input(z.object({
    ...seen, reason: requiredText(200), approval: approval.nullable().default(null),
    changes: z.object({ holder: requiredText(40), documentKind: z.enum(documentKinds), documentNumber: requiredText(40), photoId: id, trade: text(20), specialCertificate: text(40), validUntil: day, papers: z.array(paper) }).partial(),
  })).output(passDetail),
  /** 到期提醒 for the company: a slip, and a mark on each pass. */
  remind: procedure('passes.write').input(z.object({ ids: z.array(id).min(1).max(200), print: z.boolean().default(true) })).output(z.object({ reminded: z.number().int(), printJobIds: z.array(id) })),
  /** 归入一户一档 (12.R7, 12.C7). */
  file: procedure('passes.write').input(z.object({ applicationIds: z.array(id).min(1).max(500) })).output(z.object({ filed: z.number().int(), left: z.array(z.object({ id, no: z.string(), why: z.string() })) })),

  list: procedure('passes.read').input(z.object({ filter: passFilter, ...keyset })).output(z.object({ rows: z.array(passRow), next: id.nullable() })),
  get: procedure('passes.read').input(z.object({ id })).output(passDetail),
  /** By QR or number: what to say of it at once, with the photo. */
  find: procedure('passes.read').input(z.object({ code: requiredText(80) })).output(scannedPass),
  counts: procedure('passes.read').output(z.object({ today: z.number().int(), ready: z.number().int(), inForce: z.number().int(), expiring: z.number().int(), expired: z.number().int(), unfiled: z.number().int() })),
  reveal: procedure('passes.reveal').input(z.object({ id, field: z.enum(['documentNumber', 'phone']) })).output(z.object({ value: z.string() })),
  /** CR80 cards one by one, or A4 sheets of eight (12.F5). */
  cards: procedure('passes.write').input(z.object({ ids: z.array(id).min(1).max(200), layout: z.enum(['card', 'sheet']), to: pageTo })).output(paged),
  reprint: procedure('passes.write').input(z.object({ id, what: z.enum(['declaration', 'procedure']) })).output(z.object({ printJobId: id })),
  declarations: procedure('passes.read').input(z.object({ from: day.nullable().default(null), to: day.nullable().default(null) })).output(z.array(voidDeclaration)),
  /** What an inspector would find (12.C2–C7): passes whose record lacks something. */
  incomplete: procedure('passes.read').input(z.object({ from: day, to: day })).output(z.array(passRow.extend({ missing: z.array(z.enum(['papers', 'seal', 'scan', 'photo', 'receipt', 'receiver-signature', 'returner-signature', 'filing', 'security-notice'])) }))),
  printRegister: procedure('passes.read').input(z.object({ form: registerForm, from: day, until: day, to: pageTo })).output(paged),
  export: procedure('passes.read').input(z.object({ filter: passFilter, format: exportFormat })).output(written),
}
