import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract } from '../../shared/contract'
import { createComplaints } from './complaints/complaints'
import { createOverview } from './overview/overview'
import { createReception } from './reception/reception'
import { openRepairs, type TestRepairs } from './repairs/testing'

let t: TestRepairs
let complaints: ReturnType<typeof createComplaints>
let reception: ReturnType<typeof createReception>
let overview: ReturnType<typeof createOverview>
beforeEach(async () => {
  t = await openRepairs()
  complaints = createComplaints(t.house)
  reception = createReception(t.house)
  overview = createOverview(t.house)
})
afterEach(() => t.close())

const complaint = (id: number) => complaints.get({ id }, t.call())
const call = () => reception.saveCall(contract.reception.saveCall['~orpc'].inputSchema!.parse({ name: '宋雨桐', phone: '13700005062', unitId: 1, tenantId: 1, category: 'complaint', matter: '空调又不冷', notify: { department: 'customer-service' } }), t.call())
const complain = (callId: number) => complaints.save(contract.complaints.save['~orpc'].inputSchema!.parse({ from: { register: 'reception', id: callId }, channel: 'phone', kind: 'repair' }), t.call())
const verified = async (id: number, outcome: 'good' | 'bad') => {
  for (const [name, input] of [['fetch', { by: '何建国', worker: '孙立', start: true }], ['finish', { workRecord: '换了滤网', signature: { by: '孙立', onPaper: true } }], ['sign', { rating: 'fair', signature: { by: '宋雨桐', onPaper: true } }], ['return', {}]] as const) await t.step(name, id, input as never)
  return t.step('verify', id, { method: 'phone', outcome, ...(outcome === 'bad' ? { stillWrong: '还是不冷' } : {}) })
}

test('16.R3 7.R3 7.R5 a call becomes a complaint, that a repair, done again once; then the client is asked; nothing was typed twice', async () => {
  const { id: callId } = await call()
  const { id } = await complain(callId)
  expect((await reception.get({ id: callId }, t.call()))).toMatchObject({ state: 'closed', result: '转投诉 TS26-000001' })
  const order = await t.ask('save', { from: { register: 'complaints', id }, trade: 'air-conditioning' })
  expect(await t.get(order.id)).toMatchObject({ reporter: '宋雨桐', phoneMasked: '137****5062', room: '1808', content: '空调又不冷', links: [{ register: 'complaints', no: 'TS26-000001', direction: 'from' }] })
  expect((await complaint(id)).state).toBe('repairing')

  const { reorder } = await verified(order.id, 'bad')
  expect((await complaint(id)).state).toBe('repairing')
  await verified(reorder!.id, 'good')
  expect(await complaint(id)).toMatchObject({ state: 'handled', rounds: [{ handling: '转报修 WX26-000001；报修 WX26-000002 已返单，核验良好' }] })
  expect((await complaint(id)).links.map((link) => [link.no, link.direction])).toEqual([['WX26-000001', 'to'], ['WX26-000002', 'to'], ['DJ26-000001', 'from']])
  expect((await overview.waiting(undefined, t.call())).map((item) => item.key)).toContain(`complaint-to-ask:${id}`)
  expect((await overview.timeline({ tenantId: null, unitId: 1, register: null, limit: 10 }, t.call())).map((item) => item.no).sort()).toEqual(['DJ26-000001', 'TS26-000001', 'WX26-000001', 'WX26-000002'])
})

test.each(['void', 'refused'] as const)('7.R3 a complaint whose repair is %s is handed back to the desk', async (outcome) => {
  const { id } = await complain((await call()).id)
  const order = await t.ask('save', { from: { register: 'complaints', id }, trade: 'air-conditioning', chargeable: outcome === 'refused' })
  if (outcome === 'void') await t.step('void', order.id, { reason: '报错了' })
  else await t.house.store.write(t.call().scope, (tx) => t.house.charges.charged('repairs')!.decided(tx, order.id, 'refused', '嫌贵', false))
  expect(await complaint(id)).toMatchObject({ state: 'handling', department: 'customer-service' })
})
