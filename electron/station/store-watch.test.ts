import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestStore, type TestStore } from '../store/testing'
import { type Room, StoreWatch } from './store-watch'

const MIB = 1024 * 1024
let t: TestStore
let watch: StoreWatch
let told: number
const watching = (room?: Room) => { watch = new StoreWatch(t.store, () => { told++ }, room) }
beforeEach(async () => {
  t = await openTestStore()
  told = 0
})
afterEach(async () => {
  watch.stop()
  vi.useRealTimers()
  await t.close()
})

const insert = (room: string) => t.store.write(t.scope, (tx) => tx.query(`INSERT INTO unit (room, floor) VALUES (?, '1')`, [room]))
async function fillDisk(): Promise<void> {
  const [row] = await t.store.read<{ page_count: number }>('PRAGMA page_count')
  await t.store.write(t.scope, (tx) => tx.query(`PRAGMA max_page_count = ${row!.page_count}`))
  await insert('x'.repeat(200_000)).catch(() => undefined)
}

describe('the store says its trouble', () => {
  test('a full disk is told at once, and that it takes what is written again with the next save', async () => {
    watching()
    await insert('1808')
    expect(await watch.state()).toEqual({ code: 'ok', state: 'ok' })
    await fillDisk()
    expect([await watch.state(), told]).toEqual([{ code: 'disk-full', state: 'trouble' }, 1])
    await t.store.write(t.scope, (tx) => tx.query('PRAGMA max_page_count = 1000000'))
    expect([await watch.state(), told]).toEqual([{ code: 'ok', state: 'ok' }, 2])
  })

  test('a full disk that has room again is well by itself, with nobody saving', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    watching()
    await fillDisk()
    expect(await watch.state()).toMatchObject({ code: 'disk-full' })
    const savedAt = t.store.savedAt
    const well = new Promise((resolve) => { t.store.once('refusal', resolve) })
    vi.advanceTimersToNextTimer()
    expect(await well).toBeNull()
    expect([await watch.state(), t.store.savedAt]).toEqual([{ code: 'ok', state: 'ok' }, savedAt])
    // It is asked no more.
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a disk that cannot be written is told for as long as it is', async () => {
    watching()
    await t.store.write(t.scope, (tx) => tx.query('PRAGMA query_only = ON'))
    await insert('1808').catch(() => undefined)
    await t.store.probe()
    expect(await watch.state()).toEqual({ code: 'read-only', state: 'trouble' })
  })

  test('a disk with no room for the next backup is a warning before it is full, and why a backup was not written', async () => {
    let room = 600 * MIB
    watching(() => Promise.resolve(room))
    expect(await watch.state()).toEqual({ code: 'ok', state: 'ok' })
    watch.backupFailed = true
    expect(await watch.state()).toEqual({ code: 'backup-failed', state: 'warning' })
    room = 500 * MIB
    t.clock.set(t.clock.now() + 60_000)
    expect(await watch.state()).toEqual({ code: 'disk-low', state: 'warning' })
    watch.isDamaged = true
    expect(await watch.state()).toEqual({ code: 'damaged', state: 'trouble' })
  })

  test('a disk that does not say how full it is worries nobody', async () => {
    watching(() => Promise.reject(new Error('ENOSYS')))
    expect(await watch.state()).toEqual({ code: 'ok', state: 'ok' })
  })
})
