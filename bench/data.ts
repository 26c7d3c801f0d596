import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import sqlite3 from 'sqlite3'
import type { Tower } from '../electron/station/tower'
import { createKey, filePermissionsOnly, loadKey } from '../electron/store/key-file'
import { withTower } from '../e2e/fixtures/seed-tower'
import { fill } from './fill'
import type { Ready } from './ready'

/** What decides the content of a data set: schema, index and generator. */
const MADE_BY = ['electron/demo', 'electron/store/migrations', 'electron/store/text-index.ts', 'electron/store/vault.ts', 'bench/fill.ts']

function version(): string {
  const files = MADE_BY.flatMap((path) => (path.endsWith('.ts') ? [path] : readdirSync(path).map((name) => `${path}/${name}`)))
  const hash = createHash('sha256')
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort()) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Opens a tower outside the application. */
export const open = <T>(dir: string, work: (tower: Tower) => Promise<T>): Promise<T> => withTower(dir, loadKey(dir, filePermissionsOnly).master, work)

/**
 * The data directory of a tower with so many entries; made once, then kept in the cache. Read it or copy it: it is not
 * to be written to.
 */
export async function dataSet(ready: Ready, entries: number, contacts: number): Promise<string> {
  const dir = join(ready.cacheDir, `${version()}-${entries}-${contacts}`)
  if (existsSync(dir)) return dir
  mkdirSync(ready.cacheDir, { recursive: true })
  for (const old of readdirSync(ready.cacheDir).filter((name) => !name.startsWith(version()))) rmSync(join(ready.cacheDir, old), { recursive: true })
  ready.say(`Making ${entries.toLocaleString('en')} entries (once; kept in ${ready.cacheDir})…`)
  const making = `${dir}.making`
  rmSync(making, { recursive: true, force: true })
  createKey(making, filePermissionsOnly)
  await open(making, (tower) => fill(tower, entries, contacts))
  renameSync(making, dir)
  return dir
}

/** Reads the database once, so that what follows measures the program and not the disk. */
export async function warm(dataDir: string): Promise<void> {
  await finished(createReadStream(join(dataDir, 'qiantai.db')).resume())
}

/** A copy to write to. */
export function copyOf(dataDir: string, to: string): string {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(dataDir)) cpSync(join(dataDir, name), join(to, name), { recursive: true })
  return to
}

export type Parameter = string | number | null | Buffer

/** The database through the bare driver. */
export class Raw {
  private constructor(private readonly database: sqlite3.Database) {}

  static open(dataDir: string): Promise<Raw> {
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(join(dataDir, 'qiantai.db'), (error) => (error ? reject(error) : resolve(new Raw(database))))
    })
  }

  all<T>(sql: string, parameters: readonly Parameter[] = []): Promise<T[]> {
    return new Promise((resolve, reject) => { this.database.all<T>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows))) })
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => { this.database.close((error) => (error ? reject(error) : resolve())) })
  }
}
