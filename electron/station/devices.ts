import { EventEmitter } from 'node:events'
import type { IdCard, ReaderState } from '../../shared/contract/id-card'
import type { StationConfig } from '../../shared/contract/station'
import type { DeviceStatus } from '../../shared/contract/system'
import { takesSlips } from '../../shared/slip/printer-status'
import { createReader } from '../peripherals/id-readers/create-reader'
import { DemoReader } from '../peripherals/id-readers/demo'
import type { IdReader } from '../peripherals/id-readers/id-reader'
import type { JobStore } from '../peripherals/printers/job-store'
import { openPrinter, type PrinterSurroundings } from '../peripherals/printers/open-printer'
import { Spool } from '../peripherals/printers/spool'

export interface UnfinishedJobs { waiting: number; unknown: number }
export interface DeviceReport { devices: DeviceStatus[]; waitingJobs: number; savedAt: number | null }

interface DeviceEvents {
  /** A state changed, as the status strip shows it. */
  changed: []
  card: [IdCard]
  reader: [ReaderState]
  /** A preview printer has a new slip to show. */
  preview: [{ printer: string; jobId: number }]
}

/** The station's printers and reader, opened by its configuration and again when that changes. */
export class Devices extends EventEmitter<DeviceEvents> {
  readonly spool: Spool
  #reader: IdReader | null = null
  #turn: Promise<void> = Promise.resolve()
  #unsubscribe: (() => void)[] = []
  #config: StationConfig
  readonly #since = new Map<string, { code: string; at: number }>()
  readonly #lastAt = new Map<string, number>()

  constructor(
    config: StationConfig, jobs: JobStore, private readonly now: () => number,
    private readonly surroundings: Pick<PrinterSurroundings, 'system' | 'rasterise'>, private readonly onDefect: (error: unknown) => void,
  ) {
    super()
    this.#config = config
    this.spool = new Spool(jobs, { onDefect })
    this.spool.on('status', () => this.emit('changed'))
    this.spool.on('job', (job) => {
      if (job.state === 'printed') {
        this.#lastAt.set(`printer:${job.role}`, this.now())
        if (this.#isPreview(job.role)) this.emit('preview', { printer: job.role, jobId: Number(job.id) })
      }
      this.emit('changed')
    })
  }

  async start(): Promise<void> {
    await this.spool.start(this.#printers())
    this.#openReader()
  }

  configure(config: StationConfig): Promise<void> {
    return this.#alone(async () => {
      this.#config = config
      await this.spool.setPrinters(this.#printers())
      await this.#closeReader()
      this.#openReader()
      this.emit('changed')
    })
  }

  /** One change after the other: two at once would open two readers on one line. */
  #alone(work: () => Promise<void>): Promise<void> {
    const run = this.#turn.then(work)
    this.#turn = run.catch(() => undefined)
    return run
  }

  printerRoles(): string[] { return Object.keys(this.#config.printers) }

  /** Opens a device anew: a reader, or a look at every printer. */
  reconnect(key: string): Promise<void> {
    return this.#alone(async () => {
      if (key === 'reader') {
        await this.#closeReader()
        this.#openReader()
      } else {
        await this.spool.setPrinters(this.#printers())
      }
    })
  }

  reread(): void { this.#reader?.reread() }

  /** Demo only; false when the station's reader is a real one. */
  present(card: IdCard): boolean {
    if (!(this.#reader instanceof DemoReader)) return false
    this.#reader.present(card)
    return true
  }

  /** What the status strip shows; `jobs` are the unfinished ones by printer. */
  status(store: { code: string; state: DeviceStatus['state']; savedAt: number | null }, jobs: Record<string, UnfinishedJobs>): DeviceReport {
    const states = this.spool.states()
    const printers = Object.entries(this.#config.printers).map(([role, config]) => {
      const state = states[role] ?? 'unknown'
      const isReady = takesSlips(state) && state !== 'near-end'
      // A print in doubt outlasts the trouble that made it so, and somebody has to look at the paper.
      const isInDoubt = isReady && (jobs[role]?.unknown ?? 0) > 0
      return this.#device(
        `printer:${role}`, 'printer', role, isInDoubt || state === 'near-end' ? 'warning' : isReady ? 'ok' : 'trouble', isInDoubt ? 'in-doubt' : state,
        config.kind === 'escpos' ? config.address : config.name, jobs[role],
      )
    })
    const devices = [...printers, this.#readerStatus(), this.#device('wedge', 'wedge', 'wedge', this.#config.keyboardReader ? 'ok' : 'off', this.#config.keyboardReader ? 'ok' : 'off', ''), this.#device('store', 'store', 'store', store.state, store.code, '', undefined, store.savedAt)]
    return { devices, waitingJobs: Object.values(jobs).reduce((sum, count) => sum + count.waiting, 0), savedAt: store.savedAt }
  }

  stop(): Promise<void> {
    return this.#alone(async () => {
      await this.#closeReader()
      await this.spool.stop()
    })
  }

  #printers() {
    return Object.entries(this.#config.printers).map(([role, config]) => openPrinter(role, config, {
      ...this.surroundings, onDefect: this.onDefect,
    }))
  }

  #isPreview(role: string): boolean {
    const config = this.#config.printers[role]
    return config?.kind === 'escpos' && config.address === 'preview'
  }

  #openReader(): void {
    if (!this.#config.idReader) return
    const reader = createReader(this.#config.idReader, this.now)
    this.#unsubscribe = [
      reader.on('card', (card) => {
        this.#lastAt.set('reader', this.now())
        this.emit('card', card)
      }),
      reader.on('state', (state) => {
        this.emit('reader', state)
        this.emit('changed')
      }),
    ]
    this.#reader = reader
    reader.start()
  }

  async #closeReader(): Promise<void> {
    for (const end of this.#unsubscribe) end()
    this.#unsubscribe = []
    await this.#reader?.stop()
    this.#reader = null
  }

  #readerStatus(): DeviceStatus {
    const config = this.#config.idReader
    const address = config?.kind === 'sam' ? `${config.path}, ${config.baudRate}` : ''
    if (!this.#reader) return this.#device('reader', 'reader', 'reader', 'off', 'off', address)
    const { state } = this.#reader
    switch (state.status) {
      case 'connected': return this.#device('reader', 'reader', 'reader', 'ok', 'ok', address)
      case 'reading': return this.#device('reader', 'reader', 'reader', 'ok', 'reading', address)
      case 'disconnected': return this.#device('reader', 'reader', 'reader', 'trouble', 'disconnected', address)
      case 'error': return this.#device('reader', 'reader', 'reader', state.lift || state.code === 'reader.no-card' ? 'warning' : 'trouble', state.code.replace('reader.', ''), address)
    }
  }

  #device(key: string, kind: DeviceStatus['kind'], role: string, state: DeviceStatus['state'], code: string, address: string, jobs: UnfinishedJobs = { waiting: 0, unknown: 0 }, lastAt: number | null = this.#lastAt.get(key) ?? null): DeviceStatus {
    const known = this.#since.get(key)
    if (known?.code !== code) this.#since.set(key, { code, at: this.now() })
    return { key, kind, role, state, code, address, since: this.#since.get(key)!.at, ...jobs, lastAt }
  }
}
