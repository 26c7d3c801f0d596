import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../registers/testing'

let t: TestHouse
beforeEach(async () => { t = await openTestHouse() })
afterEach(() => t.close())

const create = (recordId: number) =>
  t.house.store.write(t.call().scope, (tx) => t.house.notices.create(tx, { department: 'security', person: '', text: '找人', register: 'handover', recordId, no: 'JB26-000001' }))

test('16.R1 a notice is written with its record or not at all', async () => {
  await expect(t.house.store.write(t.call().scope, async (tx) => {
    await t.house.notices.create(tx, { department: 'security', person: '', text: '找人', register: 'handover', recordId: 1, no: 'JB26-000001' })
    throw new Error('the record was not saved')
  })).rejects.toThrow('the record was not saved')
  expect(await t.house.notices.recent(null, 10)).toEqual([])
})

test('16.R1 the record\'s register hears of the acknowledgement in the same transaction, and can refuse it', async () => {
  const id = await create(7)
  const heard: number[] = []
  t.house.notices.onAcknowledged('handover', (_, { recordId }) => {
    heard.push(recordId)
    return heard.length === 1 ? Promise.reject(new Error('not now')) : Promise.resolve()
  })
  const acknowledge = () => t.house.store.write(t.call().scope, (tx) => t.house.notices.acknowledge(tx, id, '马国庆'))
  await expect(acknowledge()).rejects.toThrow('not now')
  expect(await t.house.notices.get(id)).toMatchObject({ acknowledgedAt: null })
  await acknowledge()
  expect(heard).toEqual([7, 7])
  expect(await t.house.notices.get(id)).toMatchObject({ acknowledgedBy: '马国庆' })
})

test('16.R1 closing takes the open notices of one record off the list and leaves the acknowledged ones as they are', async () => {
  const [first, second, other] = [await create(1), await create(1), await create(2)]
  await t.house.store.write(t.call().scope, (tx) => t.house.notices.acknowledge(tx, first, '马国庆'))
  await t.house.store.write(t.call().scope, (tx) => t.house.notices.close(tx, 'handover', 1))
  expect((await t.house.notices.open('security')).map((notice) => notice.id)).toEqual([other])
  expect((await t.house.notices.ofRecord('handover', 1)).map((notice) => [notice.id, notice.acknowledgedBy])).toEqual([[first, '马国庆'], [second, null]])
})
