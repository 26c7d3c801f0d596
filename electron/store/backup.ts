import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DataSource } from 'typeorm'
import { databasePath } from './database'

export interface Backup { file: string; at: number }

export const backupDir = (dir: string) => join(dir, 'backups')
/** A moment as part of a file's name. */
export const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z')

/** Opens another SQLite file for one piece of work. */
export async function withDatabase<T>(path: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource({ type: 'sqlite', database: path }).initialize()
  try {
    return await work(source)
  } finally {
    await source.destroy()
  }
}

/** Whether the file is a whole database of ours, by SQLite's own check; an empty file, which SQLite takes for one, is not. */
export async function isWhole(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  try {
    return await withDatabase(path, async (source) => {
      const [row] = (await source.query('PRAGMA quick_check(1)')) as { quick_check: string }[]
      const [schema] = (await source.query('PRAGMA user_version')) as { user_version: number }[]
      return row?.quick_check === 'ok' && (schema?.user_version ?? 0) > 0
    })
  } catch {
    return false
  }
}

/** Copies the database into `backups/`, checked before it gets its name. `VACUUM INTO` leaves erased rows behind. */
async function copyInto(path: string, name: string): Promise<string> {
  const directory = backupDir(dirname(path))
  mkdirSync(directory, { recursive: true })
  const target = join(directory, name)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  await withDatabase(path, (source) => source.query('VACUUM INTO ?', [partial]))
  if (!(await isWhole(partial))) throw new Error(`the backup ${name} is not whole`)
  renameSync(partial, target)
  return target
}

export const backUp = (dir: string, at: number, reason: string): Promise<string> => copyInto(databasePath(dir), `${stamp(at)}-${reason}.db`)

export async function backUpBeforeMigration(path: string, fromVersion: number): Promise<void> {
  await copyInto(path, `${stamp(Date.now())}-before-migration-from-${fromVersion}.db`)
}

/** Newest first. */
export function listBackups(dir: string): Backup[] {
  const directory = backupDir(dir)
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.db'))
    .map((name) => ({ file: join(directory, name), at: Math.floor(statSync(join(directory, name)).mtimeMs) }))
    .sort((a, b) => b.at - a.at)
}

const DAY = 86_400_000
const KEPT_DAYS = 14

/**
 * Which backups to keep: all of the last two days, one a day for two weeks or for `retentionDays` where that is shorter,
 * none older, since a backup holds personal data that the retention sweep has erased from the store (P3): what is
 * erased is gone everywhere two weeks later. The newest is always kept.
 */
export function backupsToDelete(backups: Backup[], now: number, retentionDays: number): Backup[] {
  const days = Math.min(KEPT_DAYS, retentionDays)
  const seenDays = new Set<number>()
  return [...backups].sort((a, b) => b.at - a.at).filter((backup, i) => {
    const age = now - backup.at
    const dayNumber = Math.floor(backup.at / DAY)
    const first = !seenDays.has(dayNumber)
    seenDays.add(dayNumber)
    if (i === 0 || age < 2 * DAY) return false
    return !first || age > days * DAY
  })
}

export function pruneBackups(dir: string, now: number, retentionDays: number): void {
  for (const backup of backupsToDelete(listBackups(dir), now, retentionDays)) rmSync(backup.file)
}
