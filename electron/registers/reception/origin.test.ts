import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RegisterName } from '../../../shared/contract/base'
import { BOYUAN, openReception, refusal, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const facts = (id: number) => t.house.origins.facts({ query: (sql, parameters) => t.house.store.read(sql, parameters) }, { register: 'reception', id })
const start = (from: { id: number; no: string }, to: { register: RegisterName; id: number; no: string }) =>
  t.house.store.write(t.call().scope, (tx) => t.house.origins.started(tx, { register: 'reception', ...from }, to))
const order = { register: 'repairs' as const, id: 1, no: 'WX26-000001' }

describe('16.R3 what starts from an entry', () => {
  test('16.R3 has the caller\'s name, number, company, room and words without typing them', async () => {
    // Not one of the tenant's people; the room is let to one company, so it is that company's repair.
    const call = await t.phoneCall({ name: '宋雨桐', phone: '13700005062', company: '顺达物流', unitId: 1, matter: '空调不制冷' })
    expect(await facts(call.id)).toEqual({
      no: 'DJ26-000001', at: t.clock.now(), name: '宋雨桐', phone: '13700005062', company: BOYUAN, contactId: null, tenantId: 1, tenantName: BOYUAN, unitId: 1, room: '1808', place: '', matter: '空调不制冷',
    })
  })

  test('16.R3 a caller from the directory brings contact, company and the number that stands there', async () => {
    const call = await t.phoneCall({ name: '', contactId: 1 })
    expect(await facts(call.id)).toMatchObject({ name: '陆文博', phone: '13911112222', contactId: 1, tenantId: 1, unitId: 1, room: '1808' })
  })

  test('16.R3 a visit gives the visitor, not the host', async () => {
    const visit = await t.visit({ name: '何婉清', phone: '13800002716', matter: '大堂灯不亮' })
    expect(await facts(visit.id)).toMatchObject({ name: '何婉清', phone: '13800002716', contactId: null, tenantId: 1, room: '1808', matter: '大堂灯不亮' })
  })

  test('16.R3 nothing starts from a void entry, nor from one that is not there', async () => {
    const call = await t.phoneCall()
    await t.reception.void({ id: call.id, version: 1, reason: '重复' }, t.call())
    expect(await refusal(facts(call.id))).toBe('already-void')
    expect(await refusal(facts(99))).toBe('not-found')
  })

  test('16.R3 a call is settled by what it started: its result says so, its notice is no longer waited for, the two are linked', async () => {
    for (const [register, words] of [['repairs', '转报修 X-1'], ['complaints', '转投诉 X-1'], ['paid-services', '转有偿服务 X-1'], ['passes', '转办证 X-1'], ['exit-permits', '转出门条 X-1'], ['keys', '转借钥匙 X-1'], ['signs', '转水牌 X-1']] as const) {
      const call = await t.phoneCall()
      expect(await t.house.notices.open(null)).toHaveLength(1)
      await start(call, { register, id: 1, no: 'X-1' })
      expect(await t.get(call.id)).toMatchObject({ state: 'closed', result: words, links: [{ register, recordId: 1, no: 'X-1', direction: 'to' }] })
      expect(await t.house.notices.open(null)).toEqual([])
      expect((await t.reception.checkDay({ day: '2026-03-12' }, t.call())).withoutNotice).toEqual([])
    }
  })

  test('16.R3 an acknowledged call is settled too; a closed one keeps its result, a visit its state', async () => {
    const [first, second, visit] = [await t.phoneCall(), await t.phoneCall({ result: '已回电' }), await t.visit()]
    await t.acknowledge(first.id)
    for (const entry of [first, second, visit]) await start(entry, order)
    expect(await t.get(first.id)).toMatchObject({ state: 'closed', result: '转报修 WX26-000001' })
    expect(await t.get(second.id)).toMatchObject({ state: 'closed', result: '已回电', links: [{ no: order.no }] })
    expect(await t.get(visit.id)).toMatchObject({ state: 'inside', result: '', links: [{ no: order.no }] })
  })

  test('16.R3 a call waits for its result again when what it was settled by is void, but for a result the desk wrote itself', async () => {
    const permit = { register: 'exit-permits', id: 3, no: 'CM26-000003' } as const
    const [fresh, received, other] = [await t.phoneCall(), await t.phoneCall(), await t.phoneCall({ result: '已回电' })]
    await t.acknowledge(received.id)
    for (const entry of [fresh, received, other]) await start(entry, permit)
    expect(await t.get(fresh.id)).toMatchObject({ state: 'closed', result: '转出门条 CM26-000003' })
    const finish = (outcome: 'void' | 'good') => t.house.store.write(t.call().scope, (tx) => t.house.origins.finished(tx, permit, outcome))
    await finish('good')
    expect((await t.get(fresh.id)).state).toBe('closed')
    await finish('void')
    expect([await t.get(fresh.id), await t.get(received.id), await t.get(other.id)].map(({ state, result }) => [state, result])).toEqual([['waiting', ''], ['notified', ''], ['closed', '已回电']])
    expect((await t.get(fresh.id)).history.filter(({ action }) => action === 'result')).toMatchObject([{ changes: [{ from: '转出门条 CM26-000003', to: null }] }, { changes: [{ from: null, to: '转出门条 CM26-000003' }] }].reverse())
  })

  test('P3 the result stands in the chain under the call\'s own key', async () => {
    const call = await t.phoneCall()
    await start(call, order)
    const [line] = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'result'`)
    expect(line!.detail).not.toContain('转报修')
    expect((await t.get(call.id)).history.find((entry) => entry.action === 'result')).toMatchObject({ changes: [{ field: 'result', from: null, to: '转报修 WX26-000001' }] })
  })

  test('16.R3 a record that goes on with one of its kind is linked to the call, too', async () => {
    const call = await t.phoneCall()
    t.house.origins.provide('repairs', { facts: () => Promise.reject(new Error('not asked')) })
    await start(call, order)
    await t.house.store.write(t.call().scope, (tx) => t.house.origins.started(tx, order, { register: 'repairs', id: 2, no: 'WX26-000002' }))
    expect((await t.get(call.id)).links.map((link) => link.no)).toEqual(['WX26-000001', 'WX26-000002'])
  })
})
