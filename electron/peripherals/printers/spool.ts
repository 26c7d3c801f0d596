import type { PrinterRole } from '@shared/slip/printer-config'
import type { PrintJobReason, PrintJobState, PrintOutcome } from '@shared/slip/printer-status'
import type { JobStore, PrintJob } from './job-store'
import type { PrinterStatus, ReceiptPrinter } from './printer'
import type { SpoolEvents } from './spool-events'
import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { printRefusal, takesSlips } from '@shared/slip/printer-status'

export interface SpoolOptions {
  /** How often each printer is asked how it is, in milliseconds. */
  pollMs?: number
  /** The store or a driver failed, which is a defect; the job stays as the store has it. */
  onDefect?: (error: unknown) => void
}

/** Polling that is fast enough to go on two seconds after the paper is in. */
const POLL_MS = 2000

interface Lane {
  printer: ReceiptPrinter
  /** The run under way; jobs of one printer go one at a time. */
  running: Promise<void> | null
  /** Asked to look again while running. */
  again: boolean
  state: PrinterStatus['state'] | null
}

/**
 * Prints the store's jobs. Start it when the store is open, `nudge` it after each commit that queued one.
 * A job whose bytes went out is never sent again by itself; one that never left waits until its printer is well.
 */
export class Spool extends EventEmitter<SpoolEvents> {
  private readonly lanes = new Map<PrinterRole, Lane>()
  private readonly watches = new Set<Promise<void>>()
  private readonly ending = new AbortController()

  constructor(private readonly store: JobStore, private readonly options: SpoolOptions = {}) {
    super()
  }

  /** Puts aside what a crash left half-printed, then prints what waits. */
  async start(printers: ReceiptPrinter[]): Promise<void> {
    await this.store.markInterrupted()
    this.install(printers)
  }

  /** Changes the printers; a job under way is finished on the old one, what waits goes to the new one. */
  async setPrinters(printers: ReceiptPrinter[]): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.running))
    this.install(printers)
  }

  /** There may be a new job, for one role or any. Returns at once. */
  nudge(role?: PrinterRole): void {
    for (const [name, lane] of this.lanes) if (role === undefined || role === name) this.run(lane)
  }

  /** The last known state of each printer; null where it was not asked yet. */
  states(): Record<PrinterRole, PrinterStatus['state'] | null> {
    return Object.fromEntries([...this.lanes].map(([role, lane]) => [role, lane.state]))
  }

  /** Takes no more jobs; resolves when the ones under way are through. */
  async stop(): Promise<void> {
    this.ending.abort()
    await Promise.all(this.watches)
    await Promise.all([...this.lanes.values()].map((lane) => lane.running))
  }

  private get stopped(): boolean {
    return this.ending.signal.aborted
  }

  private isCurrent(lane: Lane): boolean {
    return !this.stopped && this.lanes.get(lane.printer.role) === lane
  }

  private install(printers: ReceiptPrinter[]): void {
    this.lanes.clear()
    for (const printer of printers) {
      const lane: Lane = { printer, running: null, again: false, state: null }
      this.lanes.set(printer.role, lane)
      const watch = this.watch(lane).finally(() => this.watches.delete(watch))
      this.watches.add(watch)
    }
    this.nudge()
  }

  /** Asks a printer how it is, again and again; each for itself, since one may take long to answer. */
  private async watch(lane: Lane): Promise<void> {
    while (this.isCurrent(lane)) {
      try {
        const { state } = await lane.printer.status()
        this.setState(lane, state)
        if (takesSlips(state) && ((await this.store.countWaiting())[lane.printer.role] ?? 0) > 0) this.run(lane)
      } catch (error) {
        this.options.onDefect?.(error)
      }
      await setTimeout(this.options.pollMs ?? POLL_MS, undefined, { signal: this.ending.signal }).catch(() => {})
    }
  }

  private setState(lane: Lane, state: PrinterStatus['state']): void {
    const { role } = lane.printer
    // A printer that was replaced while it was being asked has nothing more to say.
    if (lane.state === state || !this.isCurrent(lane)) return
    lane.state = state
    this.emit('status', { role, status: { state } })
  }

  private run(lane: Lane): void {
    if (this.stopped) return
    if (lane.running) {
      lane.again = true
      return
    }
    lane.running = this.drain(lane)
      .catch((error: unknown) => this.options.onDefect?.(error))
      .then(() => {
        lane.running = null
        if (lane.again && this.isCurrent(lane)) {
          lane.again = false
          this.run(lane)
        }
      })
  }

  private async drain(lane: Lane): Promise<void> {
    while (this.isCurrent(lane)) {
      const job = await this.store.claimNext(lane.printer.role)
      if (job === null) return
      this.tell(job, 'printing', null)
      if (!await this.carryOut(lane, job)) return
    }
  }

  /** True when the next job may follow. */
  private async carryOut(lane: Lane, job: PrintJob): Promise<boolean> {
    const outcome = await this.print(lane, job)
    if (outcome.kind === 'printed') {
      await this.settle(job, 'printed', null)
      return true
    }
    if (outcome.kind === 'unknown') {
      await this.settle(job, 'unknown', outcome.reason)
      return true
    }
    const { reason } = outcome
    const refusal = printRefusal.safeParse(reason)
    if (refusal.success) {
      await this.settle(job, 'failed', reason)
      return true
    }
    await this.settle(job, 'waiting', reason)
    this.setState(lane, reason as PrinterStatus['state'])
    // Asked to look again meanwhile or not: the printer is in trouble, and the poll says when it is well.
    lane.again = false
    return false
  }

  /** A driver that breaks down leaves open what reached the paper: a person decides, and the next job may follow. */
  private async print(lane: Lane, job: PrintJob): Promise<PrintOutcome> {
    try {
      return await lane.printer.print(job.document)
    } catch (error) {
      this.options.onDefect?.(error)
      return { kind: 'unknown', reason: 'error' }
    }
  }

  private async settle(job: PrintJob, state: PrintJobState, reason: PrintJobReason | null): Promise<void> {
    await this.store.mark(job.id, state, reason)
    this.tell(job, state, reason)
  }

  private tell(job: PrintJob, state: PrintJobState, reason: PrintJobReason | null): void {
    this.emit('job', { id: job.id, role: job.role, state, reason })
  }
}
