import type { SignRow } from '../../../shared/contract/signs'
import type { SignKind, SignState } from '../../../shared/rules/sign'
import type { SignatureOf } from '../signatures'

/** A row of `sign`. */
export interface SignRecord extends SignatureOf<'confirm'> {
  id: number; no: string; version: number; at: number; day: string; state: SignState; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; applicant: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  floor: string; kind: SignKind; size: string; name_zh: string; name_en: string; sign_place: string; fee_fen: number; seal_seen: 0 | 1; by: string
  returned_reason: string; receipt_id: number | null; ordered_at: number | null; installed_on: string | null; removed_on: string | null; remove_reason: string; replaces_id: number | null
  filed_at: number | null; filed_by: string; void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

const TENANT = (column: string): string => `(SELECT t.${column} FROM tenant t WHERE t.id = s.tenant_id)`
/**
 * What is wrong with one that hangs (10.R3, 10.C4): its client left the tower, or that room for another; or bears another
 * name than the sign, which bore its name whole. Speaks of `s`.
 */
export const AMISS = `(CASE WHEN s.state <> 'installed' OR s.tenant_id IS NULL THEN NULL WHEN ${TENANT('active')} = 0 THEN 'left'
  WHEN s.unit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tenancy y WHERE y.unit_id = s.unit_id AND y.tenant_id = s.tenant_id)
    THEN iif(EXISTS (SELECT 1 FROM tenancy y WHERE y.tenant_id = s.tenant_id), 'moved', 'left')
  WHEN s.name_zh = s.tenant_name AND ${TENANT('name')} <> s.name_zh THEN 'renamed' END)`
/** Since when its client is gone, where that is known. */
const LEFT_ON = `iif(${TENANT('active')} = 0, ${TENANT('left_on')}, (SELECT e.ended_on FROM tenancy_end e WHERE e.tenant_id = s.tenant_id AND e.unit_id = s.unit_id))`

const listed = [
  'id', 'no', 'version', 'at', 'day', 'state', 'unit_id', 'room', 'tenant_id', 'tenant_name', 'applicant', 'phone_masked', 'floor', 'kind', 'size', 'name_zh', 'name_en', 'sign_place', 'fee_fen',
  'ordered_at', 'installed_on', 'removed_on', 'remove_reason', 'returned_reason', 'void_reason', 'filed_at', 'erased_at',
] as const satisfies readonly (keyof SignRecord)[]

/** What a list shows: no ciphertext, no hash. */
export type ListedSign = Pick<SignRecord, (typeof listed)[number]> & { receipt_no: string | null; amiss: SignRow['amiss']; left_on: SignRow['leftOn'] }
/** Read signs by this, as `s`, with a condition behind it. */
export const LISTED = `SELECT ${listed.map((column) => `s.${column}`).join(', ')}, r.no AS receipt_no, ${AMISS} AS amiss, ${LEFT_ON} AS left_on FROM sign s LEFT JOIN receipt r ON r.id = s.receipt_id`

export const signRow = (s: ListedSign): SignRow => ({
  id: s.id, no: s.no, at: s.at, day: s.day, state: s.state, tenantId: s.tenant_id, tenantName: s.tenant_name, unitId: s.unit_id, room: s.room, floor: s.floor, kind: s.kind, size: s.size, nameZh: s.name_zh, nameEn: s.name_en,
  place: s.sign_place, feeFen: s.fee_fen, receiptNo: s.receipt_no ?? '', orderedAt: s.ordered_at, installedOn: s.installed_on, removedOn: s.removed_on, amiss: s.amiss, leftOn: s.amiss === 'left' || s.amiss === 'moved' ? s.left_on : null, filedAt: s.filed_at, erased: s.erased_at !== null, voidReason: s.void_reason, version: s.version,
})
