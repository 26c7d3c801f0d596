import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOYUAN, openReception, residentNumber, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const recognise = async (of: { phone?: string; documentNumber?: string; name?: string }) =>
  (await t.reception.recognise({ documentKind: null, documentNumber: '', phone: '', name: '', ...of }, t.call())).person

test('16.R1 a contact is found by the number alone, with company, room and title; a number typed half finds nobody', async () => {
  expect(await recognise({ phone: '139 1111 2222' })).toMatchObject({ source: 'contact', contactId: 1, personId: null, name: '陆文博', company: BOYUAN, tenantId: 1, unitId: 1, room: '1808', extension: '8012', phoneMasked: '139****2222' })
  expect(await recognise({ phone: '1391111222' })).toBeNull()
})

test('16.R1 a contact or a company that is gone is found no more', async () => {
  const write = (sql: string) => t.house.store.write(t.call().scope, (tx) => tx.query(sql))
  await write('UPDATE contact SET active = 0 WHERE id = 1')
  await write('UPDATE tenant SET active = 0 WHERE id = 2')
  expect(await recognise({ phone: '13911112222' })).toBeNull()
  expect(await recognise({ phone: '13900005678' })).toBeNull()
})

test('16.R1 two contacts on one number are told apart by name only', async () => {
  await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE contact SET phone_hash = (SELECT phone_hash FROM contact WHERE id = 1) WHERE id = 2`))
  expect(await recognise({ phone: '13911112222' })).toBeNull()
  expect(await recognise({ phone: '13911112222', name: '陆小曼' })).toMatchObject({ contactId: 2, room: '1809' })
})

test('16.R4 a contact who visited is one person: how they came, and what the directory says of them', async () => {
  await t.visit({ name: '陆文博', phone: '13911112222', documentKind: 'resident', documentNumber: residentNumber(1), hostContactId: 3 })
  expect(await recognise({ phone: '13911112222' })).toMatchObject({ source: 'person', personId: 1, contactId: 1, name: '陆文博', company: BOYUAN, tenantId: 1, room: '1808', visits: 1, lastHostName: '单雄信', documentKind: 'resident' })
})

test('16.R4 somebody else with a contact\'s number is who they said they are', async () => {
  await t.visit({ name: '何婉清', phone: '13911112222' })
  expect(await recognise({ phone: '13911112222' })).toMatchObject({ personId: 1, contactId: null, name: '何婉清' })
  expect(await recognise({ phone: '13911112222', name: '单雄信' })).toMatchObject({ contactId: null })
})

test('16.R4 a contact on the deny list is told by the number, too', async () => {
  await t.reception.deny({ name: '陆文博', documentKind: null, documentNumber: '', phone: '', reason: '曾滋事' }, t.call('supervisor'))
  expect((await t.reception.recognise({ documentKind: null, documentNumber: '', phone: '13911112222', name: '' }, t.call('supervisor'))).denied).toMatchObject({ reason: '曾滋事' })
})
