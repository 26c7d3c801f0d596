import type { PassKindSetting, Paper, PassRow } from '../../../shared/contract/passes'
import type { DocumentKind } from '../../../shared/rules/id-number'
import { type PassKind, type PassState, passVerdict } from '../../../shared/rules/pass'
import type { SignatureOf } from '../signatures'

/** A row of `pass_application`: what was asked for at once. It has the id of its first pass, so that what stands on either is found by one id. */
export interface ApplicationRecord {
  id: number; no: string; version: number; at: number; day: string; state: 'open' | 'void'; station: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; applicant: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  kind: PassKind; company: string; fit_out_permit_id: number | null; reason: string
  /** JSON of `Paper[]`. */
  papers: string
  by_id: number | null; by: string; filed_at: number | null; filed_by: string; notice_id: number | null; renewal: 0 | 1
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A row of `pass`. */
export interface PassRecord extends SignatureOf<'receiver'>, SignatureOf<'returner'> {
  id: number; no: string; version: number; at: number; day: string; state: PassState; station: string; kind: PassKind; application_id: number; token: string; holder: string
  data_key: Buffer | null; document_kind: DocumentKind | null; document_enc: Buffer | null; document_hash: Buffer | null; document_tail: Buffer | null; document_masked: string; photo_id: number | null
  tenant_id: number | null; company: string; unit_id: number | null; room: string; trade: string; special_certificate: string
  valid_from: string; valid_until: string
  /** What is held for it while it is open; that of a renewed pass went on to its successor. */
  deposit_fen: number
  fee_fen: number; receipt_id: number | null; refund_id: number | null
  issued_at: number | null; ended_at: number | null; renewed_on: string | null; replaces_id: number | null; reminders: number; last_reminded_at: number | null
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A row of `pass_kind`; `papers` is JSON. */
export interface KindRecord {
  kind: PassKind; version: number; papers: string; deposit_fen: number; fee_fen: number; renewal_fee_fen: number; term_days: number; min_age: number; colour: PassKindSetting['colour']; card_text: string
  /** JSON. */
  card_fields: string
  form: PassKindSetting['form']; asks_trade: 0 | 1
}

export const kindSetting = (k: KindRecord): PassKindSetting => ({
  kind: k.kind, papers: JSON.parse(k.papers) as PassKindSetting['papers'], depositFen: k.deposit_fen, feeFen: k.fee_fen, renewalFeeFen: k.renewal_fee_fen,
  termDays: k.term_days, minAge: k.min_age, colour: k.colour, cardText: k.card_text, cardFields: JSON.parse(k.card_fields) as PassKindSetting['cardFields'], form: k.form, asksTrade: k.asks_trade === 1, version: k.version,
})

export const papersOf = (application: Pick<ApplicationRecord, 'papers'>): Paper[] => JSON.parse(application.papers) as Paper[]

const listed = [
  'id', 'no', 'version', 'at', 'day', 'state', 'kind', 'application_id', 'holder', 'document_masked', 'document_hash', 'document_tail', 'photo_id', 'tenant_id', 'company', 'unit_id', 'room', 'trade', 'special_certificate', 'valid_from', 'valid_until',
  'deposit_fen', 'fee_fen', 'issued_at', 'ended_at', 'renewed_on', 'reminders', 'receiver_by', 'receiver_at', 'returner_by', 'returner_at', 'void_reason', 'erased_at',
] as const satisfies readonly (keyof PassRecord)[]

/** A pass as lists show it, with what its application, its deposit and its receipts say. */
export interface ListedPass extends Pick<PassRecord, (typeof listed)[number]> {
  application_no: string; filed_at: number | null; deposit_state: PassRow['depositState'] | null; receipt_no: string; refund_no: string
}

/** Read passes by this, as `p`, with a condition behind it. */
export const LISTED = `SELECT ${listed.map((column) => `p.${column}`).join(', ')}, a.no AS application_no, a.filed_at, d.state AS deposit_state, coalesce(dr.no, r.no, '') AS receipt_no, coalesce(f.no, '') AS refund_no
  FROM pass p JOIN pass_application a ON a.id = p.application_id LEFT JOIN deposit d ON d.id = (SELECT max(id) FROM deposit WHERE register = 'passes' AND record_id = p.id)
  LEFT JOIN receipt dr ON dr.id = d.receipt_id LEFT JOIN receipt r ON r.id = p.receipt_id LEFT JOIN receipt f ON f.id = p.refund_id`

/** @param today YYYY-MM-DD */
export const passRow = (p: ListedPass, today: string): PassRow => ({
  id: p.id, no: p.no, at: p.at, day: p.day, kind: p.kind, state: p.state, verdict: passVerdict({ state: p.state, validFrom: p.valid_from, validUntil: p.valid_until }, today),
  applicationId: p.application_id, applicationNo: p.application_no, holder: p.holder, documentMasked: p.document_masked, photoId: p.photo_id,
  tenantId: p.tenant_id, company: p.company, unitId: p.unit_id, room: p.room, trade: p.trade, validFrom: p.valid_from, validUntil: p.valid_until,
  depositFen: p.deposit_fen, feeFen: p.fee_fen, depositState: p.deposit_fen === 0 ? 'none' : (p.deposit_state ?? 'moved'), receiptNo: p.receipt_no,
  issuedAt: p.issued_at, endedAt: p.ended_at, renewedOn: p.renewed_on, filed: p.filed_at !== null, reminders: p.reminders, erased: p.erased_at !== null, version: p.version,
})
