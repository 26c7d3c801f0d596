import type { z } from 'zod'
import type { KeyLoanRow, KeyRow, keyType, Stocktake } from '../../../shared/contract/keys'
import type { Signed } from '../../../shared/contract/base'
import type { DocumentKind } from '../../../shared/rules/id-number'
import type { CustodyState, CuttingState, LoanState } from '../../../shared/rules/key'
import type { SignatureOf } from '../signatures'

export type KeyType = z.infer<typeof keyType>

/** A row of `key_hook`: what hangs on one hook of a board. */
export interface HookRecord {
  id: number; version: number; no: string; board: string; hook: number; unit_id: number | null; room: string; place: string; type: KeyType; name: string
  owned: number; remark: string; active: 0 | 1; custody_id: number | null
  /** Found less expected at its newest count, as far as nobody has settled it. */
  difference: number
}

/** A hook with where its keys are; all three from the rows of loans and custodies. */
export interface HookState extends HookRecord { out: number; late: 0 | 1; sealed: number }

export interface Return { at: number; count: number; signed: Signed; to: string }

/** A row of `key_loan`. `key_no` and `key_name` are as they were when it was lent. `deposit_fen` is what is held for it now: nought once it went back, was forfeited, or is void. */
export interface LoanRecord extends SignatureOf<'borrower_sign'>, SignatureOf<'returner'> {
  id: number; no: string; version: number; at: number; day: string; state: LoanState; station: string; key_id: number; key_no: string; key_name: string
  unit_id: number | null; room: string; place: string; tenant_id: number | null; tenant_name: string; contact_id: number | null; borrower: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_tail: Buffer | null; phone_masked: string
  company: string; pass_no: string; count: number; returned: number; lost: number; reason: string; due_at: number; lent_by_id: number | null; lent_by: string
  returned_at: number | null; returned_to: string
  /** JSON of `Return[]`. */
  returns: string
  deposit_fen: number; receipt_id: number | null; refund_id: number | null; chased: number; last_chased_at: number | null
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A loan with its deposit. */
export interface ListedLoan extends LoanRecord { deposit_state: KeyLoanRow['depositState'] | null; deposit_amount: number | null }

/** A row of `key_cutting`. */
export interface CuttingRecord {
  id: number; no: string; version: number; at: number; day: string; state: CuttingState; station: string; key_id: number | null; unit_id: number | null; room: string; name: string; type: KeyType; count: number
  reason: string; applicant: string; by_id: number | null; by: string; checked_at: number | null; checked_by_id: number | null; checked_by: string
  approved_at: number | null; approved_by_id: number | null; approved_by: string; cut_at: number | null; cut_by: string; registered_at: number | null; refused_reason: string; data_key: Buffer | null
  void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

export interface SealedKey { keyId: number | null; no: string; type: KeyType; name: string; count: number }
/** Who may unseal; the number of the document under the row's key, base64. */
export interface Authorised { name: string; title: string; kind: DocumentKind | null; enc: string; masked: string }
export interface CustodyEvent {
  at: number; kind: 'sealed' | 'unsealed' | 'resealed' | 'ended'; by: string; person: string; reason: string; sealNo: string; signed: Signed | null
  /** Of an end: keys of hooks that were handed over; the others stay hanging there. */
  given?: number
}

/** A row of `key_custody`; `keys`, `authorised`, `photo_ids` and `events` are JSON. */
export interface CustodyRecord extends SignatureOf<'client_sign'> {
  id: number; no: string; version: number; at: number; day: string; state: CustodyState; station: string; tenant_id: number | null; tenant_name: string; unit_id: number | null; room: string
  reason: string; seal_no: string; purpose_explained: 0 | 1; client_seal_seen: 0 | 1; stamped: 0 | 1; keys: string; authorised: string; data_key: Buffer | null; photo_ids: string; no_photo: string
  keeper: string; events: string; ended_at: number | null; void_at: number | null; void_by: string | null; void_reason: string | null; erased_at: number | null
}

/** A row of `stocktake`; `lines` is JSON. */
export interface StocktakeRecord {
  id: number; version: number; no: string; at: number; day: string; by_id: number | null; by: string; station: string; board: string; counted: number; expected: number; lines: string
  checked_by_id: number | null; checked_by: string; checked_at: number | null
}
export type StocktakeLine = Stocktake['lines'][number]

/** Keys of a hook that should hang on it, sealed ones among them. */
export const expectedOf = ({ owned, out }: Pick<HookState, 'owned' | 'out'>): number => owned - out
/** Keys of a hook that can be taken from it, sealed ones among them: what its newest count did not find is not there, what it found too many is nobody's yet. */
export const hereOf = (hook: Pick<HookState, 'owned' | 'out' | 'difference'>): number => expectedOf(hook) + Math.min(hook.difference, 0)

/** What is left of a count's difference (11.C4) where `owned` changes by so many: as far as it goes the same way it explains it. */
export const settled = (difference: number, change: number): number =>
  (Math.sign(difference) === Math.sign(change) ? Math.sign(difference) * Math.max(0, Math.abs(difference) - Math.abs(change)) : difference)

export const keyRow = (k: HookState): KeyRow => ({
  id: k.id, no: k.no, board: k.board, hook: k.hook, unitId: k.unit_id, room: k.room, place: k.place, type: k.type, name: k.name,
  owned: k.owned, out: k.out, difference: k.difference, late: k.late === 1, sealed: k.sealed > 0, remark: k.remark, active: k.active === 1, version: k.version,
})

/** Keys of a loan that are still with the borrower. */
export const outstanding = (l: Pick<LoanRecord, 'state' | 'count' | 'returned' | 'lost'>): number => (l.state === 'out' ? l.count - l.returned - l.lost : 0)

export const loanRow = (l: ListedLoan, now: number): KeyLoanRow => ({
  id: l.id, no: l.no, at: l.at, day: l.day, state: l.state, keyId: l.key_id, keyNo: l.key_no, keyName: l.key_name, unitId: l.unit_id, room: l.room, count: l.count, returned: l.returned, lost: l.lost,
  reason: l.reason, borrower: l.borrower, company: l.company, phoneMasked: l.phone_masked, passNo: l.pass_no, lentBy: l.lent_by, dueAt: l.due_at, late: outstanding(l) > 0 && l.due_at < now,
  returnedAt: l.returned_at, returnedTo: l.returned_to, chased: l.chased, lastChasedAt: l.last_chased_at, depositFen: l.deposit_amount ?? 0, depositState: l.deposit_state ?? 'none',
  voidReason: l.void_reason, erased: l.erased_at !== null, version: l.version,
})
