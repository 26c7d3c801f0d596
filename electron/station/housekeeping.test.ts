import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHouse } from '../registers/testing'
import { keepHouse } from './housekeeping'

const DAY = 86_400_000
let t: Awaited<ReturnType<typeof openTestHouse>>
let told: boolean[]
let defects: unknown[]
beforeEach(async () => {
  t = await openTestHouse({ now: Date.now() })
  told = []
  defects = []
})
afterEach(() => t.close())
const keep = () => keepHouse(t.house, (worked) => { told.push(worked) }, (error) => { defects.push(error) })

test('a backup a day', async () => {
  await keep()
  await keep()
  expect(readdirSync(join(t.house.store.dir, 'backups')).filter((name) => name.endsWith('-daily.db'))).toHaveLength(1)
  expect(told).toEqual([true])
  expect(defects).toEqual([])
})

test('P3 a backup that cannot be written is told, and old backups still go', async () => {
  const backups = join(t.house.store.dir, 'backups')
  mkdirSync(backups)
  const now = t.house.store.clock.now()
  for (const days of [3, 400]) {
    writeFileSync(join(backups, `${days}.db`), '')
    utimesSync(join(backups, `${days}.db`), (now - days * DAY) / 1000, (now - days * DAY) / 1000)
  }
  // The name that the copy is first written under is taken by something that cannot be removed like a file.
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z')
  mkdirSync(join(backups, `${stamp}-daily.db.partial`))
  await keep()
  expect(told).toEqual([false])
  expect(defects).toHaveLength(1)
  expect(existsSync(join(backups, '400.db'))).toBe(false)
  expect(existsSync(join(backups, '3.db'))).toBe(true)
  rmSync(join(backups, `${stamp}-daily.db.partial`), { recursive: true })
  await keep()
  expect(told).toEqual([false, true])
})

test('P3 a photo that no record has yet is kept as long as the draft that names it, and then goes', async () => {
  const scope = t.call().scope
  const put = () => t.house.store.write(scope, (tx) => t.house.attachments.put(tx, 'photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])))
  const photo = await put()
  const kept = () => t.house.attachments.get(photo).then(() => true, () => false)
  t.clock.advance(3 * DAY)
  await keep()
  expect(await kept()).toBe(true)
  t.clock.advance((t.house.settings.current.visitorRetentionDays + 1) * DAY)
  await keep()
  expect(await kept()).toBe(false)
})
