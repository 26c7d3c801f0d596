import { z } from 'zod'
import { complaintKinds, complaintStates } from '../rules/complaint'
import { day, department, exportFormat, historyLine, id, keyset, linkedRecord, moment, pageTo, paged, procedure, recordRef, requiredText, step, text, written } from './base'

/** 客户投诉记录 (7.F1, series TS). */
export const complaintState = z.enum(complaintStates)
export const complaintKind = z.enum(complaintKinds)
export const channel = z.enum(['phone', 'written', 'in-person'])
export type Channel = z.infer<typeof channel>
export const complaintLevel = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const clientOpinion = z.enum(['satisfied', 'fairly-satisfied', 'dissatisfied'])
export type ClientOpinion = z.infer<typeof clientOpinion>

export const complaintInput = z.object({
  /** The call or visit it starts from (16.R3); what is left empty is taken from it. */
  from: recordRef.nullable().default(null),
  channel, name: text(60).default(''), phone: text(30).default(''), contactId: id.nullable().default(null), /** Who was here or called before: the number is theirs where none is typed. */ personId: id.nullable().default(null), unitId: id.nullable().default(null), tenantId: id.nullable().default(null), place: text(60).default(''),
  at: moment.nullable().default(null), cause: text(800).default(''), kind: complaintKind, level: complaintLevel.default(1),
  /** The letter of a written one (7.R1). */
  scanIds: z.array(id).max(6).default([]),
  department: department.nullable().default(null), dueAt: moment.nullable().default(null),
  /** Within authority and settled on the spot: what was done. */
  handling: text(800).default(''), print: z.boolean().default(true),
})
export type ComplaintInput = z.input<typeof complaintInput>

/** One round of handling: who, by when, what was done, and what the client said of it (7.R5). */
export const complaintRound = z.object({
  round: z.number().int(), department: department.nullable(), person: z.string(), dueAt: moment, handling: z.string(), handledAt: moment.nullable(), handledBy: z.string(),
  askedAt: moment.nullable(), askedBy: z.string(), askedHow: z.enum(['phone', 'visit', 'in-person']).nullable(), opinion: clientOpinion.nullable(), words: z.string(),
})
export type ComplaintRound = z.infer<typeof complaintRound>

export const complaintRow = z.object({
  id, no: z.string(), at: moment, day, state: complaintState, channel, kind: complaintKind, level: complaintLevel, title: z.string(), cause: z.string(),
  name: z.string(), phoneMasked: z.string(), unitId: id.nullable(), room: z.string(), place: z.string(), tenantId: id.nullable(), tenantName: z.string(),
  department: department.nullable(), person: z.string(), dueAt: moment, round: z.number().int(), opinion: clientOpinion.nullable(), escalatedAt: moment.nullable(), closedAt: moment.nullable(),
  forMeeting: z.boolean(), repeats: z.number().int(), receivedBy: z.string(), voidReason: z.string().nullable(), voidAt: moment.nullable(), erased: z.boolean(),
})
export type ComplaintRow = z.infer<typeof complaintRow>

export const complaintDetail = complaintRow.extend({
  version: z.number().int(), station: z.string(), contactId: id.nullable(), meetingReason: z.string(), /** How often it was urged. */ reminders: z.number().int(), rounds: z.array(complaintRound), steps: z.array(step), links: z.array(linkedRecord), scanIds: z.array(id),
  notices: z.array(z.object({ id, department, person: z.string(), createdAt: moment, acknowledgedAt: moment.nullable(), acknowledgedBy: z.string().nullable() })),
  /** Other complaints of the unit, or of the kind, in the last 30 days, newest first. */
  related: z.array(z.object({ id, no: z.string(), title: z.string(), at: moment, state: complaintState, why: z.enum(['unit', 'kind']), room: z.string() })),
  history: z.array(historyLine),
})
export type ComplaintDetail = z.infer<typeof complaintDetail>

export const complaintFilter = z.object({
  view: z.enum(['all', 'open', 'escalated', 'overdue', 'to-ask', 'month']).default('all'), states: z.array(complaintState).default([]), kind: complaintKind.nullable().default(null),
  from: day.nullable().default(null), to: day.nullable().default(null), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), search: text(60).default(''),
})
export const savedComplaint = z.object({ id, no: z.string(), state: complaintState, version: z.number().int(), printJobIds: z.array(id) })
export type SavedComplaint = z.infer<typeof savedComplaint>
const of = { id, version: z.number().int() }

export const complaints = {
  save: procedure('complaints.write').input(complaintInput).output(savedComplaint),
  list: procedure('complaints.read').input(z.object({ filter: complaintFilter, ...keyset })).output(z.object({ rows: z.array(complaintRow), next: id.nullable() })),
  get: procedure('complaints.read').input(z.object({ id })).output(complaintDetail),
  counts: procedure('complaints.read').output(z.object({
    open: z.number().int(), mine: z.number().int(), escalated: z.number().int(), overdue: z.number().int(), toAsk: z.number().int(),
    month: z.object({ count: z.number().int(), satisfied: z.number().int(), escalated: z.number().int(), again: z.number().int(), voids: z.number().int() }),
  })),
  /** Open or recent ones of the same unit or kind, shown while a new one is written. */
  like: procedure('complaints.read').input(z.object({ unitId: id.nullable().default(null), place: text(60).default(''), kind: complaintKind.nullable().default(null) })).output(z.array(complaintRow)),
  /** 升级 (7.R4): the supervisor's list at once, with 客户投诉记录. */
  escalate: procedure('complaints.write').input(z.object({ ...of, level: complaintLevel.default(2), note: text(200).default(''), print: z.boolean().default(true) })).output(savedComplaint),
  /** Who handles it, by when; the department is notified. */
  assign: procedure('complaints.write').input(z.object({ ...of, department, person: text(40).default(''), dueAt: moment, print: z.boolean().default(true) })).output(savedComplaint),
  /** What was done; the client is to be asked now. */
  handle: procedure('complaints.write').input(z.object({ ...of, handling: requiredText(800), by: text(40).default(''), at: moment.nullable().default(null) })).output(savedComplaint),
  /** The client was asked (7.R5): satisfied closes it, dissatisfied begins the next round with who handles it by when. */
  ask: procedure('complaints.write').input(z.object({
    ...of, how: z.enum(['phone', 'visit', 'in-person']), opinion: clientOpinion, words: text(400).default(''),
    again: z.object({ department, person: text(40).default(''), dueAt: moment }).nullable().default(null), print: z.boolean().default(true),
  })).output(savedComplaint),
  /** 催办 (7.R2): whoever has it is told once more, with the count, on paper too. */
  urge: procedure('complaints.write').input(z.object({ id, print: z.boolean().default(true) })).output(savedComplaint),
  reopen: procedure('complaints.handle').input(z.object({ ...of, reason: requiredText(200), department, person: text(40).default(''), dueAt: moment })).output(savedComplaint),
  void: procedure('complaints.write').input(z.object({ ...of, reason: requiredText(200) })).output(savedComplaint),
  correct: procedure('complaints.write').input(z.object({
    ...of, reason: requiredText(200),
    changes: z.object({ cause: requiredText(800), kind: complaintKind, level: complaintLevel, name: text(60), phone: text(30), unitId: id.nullable(), tenantId: id.nullable(), place: text(60), channel, dueAt: moment }).partial(),
  })).output(complaintDetail),
  /** For the weekly meeting (5.R2): recurring and serious ones are marked by themselves, others by hand with the reason. */
  markForMeeting: procedure('complaints.write').input(z.object({ ...of, marked: z.boolean(), reason: text(200).default('') })).output(savedComplaint),
  meeting: procedure('complaints.read').input(z.object({ from: day, to: day })).output(z.array(complaintRow.extend({ why: z.string() }))),
  reprint: procedure('complaints.write').input(z.object({ id })).output(z.object({ printJobId: id })),
  reveal: procedure('complaints.reveal').input(z.object({ id, field: z.literal('phone') })).output(z.object({ value: z.string() })),
  export: procedure('complaints.read').input(z.object({ filter: complaintFilter, format: exportFormat })).output(written),
  /** 客户投诉记录 of one complaint, or the register of a period, on A4. */
  printRecord: procedure('complaints.read').input(z.object({ id, to: pageTo })).output(paged),
}
