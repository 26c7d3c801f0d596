import { EventEmitter } from 'node:events'
import { UserError } from '../../shared/contract/errors'
import { appendAudit } from './audit'
import { backUpBeforeMigration } from './backup'
import { closeDatabase, DamagedDatabaseError, type Database, databaseError, DiskFullError, openDatabase, ReadOnlyError } from './database'
import { schemaVersion } from './migrate'
import { migrations } from './migrations'
import { takeNumber } from './numbers'
import type { Clock, Scope, Sql, Tx } from './types'
import type { Vault } from './vault'

interface StoreEvents {
  /** After a commit: which records of which register changed. */
  changed: [{ register: string; ids: number[] }]
  /** After a commit: when. */
  saved: [number]
  /** The file turned out to be damaged while working. */
  damaged: []
  /** The disk began to refuse what is written, or takes it again. */
  refusal: [StoreRefusal | null]
}

/** Why the disk takes nothing. */
export type StoreRefusal = 'disk-full' | 'read-only'

/** What is committed is saved, whatever a listener does: its failure is a warning to the process, not an answer to whoever saved. */
function told(tell: () => unknown): void {
  try {
    tell()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

/**
 * The tower's data. Every write is one transaction, and transactions run one after the other: the rule is checked, the
 * row written, the number taken, the audit line chained, the notice and the print job queued, or nothing at all.
 */
export class Store extends EventEmitter<StoreEvents> {
  readonly #reads = new Set<Promise<unknown>>()
  #ending = false
  #closing = false
  #queue: Promise<unknown> = Promise.resolve()
  #refuses: StoreRefusal | null = null
  savedAt: number | null = null

  private constructor(readonly dir: string, readonly clock: Clock, readonly vault: Vault, private readonly database: Database) {
    super()
  }

  /** @throws what `openDatabase` throws. */
  static async open(options: { dir: string; clock: Clock; vault: Vault }): Promise<Store> {
    const database = await openDatabase(options.dir, migrations, backUpBeforeMigration)
    return new Store(options.dir, options.clock, options.vault, database)
  }

  get path(): string { return this.database.path }

  /** What the disk said to the last write; null when it took it. */
  get refuses(): StoreRefusal | null { return this.#refuses }

  /** Reads committed rows only, never waits for a writer. @throws UserError store-unavailable once the store closes */
  async read<T = Record<string, unknown>>(sql: string, parameters: Sql[] = []): Promise<T[]> {
    if (this.#closing) throw new UserError('store-unavailable')
    const run = this.database.reader.query(sql, parameters) as Promise<T[]>
    this.#reads.add(run)
    try {
      return await run
    } finally {
      this.#reads.delete(run)
    }
  }

  /**
   * Runs `work` in the one write transaction, after those asked for before it. Don't call it from within `work`: it
   * would wait for itself.
   * @throws UserError disk-full, store-read-only or store-unavailable when the disk refuses; whatever `work` throws.
   */
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#ending) return Promise.reject(new UserError('store-unavailable'))
    const run = this.#queue.then(() => this.#transaction(scope, work))
    this.#queue = run.catch(() => undefined)
    return run
  }

  async #transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { runner } = this.database
    const now = this.clock.now()
    const changes = new Map<string, Set<number>>()
    const afterCommit: (() => void)[] = []
    // The space: TypeORM answers what begins with INSERT by the last row id, and loses the rows of RETURNING.
    const query = async <R>(sql: string, parameters: Sql[] = []) => (await runner.query(` ${sql}`, parameters)) as R[]
    const tx: Tx = {
      scope,
      now,
      query,
      number: (series) => takeNumber(query, series, now),
      audit: (line) => appendAudit(query, scope, now, line),
      changed: (register, id) => { changes.set(register, (changes.get(register) ?? new Set()).add(id)) },
      afterCommit: (task) => { afterCommit.push(task) },
    }
    let result: T
    try {
      await runner.query('BEGIN IMMEDIATE')
      result = await work(tx)
      await runner.query('COMMIT')
    } catch (error) {
      // SQLite may have rolled back by itself (disk full); a second rollback is then refused, and that is fine.
      await runner.query('ROLLBACK').catch(() => undefined)
      throw this.#refusal(error)
    }
    this.savedAt = this.clock.now()
    const savedAt = this.savedAt
    this.#heard(null)
    for (const [register, ids] of changes) told(() => this.emit('changed', { register, ids: [...ids] }))
    told(() => this.emit('saved', savedAt))
    for (const task of afterCommit) told(task)
    return result
  }

  /** Whether the disk takes anything again: asked while it refuses, so that nobody has to try with a visitor waiting. */
  probe(): Promise<void> {
    if (this.#ending) return Promise.resolve()
    const run = this.#queue.then(async () => {
      const { runner } = this.database
      try {
        await runner.query('BEGIN IMMEDIATE')
        // Writes a page, and changes nothing.
        await runner.query(`PRAGMA user_version = ${await schemaVersion(runner)}`)
        await runner.query('COMMIT')
        this.#heard(null)
      } catch (error) {
        await runner.query('ROLLBACK').catch(() => undefined)
        this.#refusal(error)
      }
    })
    this.#queue = run
    return run
  }

  #heard(refuses: StoreRefusal | null): void {
    if (refuses === this.#refuses) return
    this.#refuses = refuses
    told(() => this.emit('refusal', refuses))
  }

  #refusal(error: unknown): unknown {
    const known = databaseError(error)
    if (known instanceof DiskFullError) {
      this.#heard('disk-full')
      return new UserError('disk-full')
    }
    if (known instanceof ReadOnlyError) {
      this.#heard('read-only')
      return new UserError('store-read-only')
    }
    if (known instanceof DamagedDatabaseError) {
      this.emit('damaged')
      return new UserError('store-unavailable')
    }
    return error
  }

  /** What was asked for before is still answered. */
  async close(): Promise<void> {
    this.#ending = true
    await this.#queue
    this.#closing = true
    await Promise.allSettled(this.#reads)
    await closeDatabase(this.database)
  }
}
