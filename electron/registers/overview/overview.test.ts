import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WaitingItem } from '../../../shared/contract/overview'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createOverview } from './overview'

let t: TestHouse
let overview: Handlers<'overview'>
beforeEach(async () => {
  t = await openTestHouse()
  overview = createOverview(t.house)
  await t.house.store.write(t.call().scope, async (tx) => {
    await tx.query(`INSERT INTO unit (id, room, floor) VALUES (1, '1808', '18'), (2, '1809', '18')`)
    await tx.query(`INSERT INTO tenant (id, name, pinyin, initials) VALUES (1, '博远', '', ''), (2, '恒越', '', ''), (3, '瑞景', '', '')`)
    await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (1, 1), (1, 2), (2, 3)')
  })
})
afterEach(() => t.close())

const waiting = (register: string, fields: Partial<WaitingItem>): WaitingItem => ({ key: register, register, recordId: 1, no: '', what: 'order-unfetched', title: '', detail: '', since: 0, dueAt: null, ...fields })

describe('16.R3 what a form opens with', () => {
  const facts = {
    no: 'DJ26-000001', at: 1, name: '陆文博', phone: '13911112222', company: '博远', contactId: 1, tenantId: 1, tenantName: '博远', unitId: 1, room: '1808', place: '', matter: '空调不制冷',
  }
  beforeEach(() => { t.house.origins.provide('reception', { facts: () => Promise.resolve(facts) }) })

  test('P3 the number reaches the page masked only; the rest as it stands, with what was started before', async () => {
    await t.house.store.write(t.call().scope, (tx) => t.house.links.create(tx, { register: 'reception', id: 1, no: facts.no }, { register: 'repairs', id: 5, no: 'WX26-000005' }))
    const view = await overview.origin({ register: 'reception', id: 1 }, t.call())
    expect(view).toMatchObject({ register: 'reception', id: 1, name: '陆文博', phoneMasked: '139****2222', matter: '空调不制冷', links: [{ no: 'WX26-000005', direction: 'to' }] })
    expect(JSON.stringify(view)).not.toContain('13911112222')
  })

  test('P3 is for who may read the register', async () => {
    await expect(overview.origin({ register: 'reception', id: 1 }, t.call('engineering'))).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(overview.origin({ register: 'staff', id: 1 }, t.call('administrator'))).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(overview.origin({ register: 'repairs', id: 1 }, t.call('engineering'))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what waits', () => {
  test('by due time, then oldest first, each register for its viewer', async () => {
    t.house.tellers.provide('repairs', { waiting: () => Promise.resolve([waiting('repairs', { key: 'late', dueAt: 5, since: 9 }), waiting('repairs', { key: 'young', since: 8 })]) })
    t.house.tellers.provide('complaints', { waiting: (viewer) => Promise.resolve(viewer.role === 'supervisor' ? [waiting('complaints', { key: 'soon', dueAt: 6 }), waiting('complaints', { key: 'old', since: 7 })] : []) })
    expect((await overview.waiting(undefined, t.call('supervisor'))).map((item) => item.key)).toEqual(['late', 'soon', 'old', 'young'])
    expect((await overview.waiting(undefined, t.call())).map((item) => item.key)).toEqual(['late', 'young'])
  })
})

describe('a unit\'s page', () => {
  test('who is in it, and what is open there', async () => {
    t.house.tellers.provide('repairs', { waiting: (_, of) => Promise.resolve([waiting('repairs', { key: `unit ${of?.unitId}` })]) })
    expect(await overview.unit({ id: 1 }, t.call())).toMatchObject({ unit: { room: '1808', tenantIds: [1, 2] }, tenants: [{ name: '博远' }, { name: '恒越' }], open: [{ key: 'unit 1' }] })
    await expect(overview.unit({ id: 9 }, t.call())).rejects.toMatchObject({ code: 'not-found' })
  })

  test('its timeline is asked of one register, or of all; of nothing, there is none', async () => {
    for (const [register, at] of [['repairs', 1], ['complaints', 2]] as const) {
      t.house.tellers.provide(register, { timeline: (of) => Promise.resolve([{ register, recordId: of.unitId!, no: '', kind: '', at, title: '', state: '', room: '', amountFen: null }]) })
    }
    const timeline = async (input: { unitId?: number; register?: string; limit?: number }) =>
      (await overview.timeline({ tenantId: null, unitId: null, register: null, limit: 100, ...input }, t.call())).map((item) => item.register)
    expect(await timeline({ unitId: 1 })).toEqual(['complaints', 'repairs'])
    expect(await timeline({ unitId: 1, limit: 1 })).toEqual(['complaints'])
    expect(await timeline({ unitId: 1, register: 'repairs' })).toEqual(['repairs'])
    expect(await timeline({})).toEqual([])
  })
})
