import type { RegisterName, Step } from '../../shared/contract/base'
import { SEALED_DETAIL } from './audit'
import type { Store } from './store'
import type { Tx } from './types'
import type { DataKey } from './vault'

export interface NewStep {
  register: RegisterName
  recordId: number
  action: string
  from: string
  to: string
  /** Who else the step names: who fetched the order, the worker. Staff and tradesmen only, never a client. */
  person?: string
  /** Written by staff; never what a client said, which stands on the record, encrypted or erasable (P3). */
  note?: string
  /** The record's key: given, the note stands in the chain under it only, as its reason. A reason may name a client. */
  key?: DataKey
  /** More for the chain: what the step changed, as `history.ts` words it. */
  detail?: Record<string, unknown>
}

/** The way of a record, step by step: who did what, when; written in the transaction that takes the step. */
export class Steps {
  constructor(private readonly store: Store) {}

  async add(tx: Tx, step: NewStep): Promise<void> {
    await tx.query(
      'INSERT INTO step (register, record_id, action, from_state, to_state, at, actor_id, actor, station, person, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [step.register, step.recordId, step.action, step.from, step.to, tx.now, tx.scope.actor.id, tx.scope.actor.name, tx.scope.station, step.person ?? '', step.note ?? ''],
    )
    await tx.audit({ action: step.action, register: step.register, recordId: step.recordId, detail: { from: step.from, to: step.to, ...(step.person ? { person: step.person } : {}), ...noteDetail(step), ...step.detail } })
  }

  /** Oldest first. */
  of(register: RegisterName, recordId: number): Promise<Step[]> {
    return this.store.read<Step & Record<string, unknown>>(
      `SELECT id, action, from_state AS "from", to_state AS "to", at, actor, station, person, note FROM step WHERE register = ? AND record_id = ? ORDER BY id`, [register, recordId],
    )
  }
}

function noteDetail({ note, key }: NewStep): Record<string, unknown> {
  if (!note) return {}
  return key ? { reason: { enc: key.encrypt(note, SEALED_DETAIL).toString('base64') } } : { note }
}
