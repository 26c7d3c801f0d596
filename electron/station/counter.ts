import { existsSync, statSync } from 'node:fs'
import { EventPublisher } from '@orpc/server'
import type { StationConfig } from '../../shared/contract/station'
import type { Boot, LiveEvent } from '../../shared/contract/system'
import { stationConfig } from '../../shared/contract/station'
import { UserError } from '../../shared/contract/errors'
import type { PrinterSurroundings } from '../peripherals/printers/open-printer'
import { lastShift } from '../registers/handover/last-shift'
import type { House, PagePrinter, SaveDialog } from '../registers/house'
import { Sessions } from '../registers/staff/sessions'
import { isWhole, listBackups } from '../store/backup'
import { DamagedDatabaseError, databasePath } from '../store/database'
import { createKey, type KeyProtector, loadKey, type OpenedKey, recoverKey, RecoveryKeyWrongError, renewRecovery } from '../store/key-file'
import { keepKeyRecovery, storedKeyRecord } from '../store/key-record'
import { setAsideAndRestore } from '../store/restore'
import type { Clock, Scope } from '../store/types'
import type { DefectLog } from './defect-log'
import { claimForDemo } from './demo-directory'
import { type DeviceReport, Devices } from './devices'
import { type Failure, failureOf, refusalOf } from './failure'
import { startHousekeeping } from './housekeeping'
import { readStationFile, stationFile, writeStationFile } from './station-file'
import { StoreWatch } from './store-watch'
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
  /** False where `station.json` could not be read: it is then never written over. */
  #configRead = false
  #failure: Failure | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #storeWatch: StoreWatch | null = null
  #stopHousekeeping: (() => void) | null = null

  constructor(readonly options: CounterOptions) {
    this.#config = stationConfig.parse({})
    this.sessions.on('changed', (page, session) => this.tell({ type: 'session', session }, page))
  }

  tell(event: LiveEvent, page: number | null = null): void { this.live.publish('live', { event, page }) }

  get config(): StationConfig { return this.#config }

  /** One after the other: two towers on one file would spoil it. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(work)
    this.#turn = run.catch(() => undefined)
    return run
  }

  /** Opens what is there. Never throws for what a person can mend: `boot` tells it. */
  open(): Promise<void> { return this.#alone(() => this.#open()) }

  /** Opens again after a failure whose cause was mended; does nothing where the counter is open. */
  retry(): Promise<void> { return this.#alone(async () => { if (this.#failure) await this.#open() }) }

  async #open(): Promise<void> {
    const { dataDir, demo, protector } = this.options
    await this.#attempt(async () => {
      this.#configRead = false
      this.#config = demo && !existsSync(stationFile(dataDir)) ? this.#demoConfig() : readStationFile(dataDir)
      this.#configRead = true
      if (demo) claimForDemo(dataDir)
      const isNew = this.#isNew()
      if (isNew && !demo) return
      // A key or backups without a database: it was lost, and a new one must not silently take its place.
      if (!isNew && !this.#hasDatabase()) throw new DamagedDatabaseError('the database is gone')
      await this.#openTower(isNew ? createKey(dataDir, protector) : loadKey(dataDir, protector))
      if (demo && !(await this.#hasStaff())) await this.#fillDemo()
    })
  }

  /** Whether it worked or not, nothing is left half open. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    await this.#shut()
    this.#failure = null
    try {
      await work()
    } catch (error) {
      await this.#shut()
      this.#failure = await failureOf(error, this.options.dataDir, this.options.log)
    }
  }

  #hasDatabase(): boolean {
    const path = databasePath(this.options.dataDir)
    return existsSync(path) && statSync(path).size > 0
  }

  #isNew(): boolean { return !this.#hasDatabase() && listBackups(this.options.dataDir).length === 0 }

  /** Without staff nobody could sign in: set-up was cut short, and goes on with the store that is there. */
  async #hasStaff(): Promise<boolean> {
    return this.tower !== null && (await this.tower.house.store.read('SELECT 1 FROM staff LIMIT 1')).length > 0
  }

  #demoConfig(): StationConfig {
    return stationConfig.parse({ printers: { receipt: { kind: 'escpos', address: 'preview' }, engineering: { kind: 'escpos', address: 'preview' } }, idReader: { kind: 'demo' } })
  }

  async #fillDemo(): Promise<void> {
    const { house } = this.tower!
    writeStationFile(this.options.dataDir, this.#config)
    // Only the demo needs it.
    const { seedDemo } = await import('../demo/seed')
    await seedDemo(house, { now: this.options.clock.now(), seed: 1 })
    await house.settings.load()
  }

  async #openTower({ master, protection }: OpenedKey): Promise<void> {
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
    devices.on('preview', (preview) => this.tell({ type: 'preview', ...preview }))
    this.tower = tower
    this.devices = devices
    this.protection = protection
    const watch = new StoreWatch(tower.house.store, tellDevices)
    this.#storeWatch = watch
    await devices.start()
    this.#stopHousekeeping = startHousekeeping(tower.house, (worked) => {
      watch.backupFailed = !worked
      tellDevices()
    }, onDefect)
    void this.#checkWhole(tower, watch)
  }

  /** A page damaged in the middle of the file shows only when it is read; so the whole is looked at once, beside the work. */
  async #checkWhole(tower: Tower, watch: StoreWatch): Promise<void> {
    const [size] = await tower.house.store.read<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    if ((size?.bytes ?? 0) > CHECK_AT_START_BYTES) return
    if (!(await isWhole(tower.house.store.path))) {
      watch.isDamaged = true
      this.devices?.emit('changed')
    }
  }

  async boot(): Promise<Boot> {
    const { demo, version } = this.options
    const settings = this.tower?.house.settings.current
    const isReady = await this.#hasStaff()
    return {
      state: this.#failure ? 'failed' : isReady ? 'ready' : 'setup',
      code: this.#failure?.code ?? null, params: this.#failure?.params ?? {},
      tower: settings?.tower ?? '', company: settings?.company ?? '', station: this.#config.station, locale: this.#config.locale, theme: this.#config.theme,
      demo, version, lastShift: this.tower && isReady ? await lastShift(this.tower.house.store) : null,
    }
  }

  async deviceReport(): Promise<DeviceReport> {
    if (!this.tower || !this.devices || !this.#storeWatch) return { devices: [], waitingJobs: 0, savedAt: null }
    const { tower: { house: { store, jobs } }, devices } = this
    const [state, unfinished] = await Promise.all([this.#storeWatch.state(), jobs.countUnfinished()])
    return devices.status({ ...state, savedAt: store.savedAt }, unfinished)
  }

  /**
   * Makes key and store of a new counter and has them furnished (the first administrator last); the recovery key is
   * told once. Where a set-up was cut short, it goes on with the store that is there, under a new recovery key.
   * @throws UserError already-set-up, disk-full, store-read-only; what `furnish` throws.
   */
  createStore({ station, locale }: Pick<StationConfig, 'station' | 'locale'>, furnish: (house: House) => Promise<void>): Promise<{ recoveryKey: string }> {
    return this.#alone(async () => {
      if (!this.tower && !this.#isNew()) await this.#open()
      if (this.#failure || await this.#hasStaff()) throw new UserError('already-set-up')
      try {
        const recoveryKey = this.tower ? await this.renewRecoveryKey({ actor: { id: null, name: '' }, station }) : await this.#newTower()
        this.saveConfig({ ...this.#config, station, locale })
        await furnish(this.tower!.house)
        return { recoveryKey }
      } catch (error) {
        throw refusalOf(error)
      }
    })
  }

  async #newTower(): Promise<string> {
    const { recoveryKey, ...key } = createKey(this.options.dataDir, this.options.protector)
    await this.#openTower(key)
    return recoveryKey
  }

  /** A new recovery key, in the key file and in the open database. */
  async renewRecoveryKey(scope: Scope): Promise<string> {
    if (!this.tower) throw new UserError('store-unavailable')
    const { recoveryKey, recovery } = renewRecovery(this.options.dataDir, this.options.protector)
    await keepKeyRecovery(this.tower.house.store, scope, recovery)
    return recoveryKey
  }

  /** Opens a store whose key is missing, or another store's. @throws UserError recovery-key-wrong, wrong-state */
  recover(recoveryKey: string): Promise<void> {
    return this.#alone(async () => {
      this.#only('key-missing')
      const { dataDir, protector } = this.options
      let wrong: UserError | null = null
      const missing = this.#failure
      await this.#attempt(async () => {
        try {
          await this.#openTower(recoverKey(dataDir, protector, recoveryKey, await storedKeyRecord(dataDir)))
        } catch (error) {
          if (!(error instanceof RecoveryKeyWrongError)) throw error
          wrong = new UserError('recovery-key-wrong', {}, 'recoveryKey')
        }
      })
      if (!wrong) return
      this.#failure = missing
      throw wrong
    })
  }

  /** Only for a store that was found damaged: sets it aside and opens the newest whole backup; without one, begins anew. */
  restoreBackup(): Promise<void> {
    return this.#alone(async () => {
      this.#only('damaged-database')
      const { dataDir, clock } = this.options
      try {
        await setAsideAndRestore(dataDir, clock.now())
      } catch (error) {
        throw refusalOf(error)
      }
      await this.#open()
    })
  }

  #only(code: Failure['code']): void {
    if (this.#failure?.code !== code) throw new UserError('wrong-state', { state: this.#failure?.code ?? 'ready' })
  }

  /** Takes the configuration over and writes it down; a file that could not be read stays as it is. @throws UserError file-not-written */
  saveConfig(config: StationConfig): StationConfig {
    try {
      if (this.#configRead) writeStationFile(this.options.dataDir, config)
    } catch (error) {
      throw new UserError('file-not-written', { file: 'station.json', reason: error instanceof Error ? error.message : String(error) })
    }
    this.#config = config
    return config
  }

  close(): Promise<void> { return this.#alone(() => this.#shut()) }

  async #shut(): Promise<void> {
    this.#stopHousekeeping?.()
    this.#stopHousekeeping = null
    this.#storeWatch?.stop()
    this.#storeWatch = null
    const { devices, tower } = this
    await devices?.stop()
    this.devices = null
    // Taken away first: the page still asks, and is told that the store is gone rather than finding it half closed.
    this.tower = null
    await tower?.close()
  }
}
