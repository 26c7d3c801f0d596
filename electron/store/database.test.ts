import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DamagedDatabaseError, databasePath, ReadOnlyError } from './database'
import { isWhole, listBackups } from './backup'
import { NewerDatabaseError } from './migrate'
import { newDir, openTestStore, testScope } from './testing'

let dir: string
beforeEach(() => { dir = newDir() })
afterEach(() => {
  chmodSync(dir, 0o700)
  rmSync(dir, { recursive: true, force: true })
})

const open = () => openTestStore({ dir })
async function filled(): Promise<void> {
  const t = await open()
  await t.store.write(testScope, async (tx) => { for (let i = 1; i <= 400; i++) await tx.query('INSERT INTO unit (room, floor) VALUES (?, ?)', [`room ${i} ${'x'.repeat(200)}`, '1']) })
  await t.close()
}
function overwrite(at: number, bytes: Buffer): void {
  const file = openSync(databasePath(dir), 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

describe('opening', () => {
  test('makes directory and schema, and opens what it made again', async () => {
    const inside = join(dir, 'deeper', 'still')
    const t = await openTestStore({ dir: inside })
    expect(await t.store.read('SELECT count(*) AS n FROM entry')).toEqual([{ n: 0 }])
    expect(await t.store.read('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    await t.close()
    const again = await openTestStore({ dir: inside })
    expect(listBackups(inside)).toEqual([])
    await again.close()
  })

  test('keeps to what the store promises: full synchronisation, foreign keys, overwritten deletions', async () => {
    const t = await open()
    await t.store.write(testScope, async (tx) => {
      expect(await tx.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
      expect(await tx.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }])
      expect(await tx.query('PRAGMA secure_delete')).toEqual([{ secure_delete: 1 }])
    })
    await expect(t.store.write(testScope, (tx) => tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (9, 9)'))).rejects.toThrow(/FOREIGN KEY/)
    await t.close()
  })

  test('a database of a newer program is refused and not touched', async () => {
    await filled()
    const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
    await source.query('PRAGMA user_version = 99')
    await source.destroy()
    const before = readFileSync(databasePath(dir))
    await expect(open()).rejects.toMatchObject({ found: 99 })
    await expect(open()).rejects.toBeInstanceOf(NewerDatabaseError)
    expect(readFileSync(databasePath(dir)).equals(before)).toBe(true)
    expect(listBackups(dir)).toEqual([])
  })
})

describe('a damaged file', () => {
  test('with its head overwritten is told, and not touched', async () => {
    await filled()
    overwrite(0, Buffer.alloc(64, 0x5a))
    const before = readFileSync(databasePath(dir))
    await expect(open()).rejects.toBeInstanceOf(DamagedDatabaseError)
    expect(readFileSync(databasePath(dir)).equals(before)).toBe(true)
  })

  test('that is no database at all is told', async () => {
    writeFileSync(databasePath(dir), 'once upon a time '.repeat(1000))
    await expect(open()).rejects.toBeInstanceOf(DamagedDatabaseError)
  })

  test('with its middle overwritten is found by the check of the whole, and by the first reading of that place', async () => {
    await filled()
    const { size } = statSync(databasePath(dir))
    const half = Math.floor(size / 2 / 4096) * 4096
    overwrite(half, Buffer.alloc(size - half, 0x5a))
    expect(await isWhole(databasePath(dir))).toBe(false)
    const told: unknown[] = []
    const t = await open().catch((error: unknown) => { told.push(error) })
    if (t) {
      t.store.on('damaged', () => told.push('damaged'))
      await expect(t.store.write(testScope, (tx) => tx.query('UPDATE unit SET floor = floor || 1'))).rejects.toMatchObject({ code: 'store-unavailable' })
      await t.close()
    }
    expect(told).toHaveLength(1)
  })
})

/** Root may write everywhere: for the while of `work`, this process is nobody. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid!() !== 0) return work()
  process.seteuid!(65534)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}

describe('a directory that may not be written', () => {
  test('is told, with and without a database in it', async () => {
    mkdirSync(join(dir, 'new'))
    chmodSync(join(dir, 'new'), 0o555)
    chmodSync(dir, 0o555)
    await expect(asOrdinaryUser(() => openTestStore({ dir: join(dir, 'new') }))).rejects.toBeInstanceOf(ReadOnlyError)
    await expect(asOrdinaryUser(() => openTestStore({ dir: join(dir, 'deeper') }))).rejects.toBeInstanceOf(ReadOnlyError)
    chmodSync(dir, 0o755)
    await filled()
    chmodSync(dir, 0o555)
    chmodSync(databasePath(dir), 0o444)
    await expect(asOrdinaryUser(open)).rejects.toBeInstanceOf(ReadOnlyError)
  })
})
