import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReception, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const timeline = async (of: { tenantId: number | null; unitId: number | null }, as: Parameters<typeof t.call>[0] = 'supervisor') =>
  (await t.house.tellers.timeline(of, t.call(as).signedIn!, 50)).map((line) => [line.no, line.kind, line.room, line.title])

test('16.R1 a company\'s and a unit\'s calls and visits, newest first', async () => {
  await t.visit()
  t.clock.advance(60_000)
  await t.phoneCall({ contactId: 1, name: '' })
  await t.phoneCall({ name: '顾星河', unitId: 3, tenantId: 2 })
  const both = [['DJ26-000002', 'call', '1808', '陆文博：空调不制冷'], ['DJ26-000001', 'visit', '1808', '何婉清']]
  expect(await timeline({ tenantId: 1, unitId: null })).toEqual(both)
  expect(await timeline({ tenantId: null, unitId: 1 })).toEqual(both)
  expect(await timeline({ tenantId: 1, unitId: 3 })).toEqual([])
  expect(await timeline({ tenantId: null, unitId: null })).toEqual([])
})

test('P3 who may not read the register of visits sees neither who came nor why', async () => {
  await t.visit({ matter: '面谈' })
  expect(await timeline({ tenantId: 1, unitId: null }, 'engineering')).toEqual([['DJ26-000001', 'visit', '1808', '']])
  expect(await timeline({ tenantId: 1, unitId: null }, 'security')).toEqual([['DJ26-000001', 'visit', '1808', '何婉清：面谈']])
})

test('16.R4 the timeline tells when who is expected is due, until they came', async () => {
  const due = t.clock.now() + 100 * 60_000
  const { id } = await t.expect({ expectedAt: due })
  await t.visit({ name: '石思' })
  const lines = async () => (await t.house.tellers.timeline({ tenantId: 1, unitId: null }, t.call().signedIn!, 50)).map((line) => [line.state, line.expectedAt])
  expect(await lines()).toEqual([['inside', undefined], ['expected', due]])
  await t.visit({ expectedEntryId: id })
  expect(await lines()).toEqual([['inside', undefined], ['inside', undefined]])
})

test('M1 16.R4 who is still inside stands on the day\'s close until they leave', async () => {
  const { id } = await t.visit()
  await t.visit({ name: '何婉清二', cardNo: '', people: 3 })
  await t.phoneCall({ contactId: 1, name: '' })
  // Heads, not entries.
  expect(await t.house.tellers.dayEnd()).toEqual([{ what: 'visitors-inside', count: 4, nos: ['DJ26-000001', 'DJ26-000002'] }])
  await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE entry SET state = 'left' WHERE id = ?`, [id]))
  expect(await t.house.tellers.dayEnd()).toMatchObject([{ count: 3, nos: ['DJ26-000002'] }])
})
