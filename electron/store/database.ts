import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource, type QueryRunner } from 'typeorm'
import { migrate, type Migration } from './migrate'

export const DATABASE_FILE = 'qiantai.db'
export const databasePath = (dir: string): string => join(dir, DATABASE_FILE)

/**
 * The two connections to the SQLite file. TypeORM has one connection per DataSource and lets transactions on it
 * overlap, so every write goes through `writer` one after the other (transaction.ts), and reads use `reader`, which
 * sees committed rows only.
 */
export interface Database {
  path: string
  writer: DataSource
  runner: QueryRunner
  reader: DataSource
}

/** The file is not a whole SQLite database. It is never deleted; the user is asked before it is set aside. */
export class DamagedDatabaseError extends Error {}
export class DiskFullError extends Error {}
export class ReadOnlyError extends Error {}
/** Another program holds the file. */
export class DatabaseBusyError extends Error {}

/** SQLite's own words for what went wrong, as one of our errors; anything else as it came. */
export function databaseError(error: unknown): unknown {
  const code = (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code
  const text = String(error)
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || /file is not a database|malformed/.test(text)) return new DamagedDatabaseError(text, { cause: error })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new DiskFullError(text, { cause: error })
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new ReadOnlyError(text, { cause: error })
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new DatabaseBusyError(text, { cause: error })
  return error
}

/** Whoever else has an account on this machine sees nothing of the directory, old or new. */
function keepPrivate(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const { mode } = statSync(dir)
  if ((mode & 0o077) !== 0) chmodSync(dir, mode & 0o700)
}

/**
 * Opens (or makes) the database in `dir`, checks it and brings its schema up to date.
 * @throws DamagedDatabaseError, DiskFullError, ReadOnlyError, DatabaseBusyError, NewerDatabaseError
 */
export async function openDatabase(dir: string, migrations: Migration[], backUp: (path: string, fromVersion: number) => Promise<void>): Promise<Database> {
  const opened: DataSource[] = []
  try {
    keepPrivate(dir)
    const path = databasePath(dir)
    const writer = new DataSource({ type: 'sqlite', database: path, logging: false })
    opened.push(await writer.initialize())
    const runner = writer.createQueryRunner()
    // FULL: a saved entry survives a power cut. secure_delete: erased personal data is overwritten in the file (P3).
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON', 'busy_timeout = 5000']) await runner.query(`PRAGMA ${pragma}`)
    await migrate(runner, migrations, (from) => backUp(path, from))
    const reader = new DataSource({ type: 'sqlite', database: path, logging: false })
    opened.push(await reader.initialize())
    await reader.query('PRAGMA query_only = ON')
    return { path, writer, runner, reader }
  } catch (error) {
    for (const source of opened) await source.destroy().catch(() => undefined)
    throw databaseError(error)
  }
}

export async function closeDatabase(database: Database): Promise<void> {
  await database.runner.release()
  await database.reader.destroy()
  await database.writer.destroy()
}
