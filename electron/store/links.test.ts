import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../registers/testing'

let t: TestHouse
beforeEach(async () => { t = await openTestHouse() })
afterEach(() => t.close())

test('16.R3 two records know of one another, once, whichever is asked', async () => {
  const call = { register: 'reception', id: 1, no: 'DJ26-000001' }
  const handover = { register: 'handover', id: 1, no: 'JB26-000001' }
  await t.house.store.write(t.call().scope, async (tx) => {
    await t.house.links.create(tx, call, handover, '转下一班')
    await t.house.links.create(tx, call, handover)
  })
  expect(await t.house.links.of('reception', 1)).toEqual([{ register: 'handover', recordId: 1, no: 'JB26-000001', direction: 'to', note: '转下一班' }])
  expect(await t.house.links.of('handover', 1)).toEqual([{ register: 'reception', recordId: 1, no: 'DJ26-000001', direction: 'from', note: '转下一班' }])
  expect(await t.house.links.of('reception', 2)).toEqual([])
})
