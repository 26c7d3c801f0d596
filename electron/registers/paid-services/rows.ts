import type { Line, PaidServiceRow } from '../../../shared/contract/paid-services'
import type { Rating } from '../../../shared/contract/repairs'
import { countedAmount, type PaidServiceState } from '../../../shared/rules/paid-service'
import type { SignatureColumns } from '../signatures'

type Signatures = { [K in keyof SignatureColumns as `agree_sign_${K}` | `worker_sign_${K}` | `client_sign_${K}`]: SignatureColumns[K] }

/** A row of `paid_service`. */
export interface SlipRecord extends Signatures {
  id: number; no: string; version: number; at: number; day: string; state: PaidServiceState; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; client: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  title: string; emergency: 0 | 1; for_register: string | null; for_id: number | null; for_no: string; opened_by_id: number | null; opened_by: string
  agreed_how: 'signed' | 'read-out' | null; refused_reason: string; worker: string; rating: Rating | null; comment: string
  done_at: number | null; labour_fen: number; material_fen: number; total_fen: number; quoted_fen: number
  /** The journal that made the amount due, while it stands. */
  journal_id: number | null
  receipt_id: number | null; paid_at: number | null
  /** 月结: YYYY-MM; empty when it is not, or no more. */
  month: string
  /** The checked sheet it was handed to finance with; locked from then on (17.R5). */
  batch_id: number | null
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A row of `service_line`. */
export interface LineRecord {
  id: number; service_id: number; position: number; price_item_id: number | null; code: string; basis: Line['basis']; name: string; unit: string; kind: Line['kind']; supplier: Line['supplier']
  unit_price_fen: number; quoted_milli: number; actual_milli: number | null; amount_fen: number
}

/** What a list shows, with the receipt's number and who checked it. */
export const ROW_COLUMNS = `s.id, s.no, s.at, s.day, s.state, s.title, s.emergency, s.for_register, s.for_id, s.for_no, s.unit_id, s.room, s.place, s.tenant_id, s.tenant_name, s.client, s.phone_masked,
  s.labour_fen, s.material_fen, s.total_fen, s.opened_by, s.worker, s.done_at, s.rating, s.paid_at, s.month, s.refused_reason, s.void_reason, s.void_at, s.erased_at,
  coalesce(r.no, '') AS receipt_no, coalesce(b.checked_by, '') AS checked_by, coalesce(b.second_by, '') AS second_by`
export const ROW_TABLES = 'paid_service s LEFT JOIN receipt r ON r.id = s.receipt_id LEFT JOIN service_batch b ON b.id = s.batch_id'

export type ListedSlip = Pick<SlipRecord,
  | 'id' | 'no' | 'at' | 'day' | 'state' | 'title' | 'emergency' | 'for_register' | 'for_id' | 'for_no' | 'unit_id' | 'room' | 'place' | 'tenant_id' | 'tenant_name' | 'client' | 'phone_masked'
  | 'labour_fen' | 'material_fen' | 'total_fen' | 'opened_by' | 'worker' | 'done_at' | 'rating' | 'paid_at' | 'month' | 'refused_reason' | 'void_reason' | 'void_at' | 'erased_at'>
  & { receipt_no: string; checked_by: string; second_by: string }

export const slipRow = (s: ListedSlip): PaidServiceRow => ({
  id: s.id, no: s.no, at: s.at, day: s.day, state: s.state, title: s.title, emergency: s.emergency === 1,
  orderId: s.for_register === 'repairs' ? s.for_id : null, orderNo: s.for_register === 'repairs' ? s.for_no : '',
  unitId: s.unit_id, room: s.room, place: s.place, tenantId: s.tenant_id, tenantName: s.tenant_name, client: s.client, phoneMasked: s.phone_masked,
  labourFen: s.labour_fen, materialFen: s.material_fen, totalFen: s.total_fen, openedBy: s.opened_by, worker: s.worker, doneAt: s.done_at, rating: s.rating, paidAt: s.paid_at,
  receiptNo: s.receipt_no, month: s.month, checkedBy: s.checked_by, secondCheckedBy: s.second_by, refusedReason: s.refused_reason, voidReason: s.void_reason, voidAt: s.void_at, erased: s.erased_at !== null,
})

/** A line as the rules count it. */
export const priced = (l: Pick<LineRecord, 'kind' | 'unit_price_fen' | 'quoted_milli' | 'actual_milli'>) => ({ kind: l.kind, unitPriceFen: l.unit_price_fen, quotedMilli: l.quoted_milli, actualMilli: l.actual_milli })

export const lineOf = (l: LineRecord): Line => ({
  id: l.id, priceItemId: l.price_item_id, code: l.code, basis: l.basis, name: l.name, unit: l.unit, supplier: l.supplier, ...priced(l), amountFen: countedAmount(priced(l)),
})
