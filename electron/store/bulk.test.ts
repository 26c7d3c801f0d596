import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows } from './bulk'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
beforeEach(async () => { t = await openTestStore() })
afterEach(() => t.close())

test('any number of rows, in their order, with few statements', async () => {
  const statements: string[] = []
  const rows = Array.from({ length: 1201 }, (_, i) => [i + 1, `room ${i}`, '1'])
  await t.store.write(t.scope, (tx) => insertRows((sql, parameters) => { statements.push(sql); return tx.query(sql, parameters) }, 'unit', ['id', 'room', 'floor'], rows))
  expect(statements).toHaveLength(3)
  expect(await t.store.read('SELECT count(*) AS n, max(id) AS last, max(room) AS room FROM unit')).toEqual([{ n: 1201, last: 1201, room: 'room 999' }])
})

test('a wide table stays within what a statement takes', async () => {
  const columns = Array.from({ length: 100 }, (_, i) => `c${i}`)
  await t.store.write(t.scope, async (tx) => {
    await tx.query(`CREATE TEMP TABLE wide (${columns.join(', ')})`)
    await insertRows(tx.query, 'wide', columns, Array.from({ length: 700 }, (_, i) => columns.map(() => i)))
    expect(await tx.query('SELECT count(*) AS n, sum(c99) AS sum FROM wide')).toEqual([{ n: 700, sum: (699 * 700) / 2 }])
  })
})

test('no rows are no statement', async () => {
  await insertRows(() => Promise.reject(new Error('asked')), 'unit', ['room'], [])
})
