import { z } from 'zod'
import { type PhraseCode, phrases, type Said } from '../rules/phrases'
import { day, id, moment, procedure, requiredText, text } from './base'

const said: z.ZodType<Said, Said> = z.lazy(() => z.union([z.string(), z.object({
  code: z.enum(Object.keys(phrases) as [PhraseCode, ...PhraseCode[]]), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(said)])),
})]))

/** 交接班 (16.R5): what is unfinished is proposed, carried over in writing, acknowledged, re-checked by a supervisor. */
export const handoverItem = z.object({
  /** `<what>:<record id>`, of an open record `record-open:<what>:<record id>`; stable, so that an item is not proposed twice. */
  key: z.string(),
  what: z.enum(['still-inside', 'awaiting-answer', 'expected', 'notice-open', 'no-result', 'print-unfinished', 'record-open', 'written']),
  register: z.string(), recordId: id.nullable(), no: z.string(), title: z.string(), detail: z.string(), since: moment.nullable(),
  /** Title and detail, which are in the tower's language, in parts that a page words in its own; none where people wrote them, and of hand-overs that were signed off before there were any. */
  parts: z.object({ title: z.array(said), detail: z.array(said) }).optional(),
  /** When it was due (a visitor's slip is good until then); null where nothing says when. */
  dueAt: moment.nullable(),
  /** Removed from the hand-over by the leaving receptionist, with the reason in writing. */
  dropped: z.string().nullable(),
  seen: z.boolean(),
})
export type HandoverItem = z.infer<typeof handoverItem>

export const handoverState = z.enum(['signed-off', 'acknowledged'])
export const handover = z.object({
  id, no: z.string(), day, shift: z.string(), state: handoverState, fromId: id, from: z.string(), to: z.string().nullable(), station: z.string(),
  items: z.array(handoverItem), message: z.string(), cardsOut: z.number().int(), cardsTotal: z.number().int(),
  signedOffAt: moment, acknowledgedAt: moment.nullable(), recheckedAt: moment.nullable(), recheckedBy: z.string().nullable(), recheckNote: z.string(),
  signatureOffId: id.nullable(), signatureOnId: id.nullable(),
})
export type Handover = z.infer<typeof handover>

export const handoverProcedures = {
  /** What is unfinished now, proposed for the hand-over; still open items of earlier days stay in it. */
  propose: procedure('handover.write').output(z.object({ shift: z.string(), items: z.array(handoverItem), cardsOut: z.number().int(), cardsTotal: z.number().int(), pending: handover.nullable() })),
  signOff: procedure('handover.write').input(z.object({
    dropped: z.array(z.object({ key: z.string(), reason: requiredText(200) })).default([]),
    written: z.array(requiredText(200)).max(50).default([]), message: text(1000).default(''), signatureId: id.nullable().default(null), print: z.boolean().default(true),
  })).output(handover),
  acknowledge: procedure('handover.write').input(z.object({ id, seen: z.array(z.string()), signatureId: id.nullable().default(null) })).output(handover),
  recheck: procedure('handover.recheck').input(z.object({ id, note: text(400).default('') })).output(handover),
  list: procedure('handover.write').input(z.object({ before: id.nullable().default(null), limit: z.number().int().max(100).default(30) })).output(z.object({ rows: z.array(handover), next: id.nullable() })),
  get: procedure('handover.write').input(z.object({ id })).output(handover),
  reprint: procedure('handover.write').input(z.object({ id })).output(z.object({ printJobId: id })),
}
