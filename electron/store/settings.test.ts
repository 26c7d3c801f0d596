import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings, SettingsStore } from './settings'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
let settings: SettingsStore
beforeEach(async () => {
  t = await openTestStore()
  settings = new SettingsStore(t.store)
})
afterEach(() => t.close())

const again = async () => {
  const other = new SettingsStore(t.store)
  await other.load()
  return other.current
}

test('P3 visitors are kept thirty days unless somebody sets it otherwise', async () => {
  await settings.load()
  expect(settings.current).toEqual(defaultSettings)
  expect(settings.current.visitorRetentionDays).toBe(30)
})

test('what is saved stands at the next start, the rest as it was', async () => {
  await settings.save(t.scope, { tower: '云汇中心', company: '物业', shifts: [{ name: '白班', from: '09:00', to: '18:00' }] })
  expect(await again()).toEqual({ ...defaultSettings, tower: '云汇中心', company: '物业', shifts: [{ name: '白班', from: '09:00', to: '18:00' }] })
})

test('a save that fails leaves the settings as they were, in memory too', async () => {
  await settings.save(t.scope, { tower: '云汇中心', company: '物业' })
  await t.store.write(t.scope, (tx) => tx.query(`CREATE TEMP TRIGGER no_more BEFORE INSERT ON main.setting WHEN NEW.key = 'closingTime' BEGIN SELECT raise(ABORT, 'no'); END`))
  await expect(settings.save(t.scope, { noticeLimitMinutes: 5, closingTime: '20:00' })).rejects.toThrow()
  expect(settings.current).toMatchObject({ noticeLimitMinutes: 30, closingTime: '18:00' })
  expect(await again()).toMatchObject({ noticeLimitMinutes: 30, closingTime: '18:00' })
})
