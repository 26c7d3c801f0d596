import { UserError } from '../../../shared/contract/errors'
import { nextPassState, type PassAction, type PassState } from '../../../shared/rules/pass'
import { insertRow, updateRow } from '../../store/rows'
import type { NewStep } from '../../store/steps'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import type { House } from '../house'
import { refuseStale } from '../versions'
import type { ApplicationRecord, PassRecord } from './rows'

export type PassValues = Partial<Record<Exclude<keyof PassRecord, 'version'>, Sql>>
export type ApplicationValues = Partial<Record<Exclude<keyof ApplicationRecord, 'version'>, Sql>>

/** The key of what is personal in a row. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, row: { data_key: Buffer | null }): DataKey => (row.data_key ? vault.openKey(row.data_key) : vault.newKey())

/** Passes, with their applications, and fit-out permits share one row of ids, so that what hangs on a record of this register (steps, pictures, slips) is that record's alone. */
export async function nextId(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ id: number }>('SELECT max(coalesce((SELECT max(id) FROM pass), 0), coalesce((SELECT max(id) FROM fit_out_permit), 0)) + 1 AS id')
  return row!.id
}

/** @throws UserError not-found */
export async function loadPass(tx: Pick<Tx, 'query'>, id: number): Promise<PassRecord> {
  const [pass] = await tx.query<PassRecord>('SELECT * FROM pass WHERE id = ?', [id])
  if (!pass) throw new UserError('not-found')
  return pass
}

export async function loadApplication(tx: Pick<Tx, 'query'>, id: number): Promise<ApplicationRecord> {
  const [application] = await tx.query<ApplicationRecord>('SELECT * FROM pass_application WHERE id = ?', [id])
  if (!application) throw new UserError('not-found')
  return application
}

export const insertApplication = (tx: Tx, values: ApplicationValues): Promise<ApplicationRecord> => insertRow(tx.query, 'pass_application', values)

export async function insertPass(tx: Tx, values: PassValues): Promise<PassRecord> {
  const pass = await insertRow<PassRecord>(tx.query, 'pass', values)
  tx.changed('passes', pass.id)
  return pass
}

async function update<R extends { id: number; version: number }>(tx: Tx, table: string, row: R, values: Record<string, Sql>): Promise<R> {
  const changed = { ...values, version: row.version + 1 }
  await updateRow(tx.query, table, row.id, changed)
  tx.changed('passes', row.id)
  return { ...row, ...changed }
}

/** Change columns and count the version. */
export const updatePass = (tx: Tx, pass: PassRecord, values: PassValues): Promise<PassRecord> => update(tx, 'pass', pass, values)
export const updateApplication = (tx: Tx, application: ApplicationRecord, values: ApplicationValues): Promise<ApplicationRecord> => update(tx, 'pass_application', application, values)

/** The pass somebody is about to change, as they saw it. @throws UserError not-found, already-void, order-taken, stale */
export async function seenPass(tx: Tx, { id, version }: { id: number; version: number }, action: string): Promise<PassRecord> {
  const pass = await loadPass(tx, id)
  if (pass.state === 'void') throw new UserError('already-void', { no: pass.no })
  await refuseStale(tx, 'passes', pass, version, action)
  return pass
}

/** Several at once, whose turn this step is. @throws UserError invalid-input for one named twice, and what a single one refuses */
export async function seenPasses(tx: Tx, seen: readonly { id: number; version: number }[], action: PassAction): Promise<PassRecord[]> {
  if (new Set(seen.map(({ id }) => id)).size < seen.length) throw new UserError('invalid-input', {}, 'passes')
  const passes: PassRecord[] = []
  for (const one of seen) passes.push(await seenPass(tx, one, action))
  for (const pass of passes) stateAfter(pass, action)
  return passes
}

/** The state after `action`. @throws UserError already-void, pass-lost, pass-issued (to be void), wrong-state */
export function stateAfter({ no, state }: Pick<PassRecord, 'no' | 'state'>, action: PassAction): PassState {
  const next = nextPassState(state, action)
  if (next !== null) return next
  if (state === 'void') throw new UserError('already-void', { no })
  if (state === 'lost') throw new UserError('pass-lost', { no })
  if (state === 'issued' && action === 'void') throw new UserError('pass-issued', { no })
  throw new UserError('wrong-state', { no, state })
}

/** Writes one step that was found to be its turn: columns, state, who and when. */
export async function takeStep(tx: Tx, house: House, pass: PassRecord, step: { action: PassAction; to: PassState } & Pick<NewStep, 'person' | 'note' | 'key' | 'detail'>, values: PassValues = {}): Promise<PassRecord> {
  const { to, ...words } = step
  const next = await updatePass(tx, pass, { ...values, state: to })
  await house.steps.add(tx, { register: 'passes', recordId: pass.id, from: pass.state, to, ...words })
  return next
}

export const subjectOf = ({ id, no }: Pick<PassRecord, 'id' | 'no'>) => ({ register: 'passes' as const, recordId: id, recordNo: no })

export const savedPass = (pass: PassRecord, printJobIds: number[] = []) => ({ id: pass.id, no: pass.no, state: pass.state, version: pass.version, printJobIds })
