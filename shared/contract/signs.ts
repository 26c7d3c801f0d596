import { z } from 'zod'
import { signAmiss, signKinds, signStates } from '../rules/sign'
import { day, exportFormat, historyLine, id, jobLine, keyset, linkedRecord, moment, pageTo, paged, procedure, recordRef, requiredText, seen, signature, signed, step, text, written } from './base'
import { payment } from './paid-services'

/** 水牌 (chapter 10, 10.F1, series SP). */
export const signKind = z.enum(signKinds)
export const signState = z.enum(signStates)

export const signInput = z.object({
  from: recordRef.nullable().default(null), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), kind: signKind, size: requiredText(30), nameZh: requiredText(60), nameEn: text(120).default(''), place: requiredText(60),
  feeFen: z.number().int().min(0), sealSeen: z.boolean(), scanIds: z.array(id).max(6).default([]), applicant: text(40).default(''), phone: text(30).default(''), contactId: id.nullable().default(null),
  /** The sign this one takes the place of. */
  replaces: id.nullable().default(null), print: z.boolean().default(true),
})
export type SignInput = z.input<typeof signInput>

export const signRow = z.object({
  id, no: z.string(), at: moment, day, state: signState, tenantId: id.nullable(), tenantName: z.string(), unitId: id.nullable(), room: z.string(), floor: z.string(), kind: signKind, size: z.string(), nameZh: z.string(), nameEn: z.string(), place: z.string(),
  feeFen: z.number().int(), receiptNo: z.string(), orderedAt: moment.nullable(), installedOn: day.nullable(), removedOn: day.nullable(),
  /** Installed, and no longer right (10.R3, 10.C4); since when its client is gone, where that is known. */
  amiss: z.enum(signAmiss).nullable(), leftOn: day.nullable(),
  /** The sealed original lies in the client's file (10.R2). */
  filedAt: moment.nullable(), erased: z.boolean(), voidReason: z.string().nullable(), version: z.number().int(),
})
export type SignRow = z.infer<typeof signRow>

export const signDetail = signRow.extend({
  station: z.string(), applicant: z.string(), phoneMasked: z.string(), sealSeen: z.boolean(), scanIds: z.array(id), photoIds: z.array(id), returnedReason: z.string(), confirmed: signed.nullable(), receiptId: id.nullable(), replaces: z.object({ id, no: z.string() }).nullable(), replacedBy: z.object({ id, no: z.string() }).nullable(),
  steps: z.array(step), links: z.array(linkedRecord), jobs: z.array(jobLine), history: z.array(historyLine),
})
export type SignDetail = z.infer<typeof signDetail>

export const signFilter = z.object({ view: z.enum(['all', 'open', 'installed', 'amiss']).default('all'), states: z.array(signState).default([]), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), from: day.nullable().default(null), to: day.nullable().default(null), search: text(60).default('') })
export type SignFilter = z.input<typeof signFilter>
export const savedSign = z.object({ id, no: z.string(), state: signState, version: z.number().int(), printJobIds: z.array(id) })

/** The directory as it hangs: floor by floor, from the signs that are installed. */
export const directory = z.array(z.object({ floor: z.string(), lines: z.array(z.object({ signId: id, room: z.string(), nameZh: z.string(), nameEn: z.string(), amiss: z.enum(signAmiss).nullable() })) }))

export const signs = {
  apply: procedure('signs.write').input(signInput).output(savedSign),
  /** The last check with the client was right: fee paid with its receipt, order slip to the maker printed, original filed (10.R2). */
  accept: procedure('signs.write').input(z.object({ ...seen, signature, payment: payment.nullable().default(null), tenderedFen: z.number().int().nullable().default(null), print: z.boolean().default(true) })).output(savedSign.extend({ receiptNo: z.string().nullable(), changeFen: z.number().int() })),
  /** It was wrong: back to the client, with what is wrong. */
  return: procedure('signs.write').input(z.object({ ...seen, reason: requiredText(200) })).output(savedSign),
  resubmit: procedure('signs.write').input(z.object({ ...seen, nameZh: requiredText(60), nameEn: text(120).default(''), size: requiredText(30), place: requiredText(60), kind: signKind, feeFen: z.number().int().min(0), sealSeen: z.boolean() })).output(savedSign),
  /** With its photo, or why there is none. */
  install: procedure('signs.write').input(z.object({ ...seen, installedOn: day.nullable().default(null), photoIds: z.array(id).max(6).default([]), noPhotoReason: text(200).default('') })).output(savedSign),
  /** The sealed original goes into the client's file (10.R2). */
  file: procedure('signs.write').input(z.object({ ...seen })).output(savedSign),
  remove: procedure('signs.write').input(z.object({ ...seen, removedOn: day.nullable().default(null), reason: requiredText(200), photoIds: z.array(id).max(6).default([]) })).output(savedSign),
  void: procedure('signs.write').input(z.object({ ...seen, reason: requiredText(200) })).output(savedSign),
  list: procedure('signs.read').input(z.object({ filter: signFilter, ...keyset })).output(z.object({ rows: z.array(signRow), next: id.nullable() })),
  get: procedure('signs.read').input(z.object({ id })).output(signDetail),
  counts: procedure('signs.read').output(z.object({ applied: z.number().int(), returned: z.number().int(), ordered: z.number().int(), installed: z.number().int(), amiss: z.number().int() })),
  directory: procedure('signs.read').output(directory),
  printDirectory: procedure('signs.read').input(z.object({ to: pageTo })).output(paged),
  reprint: procedure('signs.write').input(z.object({ id })).output(z.object({ printJobId: id })),
  printRegister: procedure('signs.read').input(z.object({ from: day, until: day, to: pageTo })).output(paged),
  export: procedure('signs.read').input(z.object({ filter: signFilter, format: exportFormat })).output(written),
}
