import type { Store } from './store'
import type { Tx } from './types'

export interface RecordRef { register: string; id: number; no: string }
export interface LinkedRecord { register: string; recordId: number; no: string; direction: 'from' | 'to'; note: string }

/** What starts at the desk starts from an entry, and the two know of one another (16.R3). */
export class Links {
  constructor(private readonly store: Store) {}

  async create(tx: Tx, from: RecordRef, to: RecordRef, note = ''): Promise<void> {
    const made = await tx.query(
      `INSERT INTO link (from_register, from_id, from_no, to_register, to_id, to_no, note, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [from.register, from.id, from.no, to.register, to.id, to.no, note, tx.now, tx.scope.actor.name],
    )
    if (made.length > 0) await tx.audit({ action: 'link', register: from.register, recordId: from.id, detail: { to: to.no, register: to.register } })
  }

  async of(register: string, id: number): Promise<LinkedRecord[]> {
    return await this.store.read<LinkedRecord & Record<string, unknown>>(
      `SELECT to_register AS register, to_id AS recordId, to_no AS no, 'to' AS direction, note FROM link WHERE from_register = ? AND from_id = ?
       UNION ALL SELECT from_register, from_id, from_no, 'from', note FROM link WHERE to_register = ? AND to_id = ?`,
      [register, id, register, id],
    )
  }
}
