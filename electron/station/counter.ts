import { existsSync, statSync } from 'node:fs'
import { EventPublisher } from '@orpc/server'
import type { StationConfig } from '../../shared/contract/station'
import type { Boot, LiveEvent } from '../../shared/contract/system'
import { stationConfig } from '../../shared/contract/station'
import { UserError } from '../../shared/contract/errors'
import { seedDemo } from '../demo/seed'
import type { PrinterSurroundings } from '../peripherals/printers/open-printer'
import { lastShift } from '../registers/handover/last-shift'
import type { PagePrinter, SaveDialog } from '../registers/house'
import { Sessions } from '../registers/staff/sessions'
import { isWhole, listBackups, setAsideAndRestore } from '../store/backup'
import { DamagedDatabaseError, databaseError, databasePath, DiskFullError, ReadOnlyError } from '../store/database'
import { createKey, KeyMissingError, type KeyProtector, loadKey, readKeyRecovery, recoverKey, RecoveryKeyWrongError } from '../store/key-file'
import { storedKeyRecovery } from '../store/key-record'
import { NewerDatabaseError } from '../store/migrate'
import type { Clock } from '../store/types'
import type { DefectLog } from './defect-log'
import { type DeviceReport, Devices } from './devices'
import { startHousekeeping } from './housekeeping'
import { InvalidStationFileError, readStationFile, stationFile, writeStationFile } from './station-file'
import { openTower, type Tower } from './tower'

export interface CounterOptions {
  dataDir: string
  demo: boolean
  version: string
  clock: Clock
  protector: KeyProtector
  dialog: SaveDialog
  pages: (config: () => StationConfig) => PagePrinter
  printing: Pick<PrinterSurroundings, 'system' | 'rasterise'>
  log: DefectLog
}

interface Failure { code: NonNullable<Boot['code']>; params: Boot['params'] }

/** Above this the check of the whole file waits for the daily backup, which makes it anyway. */
const CHECK_AT_START_BYTES = 200 * 1024 * 1024

/**
 * One counter: its station file, its key, its open tower and its devices. It opens as far as it can; where it can't,
 * `boot` says what is wrong, and nothing is lost.
 */
export class Counter {
  /** What pages hear without asking; `page` where it is for one of them only. */
  readonly live = new EventPublisher<{ live: { event: LiveEvent; page: number | null } }>()
  readonly sessions = new Sessions()
  tower: Tower | null = null
  devices: Devices | null = null
  protection: 'system' | 'file' = 'file'
  #config: StationConfig
  #failure: Failure | null = null
  #storeTrouble: string | null = null
  #stopHousekeeping: (() => void) | null = null

  constructor(readonly options: CounterOptions) {
    this.#config = stationConfig.parse({})
    this.sessions.on('changed', (page, session) => this.tell({ type: 'session', session }, page))
  }

  tell(event: LiveEvent, page: number | null = null): void { this.live.publish('live', { event, page }) }

  get config(): StationConfig { return this.#config }

  /** Opens what is there. Never throws for what a person can mend: `boot` tells it. */
  async open(): Promise<void> {
    this.#failure = null
    const { dataDir, demo, protector } = this.options
    try {
      this.#config = demo && !existsSync(stationFile(dataDir)) ? this.#demoConfig() : readStationFile(dataDir)
      const hasData = existsSync(databasePath(dataDir)) && statSync(databasePath(dataDir)).size > 0
      const isNew = !hasData && listBackups(dataDir).length === 0
      // A key or backups without a database: it was lost, and a new one must not silently take its place.
      if (!hasData && !isNew) throw new DamagedDatabaseError('the database is gone')
      if (isNew && !demo) return
      if (isNew) await this.#openDemo()
      else await this.#openTower(loadKey(dataDir, protector).master)
      this.protection = loadKey(dataDir, protector).protection
    } catch (error) {
      this.#failure = this.#failureOf(error)
    }
  }

  #demoConfig(): StationConfig {
    return stationConfig.parse({ printers: { receipt: { kind: 'escpos', address: 'preview' }, engineering: { kind: 'escpos', address: 'preview' } }, idReader: { kind: 'demo' } })
  }

  async #openDemo(): Promise<void> {
    const { dataDir, protector } = this.options
    const { master } = this.#newKey()
    writeStationFile(dataDir, this.#config)
    await this.#openTower(master)
    await seedDemo(this.tower!.house, { now: this.options.clock.now(), seed: 1 })
    await this.tower!.house.settings.load()
    this.protection = loadKey(dataDir, protector).protection
  }

  #newKey() {
    try {
      return createKey(this.options.dataDir, this.options.protector)
    } catch (error) {
      throw databaseError(error)
    }
  }

  async #openTower(master: Buffer): Promise<void> {
    const { dataDir, clock, dialog, pages, printing, log } = this.options
    const tower = await openTower(dataDir, master, this.sessions, {
      clock, dialog, pages: pages(() => this.#config), station: () => this.#config.station, printerRoles: () => Object.keys(this.#config.printers),
    })
    const onDefect = (error: unknown) => { log.write('station', error) }
    const devices = new Devices(this.#config, tower.house.jobs, () => clock.now(), printing, onDefect)
    const tellDevices = () => {
      void this.deviceReport().then((report) => this.tell({ type: 'devices', ...report })).catch(onDefect)
    }
    devices.on('changed', tellDevices)
    devices.on('card', (card) => this.tell({ type: 'card', card, at: clock.now() }))
    devices.on('reader', (state) => this.tell({ type: 'reader', state }))
    tower.house.store.on('changed', ({ register, ids }) => {
      this.tell({ type: 'changed', register, ids })
      if (register === 'printing') devices.spool.nudge()
      if (register === 'settings') this.tell({ type: 'settings' })
    })
    tower.house.store.on('saved', tellDevices)
    tower.house.store.on('damaged', () => { this.#storeTrouble = 'unavailable' })
    devices.on('preview', (preview) => this.tell({ type: 'preview', ...preview }))
    this.tower = tower
    this.devices = devices
    await devices.start()
    this.#stopHousekeeping = startHousekeeping(tower.house, onDefect)
    void this.#checkWhole(tower)
  }

  /** A page damaged in the middle of the file shows only when it is read; so the whole is looked at once, beside the work. */
  async #checkWhole(tower: Tower): Promise<void> {
    const [size] = await tower.house.store.read<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    if ((size?.bytes ?? 0) > CHECK_AT_START_BYTES) return
    if (!(await isWhole(tower.house.store.path))) {
      this.#storeTrouble = 'unavailable'
      this.devices?.emit('changed')
    }
  }

  #failureOf(error: unknown): Failure {
    const known = databaseError(error)
    if (known instanceof InvalidStationFileError) return { code: 'invalid-station-file', params: { file: known.file, line: known.line, reason: known.reason } }
    if (known instanceof NewerDatabaseError) return { code: 'newer-database', params: { found: known.found, supported: known.supported } }
    if (known instanceof KeyMissingError) return { code: 'key-missing', params: {} }
    if (known instanceof DamagedDatabaseError) {
      const backup = listBackups(this.options.dataDir)[0]
      return { code: 'damaged-database', params: { file: databasePath(this.options.dataDir), backupAt: backup?.at ?? 0 } }
    }
    if (known instanceof DiskFullError) return { code: 'disk-full', params: { dir: this.options.dataDir } }
    if (known instanceof ReadOnlyError) return { code: 'read-only', params: { dir: this.options.dataDir } }
    return { code: 'store-unavailable', params: { log: this.options.log.write('open', error) } }
  }

  async boot(): Promise<Boot> {
    const { demo, version } = this.options
    const settings = this.tower?.house.settings.current
    return {
      state: this.#failure ? 'failed' : this.tower ? 'ready' : 'setup',
      code: this.#failure?.code ?? null, params: this.#failure?.params ?? {},
      tower: settings?.tower ?? '', company: settings?.company ?? '', station: this.#config.station, locale: this.#config.locale, theme: this.#config.theme,
      demo, version, lastShift: this.tower ? await lastShift(this.tower.house.store) : null,
    }
  }

  async deviceReport(): Promise<DeviceReport> {
    if (!this.tower || !this.devices) return { devices: [], waitingJobs: 0, savedAt: null }
    const { store, jobs } = this.tower.house
    return this.devices.status({ code: this.#storeTrouble ?? 'ok', state: this.#storeTrouble ? 'trouble' : 'ok', savedAt: store.savedAt }, await jobs.countUnfinished())
  }

  /** Makes key and store of a new counter; the recovery key is told once. */
  async createStore(station: string, locale: StationConfig['locale']): Promise<{ recoveryKey: string }> {
    if (this.tower || this.#failure) throw new UserError('already-set-up')
    const { master, recoveryKey } = this.#newKey()
    this.saveConfig({ ...this.#config, station, locale })
    await this.#openTower(master)
    this.protection = loadKey(this.options.dataDir, this.options.protector).protection
    return { recoveryKey }
  }

  async recover(recoveryKey: string): Promise<void> {
    try {
      const master = recoverKey(this.options.dataDir, this.options.protector, recoveryKey, readKeyRecovery(this.options.dataDir) ?? (await storedKeyRecovery(this.options.dataDir)))
      this.#failure = null
      await this.#openTower(master)
    } catch (error) {
      if (error instanceof RecoveryKeyWrongError) throw new UserError('recovery-key-wrong', {}, 'recoveryKey')
      this.#failure = this.#failureOf(error)
    }
  }

  /** Only for a store that was found damaged: sets it aside and opens the newest whole backup. */
  async restoreBackup(): Promise<void> {
    if (this.#failure?.code !== 'damaged-database') throw new UserError('wrong-state', { state: this.#failure?.code ?? 'ready' })
    await setAsideAndRestore(this.options.dataDir, this.options.clock.now())
    await this.open()
  }

  saveConfig(config: StationConfig): StationConfig {
    try {
      writeStationFile(this.options.dataDir, config)
    } catch (error) {
      throw new UserError('file-not-written', { file: 'station.json', reason: error instanceof Error ? error.message : String(error) })
    }
    this.#config = config
    return config
  }

  async close(): Promise<void> {
    this.#stopHousekeeping?.()
    await this.devices?.stop()
    // Taken away first: the page still asks, and is told that the store is gone rather than finding it half closed.
    const { tower } = this
    this.tower = null
    await tower?.close()
  }
}
