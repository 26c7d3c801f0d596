import type { Department } from '../../../shared/contract/base'
import type { Answer, Category, EntryKind, EntryRow, EntryState, Purpose } from '../../../shared/contract/reception'
import type { DocumentKind } from '../../../shared/rules/id-number'

/** A row of `entry`. */
export interface EntryRecord {
  id: number; no: string; kind: EntryKind; at: number; day: string; state: EntryState; version: number
  receptionist_id: number; receptionist: string; station: string
  person_id: number | null; name: string; people: number; companions: string; company: string
  data_key: Buffer | null
  phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  document_kind: DocumentKind | null; document_enc: Buffer | null; document_hash: Buffer | null; document_tail: Buffer | null; document_masked: string; document_source: string | null; document_seen: 0 | 1
  tenant_id: number | null; unit_id: number | null; room: string; tenant_name: string
  host_contact_id: number | null; host_name: string; host_extension: string; host_department: Department | null
  purpose: Purpose | null; category: Category | null; matter: string; answer: Answer | null; answer_note: string
  card_no: string; card_kept: 0 | 1; token: string; photo_id: number | null
  expected_at: number | null; asked_at: number | null; answered_at: number | null; inside_at: number | null; left_at: number | null; valid_until: number | null
  notified_department: Department | null; notified_person: string; notified_at: number | null; acknowledged_at: number | null
  result: string; void_at: number | null; void_reason: string | null; erased_at: number | null
}

/** What a list shows: no ciphertext, no hash. */
export const ROW_COLUMNS = `e.id, e.no, e.kind, e.at, e.day, e.state, e.name, e.people, e.company, e.phone_masked, e.document_kind, e.document_masked, e.room, e.tenant_name, e.host_name, e.host_department, e.purpose, e.category, e.matter,
  e.card_no, e.expected_at, e.asked_at, e.inside_at, e.left_at, e.valid_until, e.notified_department, e.notified_person, e.notified_at, e.acknowledged_at,
  e.result, e.receptionist, e.void_reason, e.void_at, e.erased_at`

export type ListedEntry = Pick<EntryRecord,
  | 'id' | 'no' | 'kind' | 'at' | 'day' | 'state' | 'name' | 'people' | 'company' | 'phone_masked' | 'document_kind' | 'document_masked' | 'room' | 'tenant_name' | 'host_name' | 'host_department' | 'purpose' | 'category' | 'matter'
  | 'card_no' | 'expected_at' | 'asked_at' | 'inside_at' | 'left_at' | 'valid_until' | 'notified_department' | 'notified_person' | 'notified_at' | 'acknowledged_at'
  | 'result' | 'receptionist' | 'void_reason' | 'void_at' | 'erased_at'>

export const entryRow = (e: ListedEntry): EntryRow => ({
  id: e.id, no: e.no, kind: e.kind, at: e.at, day: e.day, state: e.state, name: e.name, people: e.people, company: e.company, phoneMasked: e.phone_masked,
  room: e.room, tenantName: e.tenant_name, hostName: e.host_name, hostDepartment: e.host_department, purpose: e.purpose, category: e.category, matter: e.matter, cardNo: e.card_no,
  expectedAt: e.expected_at, askedAt: e.asked_at, insideAt: e.inside_at, leftAt: e.left_at, validUntil: e.valid_until,
  notifiedDepartment: e.notified_department, notifiedPerson: e.notified_person, notifiedAt: e.notified_at, acknowledgedAt: e.acknowledged_at,
  result: e.result, receptionist: e.receptionist, voidReason: e.void_reason, voidAt: e.void_at, erased: e.erased_at !== null,
})
