import type { ExitPermitRow, Goods, PaymentsFound } from '../../../shared/contract/exit-permits'
import { type ExitPermitKind, type ExitPermitState, type Paid, reconciliationOf } from '../../../shared/rules/exit-permit'
import { piecesOf } from '../../../shared/slip/exit-permit-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { SignatureOf } from '../signatures'

/** A row of `exit_permit`; `goods` is JSON. */
export interface PermitRecord extends SignatureOf<'authority_sign'> {
  id: number; no: string; version: number; at: number; day: string; state: ExitPermitState; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; applicant: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  kind: ExitPermitKind; token: string; goods: string; vehicle_no: string; leaving_on: string; exit: string; company_seal: 0 | 1
  authority: 'letter' | 'signatory' | null; seal_seen: 0 | 1; letter_scan_id: number | null; signatory_id: number | null
  by_id: number | null; by: string; issued_at: number | null; issued_by: string; override_by: string; override_reason: string; owed_fen: number
  /** When payments were last looked up for a moving-out, and what was found, as JSON of `PaymentsFound`; null for one from before that was kept. */
  payments_at: number | null; payments: string | null
  /** 1, and one more each time it was amended. */
  copies: number
  checked_at: number | null; checked_by: string; released_at: number | null; slip_back_at: number | null; slip_back_by: string; unused_reason: string
  chased: number; last_chased_at: number | null; move_out_id: number | null; void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
  /** When its slip was back, or it was closed as unused or void. */
  ended_at: number | null
}

const listed = [
  'id', 'no', 'version', 'at', 'day', 'state', 'unit_id', 'room', 'tenant_id', 'tenant_name', 'applicant', 'phone_masked', 'kind', 'goods', 'vehicle_no', 'leaving_on', 'exit', 'issued_at', 'issued_by', 'checked_at', 'checked_by',
  'released_at', 'slip_back_at', 'unused_reason', 'chased', 'last_chased_at', 'void_reason', 'erased_at',
] as const satisfies readonly (keyof PermitRecord)[]

/** What a list shows: no ciphertext, no hash. */
export type ListedPermit = Pick<PermitRecord, (typeof listed)[number]>
/** Read permits by this, as `p`, with a condition behind it. */
export const LISTED = `SELECT ${listed.map((column) => `p.${column}`).join(', ')} FROM exit_permit p`

export const goodsOf = ({ goods }: Pick<PermitRecord, 'goods'>): Goods[] => JSON.parse(goods) as Goods[]

/** What was found of a company's payments when the permit was issued, or amended last. */
export const foundOf = ({ payments }: Pick<PermitRecord, 'payments'>): PaymentsFound | null => (payments === null ? null : (JSON.parse(payments) as PaymentsFound))
export const paidOf = (permit: Pick<PermitRecord, 'payments' | 'owed_fen'>): Paid => ({ owedFen: permit.owed_fen, marked: foundOf(permit)?.marked ?? false })

/** 办公桌12张、文件柜4个等4种: what leaves, in few words. */
export function goodsWords(permit: Pick<PermitRecord, 'goods'>): string {
  const goods = goodsOf(permit)
  const first = goods.slice(0, 2).map(({ name, quantity, unit }) => `${name}${quantity}${unit}`).join('、')
  return goods.length > 2 ? inChinese(say('goods-more', { first, n: goods.length })) : first
}

/** @param today YYYY-MM-DD */
export const permitRow = (p: ListedPermit, today: string): ExitPermitRow => ({
  id: p.id, no: p.no, at: p.at, day: p.day, kind: p.kind, state: p.state, reconciliation: reconciliationOf({ state: p.state, leavingOn: p.leaving_on }, today),
  tenantId: p.tenant_id, tenantName: p.tenant_name, unitId: p.unit_id, room: p.room, applicant: p.applicant, phoneMasked: p.phone_masked,
  goods: goodsOf(p), pieces: piecesOf(goodsOf(p)), vehicleNo: p.vehicle_no, leavingOn: p.leaving_on, exit: p.exit, issuedBy: p.issued_by, issuedAt: p.issued_at,
  checkedBy: p.checked_by, checkedAt: p.checked_at, releasedAt: p.released_at, slipBackAt: p.slip_back_at, chased: p.chased, lastChasedAt: p.last_chased_at, unusedReason: p.unused_reason,
  voidReason: p.void_reason, erased: p.erased_at !== null, version: p.version,
})

/** Its day is over, and neither is its slip back nor was it closed; `?` is today. The same as `reconciliationOf` says 'missing'. */
export const MISSING = `p.state IN ('issued', 'differs', 'released') AND p.leaving_on < ?`
