import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import sqlite3 from 'sqlite3'
import { DataSource } from 'typeorm'
import { z } from 'zod'
import { type Backup, backupDir, isWhole, listBackups, stamp, withDatabase } from './backup'
import { databasePath } from './database'
import type { Store } from './store'
import { type Scope, seriesPrefix, type SeriesName, type Tx } from './types'

/** Stands in the restored database until it was opened and put in order. */
const PENDING = 'restore.pending'
const DAY = 86_400_000
/** Numbers left out for each day begun since the backup where the damaged file no longer tells the last one. */
const SKIP_PER_DAY = 1000

const lastNumber = z.object({ series: z.string(), year: z.number().int(), last: z.number().int().positive() })
const pending = z.object({ backup: z.string(), backupAt: z.number(), aside: z.string(), lastNumbers: z.array(lastNumber).nullable() })
type Pending = z.infer<typeof pending>

/** The newest backup that opens; null where none does. */
export async function newestWholeBackup(dir: string): Promise<Backup | null> {
  for (const backup of listBackups(dir)) if (await isWhole(backup.file)) return backup
  return null
}

/** The numbers last given out, if that page of the damaged file can still be read; the file is not written to. */
async function lastNumbers(path: string): Promise<Pending['lastNumbers']> {
  if (!existsSync(path)) return null
  const source = new DataSource({ type: 'sqlite', database: path, flags: sqlite3.OPEN_READONLY })
  try {
    await source.initialize()
    const rows = z.array(lastNumber).parse(await source.query('SELECT series, year, last FROM number_series'))
    return rows.length > 0 ? rows : null
  } catch {
    return null
  } finally {
    if (source.isInitialized) await source.destroy()
  }
}

/**
 * Sets the damaged database and its journal aside under a name of its own and puts the newest whole backup in its
 * place. Without one, the backups are set aside as well, and the counter begins anew. Nothing is deleted.
 * @returns where the damaged file lies, and which backup was taken.
 */
export async function setAsideAndRestore(dir: string, at: number): Promise<{ aside: string; restored: Backup | null }> {
  const path = databasePath(dir)
  const aside = `${path}.damaged-${stamp(at)}`
  const backup = await newestWholeBackup(dir)
  const restoring = `${path}.restoring`
  rmSync(restoring, { force: true })
  if (backup) {
    const left: Pending = { backup: basename(backup.file), backupAt: backup.at, aside: basename(aside), lastNumbers: await lastNumbers(path) }
    await withDatabase(backup.file, (source) => source.query('VACUUM INTO ?', [restoring]))
    await withDatabase(restoring, (source) => source.query('INSERT OR REPLACE INTO setting (key, value, updated_at) VALUES (?, ?, ?)', [PENDING, JSON.stringify(left), at]))
  }
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  if (backup) renameSync(restoring, path)
  else if (existsSync(backupDir(dir))) renameSync(backupDir(dir), join(dir, `${basename(backupDir(dir))}.damaged-${stamp(at)}`))
  return { aside: basename(aside), restored: backup }
}

/**
 * Once after a restore, before anything prints: slips that waited when the backup was made have most likely been
 * printed since, so a person decides about them; and no number that was given out since is given out again (M2).
 */
export async function settleRestore(store: Store, scope: Scope): Promise<void> {
  const [row] = await store.read<{ value: string }>('SELECT value FROM setting WHERE key = ?', [PENDING])
  if (!row) return
  const left = pending.parse(JSON.parse(row.value))
  await store.write(scope, async (tx) => {
    await tx.audit({ action: 'store.restore', register: 'settings', recordId: null, detail: { backup: left.backup, backupAt: left.backupAt, aside: left.aside } })
    await tx.query(`UPDATE print_job SET state = 'unknown', reason = 'interrupted' WHERE state IN ('waiting', 'printing')`)
    for (const series of Object.keys(seriesPrefix) as SeriesName[]) await skipNumbers(tx, series, left)
    await tx.query('DELETE FROM setting WHERE key = ?', [PENDING])
  })
}

async function skipNumbers(tx: Tx, series: SeriesName, left: Pending): Promise<void> {
  const gap = SKIP_PER_DAY * Math.max(1, Math.ceil((tx.now - left.backupAt) / DAY))
  for (let year = new Date(left.backupAt).getFullYear(); year <= new Date(tx.now).getFullYear(); year++) {
    const [row] = await tx.query<{ last: number }>('SELECT last FROM number_series WHERE series = ? AND year = ?', [series, year])
    const from = row?.last ?? 0
    const to = left.lastNumbers ? Math.max(from, ...left.lastNumbers.filter((one) => one.series === series && one.year === year).map((one) => one.last)) : from + gap
    if (to === from) continue
    await tx.query('INSERT INTO number_series (series, year, last) VALUES (?, ?, ?) ON CONFLICT (series, year) DO UPDATE SET last = excluded.last', [series, year, to])
    await tx.audit({ action: 'numbers.skip', register: series, recordId: null, detail: { year, from, to } })
  }
}
