import type { Department } from '../../../shared/contract/base'
import type { Channel, ClientOpinion, ComplaintRound, ComplaintRow } from '../../../shared/contract/complaints'
import type { ComplaintKind, ComplaintLevel, ComplaintState } from '../../../shared/rules/complaint'

/** A row of `complaint`. */
export interface ComplaintRecord {
  id: number; no: string; version: number; at: number; day: string; state: ComplaintState; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; name: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  channel: Channel; kind: ComplaintKind; level: ComplaintLevel; title: string; cause: string; received_by_id: number | null; received_by: string
  department: Department | null; person: string; due_at: number; round: number; opinion: ClientOpinion | null; escalated_at: number | null; closed_at: number | null
  for_meeting: 0 | 1; meeting_reason: string; repeats: number; void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A row of `complaint_round`. */
export interface RoundRecord {
  complaint_id: number; round: number; department: Department | null; person: string; due_at: number; handling: string; handled_at: number | null; handled_by: string
  asked_at: number | null; asked_by: string; asked_how: ComplaintRound['askedHow']; opinion: ClientOpinion | null; words: string
}

/** What a list shows: no ciphertext, no hash. */
export const ROW_COLUMNS = `c.id, c.no, c.at, c.day, c.state, c.unit_id, c.room, c.place, c.tenant_id, c.tenant_name, c.name, c.phone_masked, c.channel, c.kind, c.level, c.title, c.cause, c.received_by,
  c.department, c.person, c.due_at, c.round, c.opinion, c.escalated_at, c.closed_at, c.for_meeting, c.meeting_reason, c.repeats, c.void_at, c.void_reason, c.erased_at`

export type ListedComplaint = Omit<ComplaintRecord, 'version' | 'station' | 'contact_id' | 'data_key' | 'phone_enc' | 'phone_hash' | 'phone_tail' | 'received_by_id' | 'void_by'>

export const complaintRow = (c: ListedComplaint): ComplaintRow => ({
  id: c.id, no: c.no, at: c.at, day: c.day, state: c.state, channel: c.channel, kind: c.kind, level: c.level, title: c.title, cause: c.cause,
  name: c.name, phoneMasked: c.phone_masked, unitId: c.unit_id, room: c.room, place: c.place, tenantId: c.tenant_id, tenantName: c.tenant_name,
  department: c.department, person: c.person, dueAt: c.due_at, round: c.round, opinion: c.opinion, escalatedAt: c.escalated_at, closedAt: c.closed_at,
  forMeeting: c.for_meeting === 1, repeats: c.repeats, receivedBy: c.received_by, voidReason: c.void_reason, voidAt: c.void_at, erased: c.erased_at !== null,
})

export const complaintRound = (r: RoundRecord): ComplaintRound => ({
  round: r.round, department: r.department, person: r.person, dueAt: r.due_at, handling: r.handling, handledAt: r.handled_at, handledBy: r.handled_by,
  askedAt: r.asked_at, askedBy: r.asked_by, askedHow: r.asked_how, opinion: r.opinion, words: r.words,
})

/** Neither closed nor void: somebody still owes the client an answer (7.R6). */
export const OPEN = `('received', 'escalated', 'handling', 'repairing', 'handled')`
