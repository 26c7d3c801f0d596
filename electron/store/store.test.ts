import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../shared/contract/errors'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
beforeEach(async () => { t = await openTestStore() })
afterEach(() => t.close())

const insert = (room: string) => t.store.write(t.scope, (tx) => tx.query('INSERT INTO unit (room, floor) VALUES (?, ?)', [room, '1']))
const rooms = async () => (await t.store.read<{ room: string }>('SELECT room FROM unit ORDER BY id')).map((row) => row.room)
const pause = () => new Promise((resolve) => setTimeout(resolve, 2))

describe('writing', () => {
  test('all of a transaction is written, or nothing', async () => {
    await expect(t.store.write(t.scope, async (tx) => {
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('1808', '18')`)
      await tx.audit({ action: 'create', register: 'unit', recordId: 1 })
      await tx.number('reception')
      throw new UserError('host-required')
    })).rejects.toMatchObject({ code: 'host-required' })
    expect(await rooms()).toEqual([])
    expect(await t.store.read('SELECT * FROM audit')).toEqual([])
    expect(await t.store.read('SELECT * FROM number_series')).toEqual([])
  })

  test('overlapping writes run one after the other, in the order they were asked for', async () => {
    const order: string[] = []
    await Promise.all(['a', 'b', 'c'].map((room) => t.store.write(t.scope, async (tx) => {
      order.push(`${room} begins`)
      await pause()
      await tx.query('INSERT INTO unit (room, floor) VALUES (?, ?)', [room, '1'])
      await pause()
      order.push(`${room} ends`)
    })))
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(await rooms()).toEqual(['a', 'b', 'c'])
  })

  test('one that fails takes none of its neighbours with it', async () => {
    const outcomes = await Promise.allSettled([insert('a'), insert('a'), insert('b'), t.store.write(t.scope, async (tx) => {
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('c', '1')`)
      await pause()
      throw new Error('no')
    }), insert('d')])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await rooms()).toEqual(['a', 'b', 'd'])
  })

  test('a reader sees what is committed, and never waits', async () => {
    let seen: string[] = []
    await t.store.write(t.scope, async (tx) => {
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('1808', '18')`)
      seen = await rooms()
    })
    expect(seen).toEqual([])
    expect(await rooms()).toEqual(['1808'])
    await expect(t.store.read(`INSERT INTO unit (room, floor) VALUES ('x', '1')`)).rejects.toThrow(/readonly/)
  })

  test('every row of one transaction has one time and its scope', async () => {
    const [now, later] = await t.store.write(t.scope, async (tx) => {
      const before = tx.now
      t.clock.set(before + 60_000)
      await tx.audit({ action: 'create', register: 'unit', recordId: null })
      return [before, tx.now]
    })
    expect(later).toBe(now)
    expect(await t.store.read('SELECT at, actor, station FROM audit')).toEqual([{ at: now, actor: '周晓岚', station: 'A1' }])
  })

  test('rows come back from RETURNING', async () => {
    const rows = await t.store.write(t.scope, async (tx) => [
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('1808', '18') RETURNING id, room`),
      await tx.query(`UPDATE unit SET floor = '19' RETURNING floor`),
      await tx.query(`DELETE FROM unit RETURNING room`),
    ])
    expect(rows).toEqual([[{ id: 1, room: '1808' }], [{ floor: '19' }], [{ room: '1808' }]])
  })
})

describe('what is heard of a write', () => {
  test('comes after the commit, each register once, and nothing comes of a failure', async () => {
    const heard: unknown[] = []
    t.store.on('changed', (change) => heard.push(change))
    t.store.on('saved', (at) => heard.push(at))
    await t.store.write(t.scope, async (tx) => {
      tx.changed('reception', 1)
      tx.changed('reception', 2)
      tx.changed('reception', 2)
      tx.changed('notices', 5)
      tx.afterCommit(() => heard.push('after'))
      expect(heard).toEqual([])
    })
    expect(heard).toEqual([{ register: 'reception', ids: [1, 2] }, { register: 'notices', ids: [5] }, t.clock.now(), 'after'])
    heard.length = 0
    await t.store.write(t.scope, async (tx) => {
      tx.changed('reception', 3)
      tx.afterCommit(() => heard.push('after'))
      throw new Error('no')
    }).catch(() => undefined)
    expect(heard).toEqual([])
    expect(t.store.savedAt).toBe(t.clock.now())
  })
})

const limitPages = async (spare: number | null) => {
  const [row] = await t.store.read<{ page_count: number }>('PRAGMA page_count')
  await t.store.write(t.scope, (tx) => tx.query(`PRAGMA max_page_count = ${spare === null ? 1_000_000 : row!.page_count + spare}`))
}

describe('a full disk', () => {
  test('refuses the write in words, leaves nothing half-written, and work goes on once there is room', async () => {
    await insert('before')
    await limitPages(2)
    await expect(t.store.write(t.scope, async (tx) => {
      await tx.number('reception')
      await tx.audit({ action: 'create', register: 'unit', recordId: null })
      for (let i = 0; i < 200; i++) await tx.query('INSERT INTO unit (room, floor) VALUES (?, ?)', [`${i} ${'x'.repeat(1000)}`, '1'])
    })).rejects.toMatchObject({ name: 'UserError', code: 'disk-full' })
    expect(await rooms()).toEqual(['before'])
    expect(await t.store.read('SELECT * FROM audit')).toEqual([])
    expect(await t.store.read('SELECT * FROM number_series')).toEqual([])
    await limitPages(null)
    await insert('after')
    expect(await rooms()).toEqual(['before', 'after'])
    expect(await t.store.write(t.scope, (tx) => tx.number('reception'))).toBe('DJ26-000001')
    expect(await t.store.read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('many writes that wait on it are each refused', async () => {
    await limitPages(1)
    const big = (i: number) => t.store.write(t.scope, (tx) => tx.query('INSERT INTO unit (room, floor) VALUES (?, ?)', [`${i} ${'x'.repeat(20_000)}`, '1']))
    const outcomes = await Promise.allSettled([big(1), big(2), big(3)])
    expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason?.code)).toEqual(['disk-full', 'disk-full', 'disk-full'])
    await limitPages(null)
    expect(await rooms()).toEqual([])
  })
})

describe('a disk that refuses', () => {
  test('is told once, and so is that it takes what is written again: by the next save, or by being asked', async () => {
    const heard: unknown[] = []
    t.store.on('refusal', (refuses) => heard.push(refuses))
    const large = () => insert('x'.repeat(200_000))
    await limitPages(2)
    await expect(large()).rejects.toMatchObject({ code: 'disk-full' })
    await expect(large()).rejects.toMatchObject({ code: 'disk-full' })
    expect([t.store.refuses, heard]).toEqual(['disk-full', ['disk-full']])
    await insert('1808')
    expect([t.store.refuses, heard]).toEqual([null, ['disk-full', null]])
    const { savedAt } = t.store
    t.clock.set(t.clock.now() + 1_000)
    await expect(large()).rejects.toMatchObject({ code: 'disk-full' })
    await t.store.probe()
    // Being asked is no save.
    expect([t.store.refuses, t.store.savedAt, heard]).toEqual([null, savedAt, ['disk-full', null, 'disk-full', null]])
    expect(await rooms()).toEqual(['1808'])
  })

  test('goes on being told for as long as it does', async () => {
    await t.store.write(t.scope, (tx) => tx.query('PRAGMA query_only = ON'))
    await expect(insert('1808')).rejects.toMatchObject({ code: 'store-read-only' })
    await t.store.probe()
    expect(t.store.refuses).toBe('read-only')
  })
})

describe('what cannot be written', () => {
  test('a store that became read-only is told in words', async () => {
    await expect(t.store.write(t.scope, async (tx) => {
      await tx.query('PRAGMA query_only = ON')
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('1808', '18')`).finally(() => tx.query('PRAGMA query_only = OFF'))
    })).rejects.toMatchObject({ code: 'store-read-only' })
    await insert('1808')
    expect(await rooms()).toEqual(['1808'])
  })

  test('a close waits for what was asked for', async () => {
    const other = await openTestStore()
    const written = other.store.write(other.scope, async (tx) => {
      await pause()
      await tx.query(`INSERT INTO unit (room, floor) VALUES ('1808', '18')`)
      return 'written'
    })
    await other.close()
    expect(await written).toBe('written')
  })
})

test('M2 a listener or an errand after the commit that fails does not make a saved record look unsaved', async () => {
  const warned = new Promise<Error>((resolve) => { process.once('warning', resolve) })
  t.store.once('changed', () => { throw new Error('a broken listener') })
  const told: string[] = []
  t.store.once('saved', () => told.push('saved'))
  const number = await t.store.write(t.scope, async (tx) => {
    tx.changed('reception', 1)
    tx.afterCommit(() => { throw new Error('a broken errand') })
    tx.afterCommit(() => told.push('errand'))
    return tx.number('reception')
  })
  expect(number).toBe('DJ26-000001')
  expect(told).toEqual(['saved', 'errand'])
  expect((await warned).message).toBe('a broken listener')
})

test('a store that closes answers what was asked before, and refuses in words what comes after', async () => {
  const { store, scope, close } = await openTestStore()
  const asked = [store.read<{ n: number }>('SELECT count(*) AS n FROM staff'), store.write(scope, (tx) => tx.query<{ n: number }>('SELECT 1 AS n'))]
  const closing = close()
  expect((await Promise.all(asked)).map(([row]) => row!.n)).toEqual([0, 1])
  await expect(store.write(scope, (tx) => tx.query('SELECT 1'))).rejects.toMatchObject({ code: 'store-unavailable' })
  await closing
  await expect(store.read('SELECT 1')).rejects.toMatchObject({ code: 'store-unavailable' })
})
