import type { Department } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import type { Notice } from '../../shared/contract/notices'
import type { Store } from './store'
import type { Tx } from './types'

interface NoticeRow {
  id: number; department: Department; person: string; text: string; register: string; record_id: number; no: string
  created_at: number; created_by: string; acknowledged_at: number | null; acknowledged_by: string | null
  reminders: number; last_reminded_at: number | null; closed_at: number | null
}

export interface NewNotice { department: Department; person: string; text: string; register: string; recordId: number; no: string }

type AcknowledgedHook = (tx: Tx, notice: { recordId: number; at: number; by: string }) => Promise<void>

/**
 * "Notify a department": a notice that the department can be seen to have received, with who acknowledged it and when;
 * until then it stays on the counter's list and ages. Written in the transaction of the record it is about.
 */
export class Notices {
  readonly #hooks = new Map<string, AcknowledgedHook>()

  constructor(private readonly store: Store, private readonly limitMinutes: () => number) {}

  /** A register that keeps the time of acknowledgement on its own row hears of it in the same transaction. */
  onAcknowledged(register: string, hook: AcknowledgedHook): void { this.#hooks.set(register, hook) }

  async create(tx: Tx, notice: NewNotice): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO notice (department, person, text, register, record_id, no, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [notice.department, notice.person, notice.text, notice.register, notice.recordId, notice.no, tx.now, tx.scope.actor.name],
    )
    tx.changed('notices', row!.id)
    return row!.id
  }

  /** Open notices of a record are no longer waited for (the record was voided). */
  async close(tx: Tx, register: string, recordId: number): Promise<void> {
    await tx.query('UPDATE notice SET closed_at = ? WHERE register = ? AND record_id = ? AND acknowledged_at IS NULL AND closed_at IS NULL', [tx.now, register, recordId])
    tx.changed('notices', recordId)
  }

  async acknowledge(tx: Tx, id: number, by: string): Promise<void> {
    const [row] = await tx.query<NoticeRow>('SELECT * FROM notice WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    if (row.closed_at !== null) throw new UserError('already-void')
    if (row.acknowledged_at !== null) throw new UserError('already-acknowledged', { by: row.acknowledged_by ?? '' })
    await tx.query('UPDATE notice SET acknowledged_at = ?, acknowledged_by = ? WHERE id = ?', [tx.now, by, id])
    await tx.audit({ action: 'notice.acknowledge', register: row.register, recordId: row.record_id, detail: { department: row.department, by } })
    await this.#hooks.get(row.register)?.(tx, { recordId: row.record_id, at: tx.now, by })
    tx.changed('notices', id)
  }

  /** Counts a reminder; the caller queues its slip. */
  async remind(tx: Tx, id: number): Promise<Notice> {
    await tx.query('UPDATE notice SET reminders = reminders + 1, last_reminded_at = ? WHERE id = ? AND acknowledged_at IS NULL AND closed_at IS NULL', [tx.now, id])
    const [row] = await tx.query<NoticeRow>('SELECT * FROM notice WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    if (row.closed_at !== null) throw new UserError('already-void')
    if (row.acknowledged_at !== null) throw new UserError('already-acknowledged', { by: row.acknowledged_by ?? '' })
    await tx.audit({ action: 'notice.remind', register: row.register, recordId: row.record_id, detail: { department: row.department, times: row.reminders } })
    tx.changed('notices', id)
    return this.#notice(row)
  }

  /** Oldest first. */
  async open(department: Department | null): Promise<Notice[]> {
    const where = department ? 'department = ? AND' : ''
    const rows = await this.store.read<NoticeRow>(`SELECT * FROM notice WHERE ${where} acknowledged_at IS NULL AND closed_at IS NULL ORDER BY id LIMIT 500`, department ? [department] : [])
    return rows.map((row) => this.#notice(row))
  }

  /** Newest first, acknowledged ones too. */
  async recent(department: Department | null, limit: number): Promise<Notice[]> {
    const rows = await this.store.read<NoticeRow>(`SELECT * FROM notice ${department ? 'WHERE department = ?' : ''} ORDER BY id DESC LIMIT ?`, department ? [department, limit] : [limit])
    return rows.map((row) => this.#notice(row))
  }

  async get(id: number): Promise<Notice> {
    const [row] = await this.store.read<NoticeRow>('SELECT * FROM notice WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return this.#notice(row)
  }

  async ofRecord(register: string, recordId: number): Promise<Notice[]> {
    const rows = await this.store.read<NoticeRow>('SELECT * FROM notice WHERE register = ? AND record_id = ? ORDER BY id', [register, recordId])
    return rows.map((row) => this.#notice(row))
  }

  #notice(row: NoticeRow): Notice {
    return {
      id: row.id, department: row.department, person: row.person, text: row.text, register: row.register, recordId: row.record_id, no: row.no,
      createdAt: row.created_at, createdBy: row.created_by, acknowledgedAt: row.acknowledged_at, acknowledgedBy: row.acknowledged_by,
      reminders: row.reminders, lastRemindedAt: row.last_reminded_at, limitMinutes: this.limitMinutes(),
    }
  }
}
