import { UserError } from '../../../shared/contract/errors'
import type { SavedSlip } from '../../../shared/contract/paid-services'
import { nextPaidServiceState, type PaidServiceAction, type PaidServiceState } from '../../../shared/rules/paid-service'
import { updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import type { House } from '../house'
import type { LineRecord, SlipRecord } from './rows'

export type SlipValues = Partial<Record<Exclude<keyof SlipRecord, 'id'>, Sql>>

/** @throws UserError not-found */
export async function loadSlip(tx: Pick<Tx, 'query'>, id: number): Promise<SlipRecord> {
  const [slip] = await tx.query<SlipRecord>('SELECT * FROM paid_service WHERE id = ?', [id])
  if (!slip) throw new UserError('not-found')
  return slip
}

export const LINES = 'SELECT * FROM service_line WHERE service_id = ? AND replaced_at IS NULL ORDER BY position'
export const loadLines = (tx: Pick<Tx, 'query'>, id: number): Promise<LineRecord[]> => tx.query<LineRecord>(LINES, [id])

/** Changes columns and counts the version. */
export async function updateSlip(tx: Tx, slip: SlipRecord, values: SlipValues): Promise<SlipRecord> {
  const changed = { ...values, version: slip.version + 1 }
  await updateRow(tx.query, 'paid_service', slip.id, changed)
  tx.changed('paid-services', slip.id)
  return { ...slip, ...changed } as SlipRecord
}

/**
 * Where a slip stands for its next step. One of nothing is settled as soon as the work is signed for, without a
 * receipt: whatever else could be done with it is what could be done while it was due.
 */
const standing = (slip: SlipRecord): PaidServiceState => (slip.state === 'paid' && slip.receipt_id === null ? 'done' : slip.state)

/** @returns the state the step leads to. @throws UserError already-void, paid-cannot-void, already-paid, agreement-missing, not-payable, wrong-state, month-checked */
export function nextState(slip: SlipRecord, action: PaidServiceAction): PaidServiceState {
  const next = nextPaidServiceState(standing(slip), action)
  if (next === null) throw refusal(slip, action)
  // What was handed to finance stays as it was checked; it can only still be paid, where it was put on the month.
  if (slip.batch_id !== null && action !== 'pay' && action !== 'back-on-month') throw new UserError('month-checked', { no: slip.no })
  return next
}

function refusal(slip: SlipRecord, action: PaidServiceAction): UserError {
  const { no, state } = slip
  if (state === 'void') return new UserError('already-void', { no })
  if (state === 'paid') return action === 'void' ? new UserError('paid-cannot-void', { no }) : new UserError('already-paid', { no })
  if (action === 'complete' && (state === 'quoted' || state === 'refused')) return new UserError('agreement-missing', { no })
  if (action === 'pay' || action === 'put-on-month') return new UserError('not-payable', { no, state })
  return new UserError('wrong-state', { no, state })
}

/** The slip's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, slip: SlipRecord): DataKey => (slip.data_key ? vault.openKey(slip.data_key) : vault.newKey())

export const savedSlip = (slip: SlipRecord, printJobIds: number[] = []): SavedSlip => ({ id: slip.id, no: slip.no, state: slip.state, version: slip.version, totalFen: slip.total_fen, printJobIds })

/** A step of a slip, on record. `note` never says what the client said (P3). */
export const addStep = (tx: Tx, house: House, from: SlipRecord, to: SlipRecord, action: string, more: { note?: string; person?: string; key?: DataKey } = {}): Promise<void> =>
  house.steps.add(tx, { register: 'paid-services', recordId: from.id, action, from: from.state, to: to.state, ...more })
