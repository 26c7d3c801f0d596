import { stat, statfs } from 'node:fs/promises'
import type { DeviceStatus } from '../../shared/contract/system'
import type { Store } from '../store/store'

/** How often a disk that refuses is asked whether it takes anything again. */
const PROBE_EVERY = 5_000
const LOOK_EVERY = 60_000
/** Beside the store's own size, which the next backup needs. */
const ROOM = 512 * 1024 * 1024

export interface StoreState { code: string; state: Extract<DeviceStatus['state'], 'ok' | 'warning' | 'trouble'> }
/** What is told in the strip, the gravest first. */
const grave = ['damaged', 'disk-full', 'read-only'] as const
type Worry = (typeof grave)[number] | 'disk-low' | 'backup-failed'

/** Free bytes where the directory lies. */
export type Room = (dir: string) => Promise<number>
const roomAt: Room = async (dir) => {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

/** How the store of an open counter is: whole, taken by the disk, backed up, with room to go on. */
export class StoreWatch {
  isDamaged = false
  backupFailed = false
  #asking: NodeJS.Timeout | null = null
  #lookedAt = -Infinity
  #tight = false

  constructor(private readonly store: Store, private readonly changed: () => void, private readonly room: Room = roomAt) {
    store.on('damaged', () => {
      this.isDamaged = true
      changed()
    })
    store.on('refusal', (refuses) => {
      this.stop()
      if (refuses !== null) this.#asking = setInterval(() => void store.probe(), PROBE_EVERY)
      changed()
    })
  }

  async state(): Promise<StoreState> {
    const worry = await this.#worry()
    return worry === null ? { code: 'ok', state: 'ok' } : { code: worry, state: (grave as readonly Worry[]).includes(worry) ? 'trouble' : 'warning' }
  }

  stop(): void {
    if (this.#asking) clearInterval(this.#asking)
    this.#asking = null
  }

  async #worry(): Promise<Worry | null> {
    if (this.isDamaged) return 'damaged'
    if (this.store.refuses) return this.store.refuses
    // Room first: a disk that is nearly full is why a backup was not written.
    if (await this.#isTight()) return 'disk-low'
    return this.backupFailed ? 'backup-failed' : null
  }

  /** Looked at once a minute, since every save asks. A disk that does not say how full it is does not worry anybody. */
  async #isTight(): Promise<boolean> {
    const now = this.store.clock.now()
    if (now < this.#lookedAt + LOOK_EVERY) return this.#tight
    this.#lookedAt = now
    try {
      this.#tight = (await this.room(this.store.dir)) < (await stat(this.store.path)).size + ROOM
    } catch {
      this.#tight = false
    }
    return this.#tight
  }
}
