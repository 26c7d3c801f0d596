import { UserError } from '../../shared/contract/errors'
import type { PrintJob } from '../../shared/contract/printing'
import type { SlipDocument } from '../../shared/slip/document'
import type { PrintJobReason, PrintJobState } from '../../shared/slip/printer-status'
import { stampOf } from '../../shared/rules/time'
import type { Store } from './store'
import { systemScope, type Tx } from './types'

interface JobRow {
  id: number; printer: string; title: string; register: string | null; record_id: number | null; no: string; document: string | null; paper: string
  state: PrintJob['state']; reason: PrintJobReason | null; reprint_count: number; created_at: number; created_by: string; started_at: number | null; finished_at: number | null
}

export interface NewJob { printer: string; register: string | null; recordId: number | null; no: string; document: SlipDocument; /** Which of several papers with one title it is: each has its own count of copies. */ paper?: string }

const job = (row: JobRow): PrintJob => ({
  id: row.id, printer: row.printer, title: row.title, register: row.register, recordId: row.record_id, no: row.no, state: row.state, reason: row.reason,
  reprintCount: row.reprint_count, createdAt: row.created_at, createdBy: row.created_by, finishedAt: row.finished_at,
})

/**
 * Print jobs are rows, written in the transaction that saves what they are about; the spool takes them after the
 * commit. `claimNext`, `mark`, `markInterrupted` and `countWaiting` are what the spool asks of its store.
 */
export class PrintJobs {
  constructor(private readonly store: Store, private readonly station: string) {}

  /** Queues a slip. `document.reprint` set means a copy (补打, M2). */
  async create(tx: Tx, newJob: NewJob): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO print_job (printer, title, register, record_id, no, document, reprint_count, created_at, created_by, paper) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [newJob.printer, newJob.document.title, newJob.register, newJob.recordId, newJob.no, JSON.stringify(newJob.document), newJob.document.reprint?.count ?? 0, tx.now, tx.scope.actor.name, newJob.paper ?? ''],
    )
    tx.changed('printing', row!.id)
    return row!.id
  }

  /**
   * Another copy of a job, which says so with its count; failed jobs of which nothing went out are copies too.
   * @param current what the record says now, where it was corrected since.
   */
  async reprint(tx: Tx, id: number, current?: SlipDocument): Promise<number> {
    const row = await this.#row(tx, id)
    if (row.document === null) throw new UserError('reprint-not-allowed')
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      'SELECT count(*) AS count FROM print_job WHERE title = ? AND register IS ? AND record_id IS ? AND paper = ? AND reprint_count > 0', [row.title, row.register, row.record_id, row.paper],
    )
    const document = { ...(current ?? (JSON.parse(row.document) as SlipDocument)), openDrawer: false, reprint: { count: count + 1, at: stampOf(tx.now), by: tx.scope.actor.name, station: tx.scope.station } }
    await tx.audit({ action: 'print.reprint', register: row.register ?? 'printing', recordId: row.record_id ?? row.id, detail: { no: row.no, title: row.title, count: count + 1 } })
    return this.create(tx, { printer: row.printer, register: row.register, recordId: row.record_id, no: row.no, document, paper: row.paper })
  }

  /** The newest slip of a record, to print it again. */
  async latestOf(tx: Tx, register: string, recordId: number, title: string): Promise<number | null> {
    const [row] = await tx.query<{ id: number }>('SELECT id FROM print_job WHERE register = ? AND record_id = ? AND title = ? ORDER BY id DESC LIMIT 1', [register, recordId, title])
    return row?.id ?? null
  }

  async setState(tx: Tx, id: number, from: PrintJob['state'][], state: PrintJob['state'], detail: Record<string, unknown> = {}): Promise<void> {
    const row = await this.#row(tx, id)
    if (!from.includes(row.state)) throw new UserError('wrong-state', { state: row.state })
    await tx.query('UPDATE print_job SET state = ?, reason = iif(? = \'waiting\', NULL, reason), finished_at = ? WHERE id = ?', [state, state, state === 'waiting' ? null : tx.now, id])
    await tx.audit({ action: `print.${state}`, register: row.register ?? 'printing', recordId: row.record_id ?? id, detail: { no: row.no, title: row.title, ...detail } })
    tx.changed('printing', id)
  }

  async redirect(tx: Tx, id: number, printer: string): Promise<void> {
    const row = await this.#row(tx, id)
    if (row.state !== 'waiting' && row.state !== 'failed') throw new UserError('wrong-state', { state: row.state })
    await tx.query(`UPDATE print_job SET printer = ?, state = 'waiting', reason = NULL WHERE id = ?`, [printer, id])
    await tx.audit({ action: 'print.redirect', register: row.register ?? 'printing', recordId: row.record_id ?? id, detail: { no: row.no, from: row.printer, to: printer } })
    tx.changed('printing', id)
  }

  async #row(tx: Tx, id: number): Promise<JobRow> {
    const [row] = await tx.query<JobRow>('SELECT * FROM print_job WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return row
  }

  async get(id: number): Promise<PrintJob> {
    const [row] = await this.store.read<JobRow>('SELECT * FROM print_job WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return job(row)
  }

  async document(id: number): Promise<SlipDocument | null> {
    const [row] = await this.store.read<{ document: string | null }>('SELECT document FROM print_job WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return row.document === null ? null : (JSON.parse(row.document) as SlipDocument)
  }

  /** Unfinished ones, oldest first, then what was finished since `since`, newest first; of one printer, or of all. */
  async list(printer: string | null, since: number, limit: number): Promise<PrintJob[]> {
    const open = await this.store.read<JobRow>(`SELECT * FROM print_job WHERE state IN ('waiting', 'printing', 'failed', 'unknown') AND printer = coalesce(?, printer) ORDER BY id LIMIT ?`, [printer, limit])
    const done = await this.store.read<JobRow>(`SELECT * FROM print_job WHERE state IN ('printed', 'cancelled') AND finished_at >= ? AND printer = coalesce(?, printer) ORDER BY id DESC LIMIT ?`, [since, printer, limit])
    return [...open, ...done].slice(0, limit).map(job)
  }

  /** By printer: how many wait (or are being printed), and of how many nobody knows whether they are on paper. */
  async countUnfinished(): Promise<Record<string, { waiting: number; unknown: number }>> {
    const rows = await this.store.read<{ printer: string; waiting: number; unknown: number }>(
      `SELECT printer, sum(state IN ('waiting', 'printing')) AS waiting, sum(state = 'unknown') AS unknown FROM print_job WHERE state IN ('waiting', 'printing', 'failed', 'unknown') GROUP BY printer`,
    )
    return Object.fromEntries(rows.map(({ printer, waiting, unknown }) => [printer, { waiting, unknown }]))
  }

  // ---- the spool's side ----

  async claimNext(role: string): Promise<{ id: number; role: string; document: SlipDocument } | null> {
    // Looked at before the write queue is entered: an idle spool must not make transactions.
    const waiting = await this.store.read(`SELECT 1 FROM print_job WHERE printer = ? AND state = 'waiting' AND document IS NOT NULL LIMIT 1`, [role])
    if (waiting.length === 0) return null
    return this.#spoolWrite(async (tx) => {
      // A slip whose visitor was erased has no document; it never holds up the others.
      const [row] = await tx.query<JobRow & { document: string }>(`SELECT * FROM print_job WHERE printer = ? AND state = 'waiting' AND document IS NOT NULL ORDER BY id LIMIT 1`, [role])
      if (!row) return null
      await tx.query(`UPDATE print_job SET state = 'printing', reason = NULL, started_at = ? WHERE id = ?`, [tx.now, row.id])
      tx.changed('printing', row.id)
      return { id: row.id, role, document: JSON.parse(row.document) as SlipDocument }
    })
  }

  async mark(id: number | string, state: PrintJobState, reason: PrintJobReason | null): Promise<void> {
    await this.#spoolWrite(async (tx) => {
      await tx.query('UPDATE print_job SET state = ?, reason = ?, finished_at = ? WHERE id = ?', [state, reason, state === 'waiting' || state === 'printing' ? null : tx.now, Number(id)])
      tx.changed('printing', Number(id))
    })
  }

  async markInterrupted(): Promise<number[]> {
    return this.#spoolWrite(async (tx) => {
      const rows = await tx.query<{ id: number }>(`UPDATE print_job SET state = 'unknown', reason = 'interrupted' WHERE state = 'printing' RETURNING id`)
      for (const row of rows) tx.changed('printing', row.id)
      return rows.map((row) => row.id)
    })
  }

  async countWaiting(): Promise<Record<string, number>> {
    const rows = await this.store.read<{ printer: string; count: number }>(`SELECT printer, count(*) AS count FROM print_job WHERE state IN ('waiting', 'printing') GROUP BY printer`)
    return Object.fromEntries(rows.map((row) => [row.printer, row.count]))
  }

  #spoolWrite<T>(work: (tx: Tx) => Promise<T>): Promise<T> { return this.store.write(systemScope(this.station), work) }
}
