import type { z } from 'zod'
import { UserError } from '../../../shared/contract/errors'
import type { savedSign } from '../../../shared/contract/signs'
import { nextSignState, type SignAction, type SignState } from '../../../shared/rules/sign'
import { updateRow } from '../../store/rows'
import type { NewStep } from '../../store/steps'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import type { House } from '../house'
import { refuseStale } from '../versions'
import type { SignRecord } from './rows'

export type SavedSign = z.infer<typeof savedSign>
export type SignValues = Partial<Record<Exclude<keyof SignRecord, 'id' | 'version'>, Sql>>

/** The sign's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, sign: Pick<SignRecord, 'data_key'>): DataKey => (sign.data_key ? vault.openKey(sign.data_key) : vault.newKey())

/** @throws UserError not-found */
export async function loadSign(tx: Pick<Tx, 'query'>, id: number): Promise<SignRecord> {
  const [sign] = await tx.query<SignRecord>('SELECT * FROM sign WHERE id = ?', [id])
  if (!sign) throw new UserError('not-found')
  return sign
}

/** The sign somebody is about to take a step of, as they saw it. @throws UserError not-found, already-void, order-taken, stale, wrong-state */
export async function seenSign(tx: Tx, seen: { id: number; version: number }, action: SignAction): Promise<SignRecord> {
  const sign = await loadSign(tx, seen.id)
  if (sign.state === 'void') throw new UserError('already-void', { no: sign.no })
  await refuseStale(tx, 'signs', sign, seen.version, action)
  stateAfter(sign, action)
  return sign
}

/** @throws UserError wrong-state */
export function stateAfter({ no, state }: Pick<SignRecord, 'no' | 'state'>, action: SignAction): SignState {
  const next = nextSignState(state, action)
  if (next === null) throw new UserError('wrong-state', { no, state })
  return next
}

/** A step on the sign's way: its columns, its version, who and when. A note may name somebody, so it stands under the sign's key in the chain. */
export async function takeStep(tx: Tx, house: House, sign: SignRecord, { action, note = '', ...step }: { action: SignAction } & Pick<NewStep, 'note' | 'detail'>, values: SignValues = {}): Promise<SignRecord> {
  const to = stateAfter(sign, action)
  const key = keyOf(house.store.vault, sign)
  const changed = { ...values, state: to, version: sign.version + 1, ...(note ? { data_key: key.wrapped } : {}) }
  await updateRow(tx.query, 'sign', sign.id, changed)
  await house.steps.add(tx, { register: 'signs', recordId: sign.id, action, from: sign.state, to, ...(note ? { note, key } : {}), detail: { no: sign.no, ...step.detail } })
  tx.changed('signs', sign.id)
  return { ...sign, ...changed } as SignRecord
}

export const savedOf = ({ id, no, state, version }: SignRecord, printJobIds: number[] = []): SavedSign => ({ id, no, state, version, printJobIds })
