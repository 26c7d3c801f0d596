import type { z } from 'zod'
import type { material, Rating, Urgency, WorkOrderRow } from '../../../shared/contract/repairs'
import { onTime, type Trade, type WorkOrderState } from '../../../shared/rules/work-order'
import type { SignatureOf } from '../signatures'

export type Material = z.infer<typeof material>

/** A row of `work_order`. */
export interface OrderRecord extends SignatureOf<'worker_sign'>, SignatureOf<'client_sign'> {
  id: number; no: string; version: number; at: number; day: string; state: WorkOrderState; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; reporter: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  fault: string; content: string; trade: Trade; urgency: Urgency; chargeable: 0 | 1; emergency_first: 0 | 1
  appointment_at: number | null; expected_finish_at: number | null; due_at: number; received_by_id: number | null; received_by: string; token: string
  fetched_by: string; fetched_at: number | null; worker: string; assigned_at: number | null; started_at: number | null
  waiting_for: string; waiting_until: number | null; finished_at: number | null; work_record: string
  /** JSON of `Material[]`. */
  materials: string
  rating: Rating | null; client_comment: string
  returned_at: number | null; returned_by: string; verified_at: number | null; verified_by: string
  verify_method: 'phone' | 'visit' | null; verify_outcome: 'good' | 'bad' | null; verify_opinion: string; reorder_id: number | null
  filed_at: number | null; reminders: number; last_reminded_at: number | null
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

const listed = [
  'id', 'no', 'at', 'day', 'state', 'fault', 'content', 'trade', 'urgency', 'chargeable', 'emergency_first', 'unit_id', 'room', 'place', 'tenant_id', 'tenant_name', 'reporter', 'phone_masked',
  'appointment_at', 'due_at', 'received_by', 'fetched_by', 'fetched_at', 'worker', 'assigned_at', 'started_at', 'waiting_for', 'waiting_until', 'finished_at', 'returned_at', 'verified_at', 'filed_at',
  'rating', 'reminders', 'last_reminded_at', 'void_reason', 'void_at', 'erased_at',
] as const satisfies readonly (keyof OrderRecord)[]

/** What a list shows: no ciphertext, no hash. */
export const ROW_COLUMNS = listed.map((column) => `o.${column}`).join(', ')
export type ListedOrder = Pick<OrderRecord, (typeof listed)[number]>

/** Of a void order or a refused quote nothing was to be done, of a quote without answer nothing yet: neither on time nor late (13.C5). */
export const notToBeDone: readonly WorkOrderState[] = ['void', 'refused', 'quoting']

export const orderRow = (o: ListedOrder, now: number): WorkOrderRow => ({
  id: o.id, no: o.no, at: o.at, day: o.day, state: o.state, fault: o.fault, content: o.content, trade: o.trade, urgency: o.urgency, chargeable: o.chargeable === 1, emergencyFirst: o.emergency_first === 1,
  unitId: o.unit_id, room: o.room, place: o.place, tenantId: o.tenant_id, tenantName: o.tenant_name, reporter: o.reporter, phoneMasked: o.phone_masked,
  appointmentAt: o.appointment_at, dueAt: o.due_at, receivedBy: o.received_by, fetchedBy: o.fetched_by, fetchedAt: o.fetched_at, worker: o.worker, assignedAt: o.assigned_at, startedAt: o.started_at,
  waitingFor: o.waiting_for, waitingUntil: o.waiting_until, finishedAt: o.finished_at, returnedAt: o.returned_at, verifiedAt: o.verified_at, filedAt: o.filed_at, rating: o.rating,
  onTime: notToBeDone.includes(o.state) ? null : onTime({ dueAt: o.due_at, finishedAt: o.finished_at }, now),
  reminders: o.reminders, lastRemindedAt: o.last_reminded_at, voidReason: o.void_reason, voidAt: o.void_at, erased: o.erased_at !== null,
})
