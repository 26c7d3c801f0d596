import { UserError } from '../../../shared/contract/errors'
import { type ComplaintAction, type ComplaintState, nextComplaintState } from '../../../shared/rules/complaint'
import { insertRow, updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import { phoneTail, sealedPhone } from '../personal'
import { refuseStale } from '../versions'
import type { ComplaintRecord, RoundRecord } from './rows'

export type ComplaintValues = Partial<Record<Exclude<keyof ComplaintRecord, 'id'>, Sql>>
export type RoundValues = Partial<Record<Exclude<keyof RoundRecord, 'complaint_id' | 'round'>, Sql>>

export const sealedNumber = (vault: Vault, key: DataKey, phone: string) => ({ ...sealedPhone(vault, key, 'complaint', phone), phone_tail: phoneTail(vault, phone) })

/** The complaint's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, complaint: ComplaintRecord): DataKey => (complaint.data_key ? vault.openKey(complaint.data_key) : vault.newKey())

/** @throws UserError not-found */
export async function loadComplaint(tx: Pick<Tx, 'query'>, id: number): Promise<ComplaintRecord> {
  const [complaint] = await tx.query<ComplaintRecord>('SELECT * FROM complaint WHERE id = ?', [id])
  if (!complaint) throw new UserError('not-found')
  return complaint
}

export async function insertComplaint(tx: Tx, values: ComplaintValues): Promise<ComplaintRecord> {
  const complaint = await insertRow<ComplaintRecord>(tx.query, 'complaint', values)
  tx.changed('complaints', complaint.id)
  return complaint
}

/** Changes columns and counts the version. */
export async function updateComplaint(tx: Tx, complaint: ComplaintRecord, values: ComplaintValues): Promise<ComplaintRecord> {
  const changed = { ...values, version: complaint.version + 1 }
  await updateRow(tx.query, 'complaint', complaint.id, changed)
  tx.changed('complaints', complaint.id)
  return { ...complaint, ...changed } as ComplaintRecord
}

/** The round a complaint is in. */
export async function currentRound(tx: Tx, complaint: ComplaintRecord): Promise<RoundRecord> {
  const [round] = await tx.query<RoundRecord>('SELECT * FROM complaint_round WHERE complaint_id = ? AND round = ?', [complaint.id, complaint.round])
  return round!
}

/** When the round a complaint is in began: when it was made, or the client was not satisfied, or it was taken up again. */
export async function roundBegan(tx: Tx, { id, at, round }: ComplaintRecord): Promise<number> {
  if (round === 1) return at
  const [step] = await tx.query<{ at: number }>(`SELECT at FROM step WHERE register = 'complaints' AND record_id = ? AND action IN ('dissatisfied', 'reopen') ORDER BY id DESC LIMIT 1`, [id])
  return step!.at
}

export async function updateRound(tx: Tx, complaint: ComplaintRecord, values: RoundValues): Promise<void> {
  await tx.query(`UPDATE complaint_round SET ${Object.keys(values).map((column) => `${column} = ?`).join(', ')} WHERE complaint_id = ? AND round = ?`, [...Object.values(values), complaint.id, complaint.round])
}

export async function insertRound(tx: Tx, complaintId: number, round: number, values: RoundValues): Promise<void> {
  await insertRow(tx.query, 'complaint_round', { complaint_id: complaintId, round, ...values })
}

/**
 * The state `action` leads to.
 * @param seen the version the page saw; null where the store takes the step by itself.
 * @throws UserError already-void, order-taken, stale; step-skipped where the client would be asked before anything was done; wrong-state
 */
export async function turn(tx: Tx, complaint: ComplaintRecord, seen: number | null, action: ComplaintAction): Promise<ComplaintState> {
  if (complaint.state === 'void') throw new UserError('already-void', { no: complaint.no })
  if (seen !== null) await refuseStale(tx, 'complaints', complaint, seen, action)
  const next = nextComplaintState(complaint.state, action)
  if (next !== null) return next
  const asking = action === 'satisfied' || action === 'dissatisfied'
  if (asking && complaint.state !== 'closed') throw new UserError('step-skipped', { no: complaint.no, state: complaint.state, needs: 'handle' })
  throw new UserError('wrong-state', { state: complaint.state })
}
