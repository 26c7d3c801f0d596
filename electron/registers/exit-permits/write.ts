import type { z } from 'zod'
import { UserError } from '../../../shared/contract/errors'
import type { savedPermit } from '../../../shared/contract/exit-permits'
import { type ExitPermitAction, type ExitPermitState, nextExitPermitState } from '../../../shared/rules/exit-permit'
import { dayOf, stampOf, timeOf } from '../../../shared/rules/time'
import { insertRow, updateRow } from '../../store/rows'
import type { NewStep } from '../../store/steps'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import type { Change } from '../history'
import type { House } from '../house'
import { refuseStale } from '../versions'
import type { PermitRecord } from './rows'

export type SavedPermit = z.infer<typeof savedPermit>
export type PermitValues = Partial<Record<Exclude<keyof PermitRecord, 'id'>, Sql>>

const tables = ['exit_permit', 'signatory', 'tenant_hold'] as const
/** Permits, signatories and holds share one row of ids: what hangs on a record (steps, signatures, history) says only `exit-permits` and its id. */
async function nextId(tx: Pick<Tx, 'query'>): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT 1 + max(${tables.map((table) => `coalesce((SELECT max(id) FROM ${table}), 0)`).join(', ')}) AS id`)
  return row!.id
}

export async function insertRecord<Row extends { id: number }>(tx: Tx, table: (typeof tables)[number], values: Record<string, Sql>): Promise<Row> {
  const row = await insertRow<Row>(tx.query, table, { id: await nextId(tx), ...values })
  tx.changed('exit-permits', row.id)
  return row
}

/** The permit's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, permit: Pick<PermitRecord, 'data_key'>): DataKey => (permit.data_key ? vault.openKey(permit.data_key) : vault.newKey())

/** @throws UserError not-found */
export async function loadPermit(tx: Pick<Tx, 'query'>, id: number): Promise<PermitRecord> {
  const [permit] = await tx.query<PermitRecord>('SELECT * FROM exit_permit WHERE id = ?', [id])
  if (!permit) throw new UserError('not-found')
  return permit
}

/** What no longer lets goods out says what it was. @throws UserError already-void, permit-released {no, at, by}, both with the permit's id */
export function refuseEnded(permit: PermitRecord, now: number): void {
  const { id, no } = permit
  if (permit.state === 'void') throw new UserError('already-void', { no, id })
  if (permit.state !== 'released' && permit.state !== 'reconciled') return
  const at = permit.released_at ?? 0
  throw new UserError('permit-released', { no, id, at: dayOf(at) === dayOf(now) ? timeOf(at) : stampOf(at), by: permit.checked_by })
}

/**
 * A permit somebody is about to take a step of, as they saw it, and the state the step leads to.
 * @throws UserError not-found, already-void, permit-released, order-taken, stale, wrong-state
 */
export async function seenPermit(tx: Tx, seen: { id: number; version: number }, action: ExitPermitAction): Promise<{ permit: PermitRecord; next: ExitPermitState }> {
  const permit = await loadPermit(tx, seen.id)
  refuseEnded(permit, tx.now)
  await refuseStale(tx, 'exit-permits', permit, seen.version, action)
  return { permit, next: stateAfter(permit, action) }
}

/** @throws UserError wrong-state */
export function stateAfter(permit: PermitRecord, action: ExitPermitAction): ExitPermitState {
  const next = nextExitPermitState(permit.state, action)
  if (next === null) throw new UserError('wrong-state', { no: permit.no, state: permit.state })
  return next
}

interface Taken extends Pick<NewStep, 'person' | 'note'> { action: ExitPermitAction; to: ExitPermitState; from?: '' | undefined; changes?: Change[] }

/** A step on the permit's way: its columns, its version, who and when. A note may name somebody, so it stands under the permit's key in the chain. */
export async function takeStep(tx: Tx, house: House, permit: PermitRecord, { action, to, from = permit.state as '', changes, person = '', note = '' }: Taken, values: PermitValues): Promise<PermitRecord> {
  const key = keyOf(house.store.vault, permit)
  const changed: PermitValues = { ...values, state: to, version: permit.version + 1, ...(note || changes ? { data_key: key.wrapped } : {}) }
  await updateRow(tx.query, 'exit_permit', permit.id, changed)
  await house.steps.add(tx, { register: 'exit-permits', recordId: permit.id, action, from, to, person, ...(note ? { note, key } : {}), detail: { no: permit.no, ...(changes ? { changes } : {}) } })
  tx.changed('exit-permits', permit.id)
  return { ...permit, ...changed } as PermitRecord
}

export const saved = (permit: PermitRecord, printJobIds: number[] = []): SavedPermit => ({ id: permit.id, no: permit.no, state: permit.state, version: permit.version, printJobIds })
