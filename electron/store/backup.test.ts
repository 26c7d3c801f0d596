import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, backupsToDelete, isWhole, listBackups, pruneBackups } from './backup'
import { newDir, openTestStore, testScope } from './testing'
import { indexedPairs } from './text-index'

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
function aged(file: string, at: number): void { utimesSync(file, at / 1000, at / 1000) }

describe('backing up', () => {
  test('while the counter works: a whole copy of what was committed, that opens', async () => {
    const t = await store('1808')
    const [file] = await Promise.all([backUp(dir, now, 'daily'), t.store.write(testScope, (tx) => tx.query(`INSERT INTO unit (room, floor) VALUES ('1809', '1')`))])
    await t.close()
    expect(basename(file)).toMatch(/^2026\d{4}T\d{6}Z-daily\.db$/)
    expect(await isWhole(file)).toBe(true)
    expect(readdirSync(join(dir, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('P3 what was erased is not in it', async () => {
    const t = await store('erased-secret-room')
    await t.store.write(testScope, (tx) => tx.query('DELETE FROM unit'))
    await t.store.write(testScope, (tx) => tx.query('DELETE FROM entry_text WHERE rowid = 10'))
    const file = await backUp(dir, now, 'daily')
    await t.close()
    expect(readFileSync(file).includes('erased-secret-room')).toBe(false)
  })

  test('a broken, empty or missing file is not whole', async () => {
    expect(await isWhole(join(dir, 'none.db'))).toBe(false)
    expect(existsSync(join(dir, 'none.db'))).toBe(false)
    writeFileSync(join(dir, 'empty.db'), '')
    expect(await isWhole(join(dir, 'empty.db'))).toBe(false)
    writeFileSync(join(dir, 'text.db'), 'no database'.repeat(500))
    expect(await isWhole(join(dir, 'text.db'))).toBe(false)
    const t = await store('1808')
    const file = await backUp(dir, now, 'daily')
    await t.close()
    truncateSync(file, 3 * 4096)
    expect(await isWhole(file)).toBe(false)
  })
})

describe('which backups are kept', () => {
  const at = (daysAgo: number, hour = 12) => ({ file: `${daysAgo}-${hour}`, at: now - daysAgo * DAY + (hour - 14) * 3_600_000 })
  const deleted = (backups: { file: string; at: number }[], days = 30) => backupsToDelete(backups, now, days).map((backup) => backup.file)

  test('all of the last two days, then one a day', () => {
    expect(deleted([at(0, 9), at(0, 11), at(1, 9), at(5, 9), at(5, 11), at(6, 9)])).toEqual(['5-9'])
  })

  test('P3 none older than two weeks, or than the retention period: it holds what was erased', () => {
    expect(deleted([at(0), at(13), at(15), at(29), at(400)])).toEqual(['15-12', '29-12', '400-12'])
    expect(deleted([at(0), at(5), at(8)], 7)).toEqual(['8-12'])
  })

  test('the newest always', () => {
    expect(deleted([at(400)])).toEqual([])
    expect(deleted([])).toEqual([])
  })

  test('pruning deletes those files and no other', () => {
    mkdirSync(join(dir, 'backups'))
    for (const daysAgo of [0, 10, 40]) {
      writeFileSync(join(dir, 'backups', `${daysAgo}.db`), '')
      aged(join(dir, 'backups', `${daysAgo}.db`), now - daysAgo * DAY)
    }
    writeFileSync(join(dir, 'backups', 'notes.txt'), '')
    pruneBackups(dir, now, 30)
    expect(readdirSync(join(dir, 'backups')).sort()).toEqual(['0.db', '10.db', 'notes.txt'])
    expect(listBackups(dir).map((backup) => basename(backup.file))).toEqual(['0.db', '10.db'])
  })
})
