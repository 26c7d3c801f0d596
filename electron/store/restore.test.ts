import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from './audit'
import { backUp, isWhole, listBackups } from './backup'
import { databasePath } from './database'
import { PrintJobs } from './print-jobs'
import { setAsideAndRestore, settleRestore } from './restore'
import { newDir, openTestStore, testScope, type TestStore } from './testing'
import { indexedPairs, pairsQuery } from './text-index'
import { seriesPrefix } from './types'

let dir: string
beforeEach(() => { dir = newDir() })
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const now = new Date(2026, 2, 12, 14, 26).getTime()
const DAY = 86_400_000
async function store(...rooms: string[]) {
  const t = await openTestStore({ dir })
  for (const room of rooms) await t.store.write(testScope, async (tx) => {
    const [row] = await tx.query<{ id: number }>('INSERT INTO unit (room, floor) VALUES (?, ?) RETURNING id', [room, '1'])
    await tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [row!.id * 10, indexedPairs([room])])
  })
  return t
}
const rooms = async (t: TestStore) => (await t.store.read<{ room: string }>('SELECT room FROM unit ORDER BY id')).map((row) => row.room)
function spoil(file: string, at = 0): void {
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(64, 0x5a), 0, 64, at)
  closeSync(opened)
}
function aged(file: string, at: number): void { utimesSync(file, at / 1000, at / 1000) }

describe('a damaged database', () => {
  test('is set aside, never deleted, and the newest whole backup takes its place', async () => {
    const t = await store('1808', '空调机房')
    aged(await backUp(dir, now - 2 * DAY, 'daily'), now - 2 * DAY)
    await t.store.write(testScope, (tx) => tx.query(`INSERT INTO unit (room, floor) VALUES ('1809', '1')`))
    const newest = await backUp(dir, now - DAY, 'daily')
    aged(newest, now - DAY)
    const brokenBackup = await backUp(dir, now, 'daily')
    await t.close()
    spoil(brokenBackup)
    aged(brokenBackup, now)
    spoil(databasePath(dir))
    const spoilt = readFileSync(databasePath(dir))

    const { aside, restored } = await setAsideAndRestore(dir, now)
    expect(restored?.file).toBe(newest)
    expect(readFileSync(join(dir, aside)).equals(spoilt)).toBe(true)
    const again = await openTestStore({ dir })
    expect(await rooms(again)).toEqual(['1808', '空调机房', '1809'])
    expect(await again.store.read('SELECT rowid FROM entry_text WHERE entry_text MATCH ?', [pairsQuery('空调')!])).toEqual([{ rowid: 20 }])
    await again.store.write(testScope, (tx) => tx.query(`INSERT INTO unit (room, floor) VALUES ('1810', '1')`))
    await again.close()
    expect(existsSync(newest)).toBe(true)
  })

  test('without a whole backup the counter begins anew, and the damaged file stays', async () => {
    const t = await store('1808')
    await t.close()
    spoil(databasePath(dir))
    const { aside, restored } = await setAsideAndRestore(dir, now)
    expect(restored).toBeNull()
    expect(existsSync(join(dir, aside))).toBe(true)
    const again = await openTestStore({ dir })
    expect(await rooms(again)).toEqual([])
    await again.close()
  })

  test('backups that are all broken are set aside with it, so that they do not stand in the way', async () => {
    const t = await store('1808')
    const broken = await backUp(dir, now, 'daily')
    await t.close()
    spoil(broken)
    spoil(databasePath(dir))
    await setAsideAndRestore(dir, now)
    expect(listBackups(dir)).toEqual([])
    expect(readdirSync(dir).some((name) => name.startsWith('backups.damaged-') && existsSync(join(dir, name, basename(broken))))).toBe(true)
  })
})

describe('what happened between the backup and the damage', () => {
  const number = (t: TestStore) => t.store.write(testScope, (tx) => tx.number('reception'))
  const slip = (t: TestStore) => t.store.write(testScope, (tx) => new PrintJobs(t.store, 'A1').create(tx, {
    printer: 'receipt', register: 'reception', recordId: 1, no: 'DJ26-000001', document: { title: '访客单', lines: [] } as never,
  }))

  async function damaged(spoilIt: (file: string) => void): Promise<TestStore> {
    const t = await store()
    await number(t)
    await slip(t)
    aged(await backUp(dir, now, 'daily'), now - DAY / 2)
    for (let i = 0; i < 3; i++) await number(t)
    await t.close()
    spoilIt(databasePath(dir))
    expect(await isWhole(databasePath(dir))).toBe(false)
    await setAsideAndRestore(dir, now)
    const again = await openTestStore({ dir, now })
    await settleRestore(again.store, testScope)
    return again
  }
  const skipped = async (t: TestStore) => (await t.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'numbers.skip' ORDER BY id`)).map((row) => JSON.parse(row.detail) as unknown)

  test('a slip that waited when the backup was made is not printed again by itself', async () => {
    const t = await damaged((file) => truncateSync(file, 0))
    expect(await t.store.read('SELECT state, reason FROM print_job')).toEqual([{ state: 'unknown', reason: 'interrupted' }])
    expect(await new PrintJobs(t.store, 'A1').claimNext('receipt')).toBeNull()
    await t.close()
  })

  test('M2 numbers given out since are not given out again: the damaged file tells the last', async () => {
    const t = await damaged((file) => spoil(file, statSync(file).size - 4096))
    expect(await number(t)).toBe('DJ26-000005')
    expect(await skipped(t)).toEqual([{ year: 2026, from: 1, to: 4 }])
    expect(await verifyAudit((sql, parameters) => t.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
    await t.close()
  })

  test('M2 where nothing can be read any more, a stretch of numbers is left out, and the audit says which', async () => {
    const t = await damaged((file) => truncateSync(file, 0))
    expect(await number(t)).toBe('DJ26-001002')
    // Nobody knows any more which series had begun.
    const others = Object.keys(seriesPrefix).length - 1
    expect(await skipped(t)).toEqual([{ year: 2026, from: 1, to: 1001 }, ...Array.from({ length: others }, () => ({ year: 2026, from: 0, to: 1000 }))])
    expect(await t.store.write(testScope, (tx) => tx.number('receipts'))).toBe('SJ26-001001')
    await t.close()
  })

  test('it is put in order once', async () => {
    const t = await damaged((file) => truncateSync(file, 0))
    await slip(t)
    await settleRestore(t.store, testScope)
    expect(await new PrintJobs(t.store, 'A1').claimNext('receipt')).not.toBeNull()
    await t.close()
  })
})
