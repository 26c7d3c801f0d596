import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract, type Inputs, type Outputs } from '../../shared/contract'
import type { Role } from '../../shared/contract/permissions'
import { createComplaints } from './complaints/complaints'
import { createPaidServices } from './paid-services/paid-services'
import { createReception } from './reception/reception'
import { openReception } from './reception/testing'
import { createRepairs } from './repairs/repairs'
import { fact, refusal } from './repairs/testing'
import type { SlipDocument } from '../../shared/slip/document'

const DAY = 86_400_000

/** The registers that a repair leads through, together as the tower opens them, called as the page calls them. */
async function openCounter() {
  const t = await openReception()
  const handlers = { reception: createReception(t.house), repairs: createRepairs(t.house), paidServices: createPaidServices(t.house), complaints: createComplaints(t.house) }
  type Registers = keyof typeof handlers
  const ask = async <R extends Registers, P extends keyof Inputs[R] & keyof Outputs[R] & string>(register: R, procedure: P, input: Inputs[R][P], as: Role = 'receptionist'): Promise<Outputs[R][P]> => {
    const schema = (contract[register] as Record<string, { '~orpc': { inputSchema?: { parse(raw: unknown): unknown } } }>)[procedure]!['~orpc'].inputSchema
    return (handlers[register] as unknown as Record<string, (input: unknown, call: ReturnType<typeof t.call>) => Promise<Outputs[R][P]>>)[procedure]!(schema?.parse(input), t.call(as))
  }
  const versionOf = async (table: 'work_order' | 'paid_service', id: number) => ({ id, version: (await t.house.store.read<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, [id]))[0]!.version })
  const order = (id: number) => versionOf('work_order', id)
  const slip = (id: number) => versionOf('paid_service', id)
  const onPaper = (by: string) => ({ by, onPaper: true })
  return {
    ...t, ask, order, slip,
    quote: (orderId: number, unitPriceFen = 8_000) => ask('paidServices', 'quote', { from: { register: 'repairs', id: orderId }, lines: [{ basis: 'agreed', name: '更换阀门', unit: '处', unitPriceFen, quantityMilli: 1000 }] }),
    agree: async (slipId: number) => ask('paidServices', 'decide', { ...(await slip(slipId)), agreed: true, signature: onPaper('陆文博') }),
    refuse: async (slipId: number) => ask('paidServices', 'decide', { ...(await slip(slipId)), agreed: false, reason: '太贵' }),
    /** From fetching until the worker has signed. */
    work: async (id: number) => {
      await ask('repairs', 'fetch', { ...(await order(id)), by: '何建国', worker: '孙立', start: true }, 'engineering')
      await ask('repairs', 'finish', { ...(await order(id)), workRecord: '更换阀门', signature: onPaper('孙立') }, 'engineering')
    },
    sign: async (id: number) => ask('repairs', 'sign', { ...(await order(id)), rating: 'satisfied', signature: onPaper('陆文博') }),
    get: async (id: number) => ask('repairs', 'get', { id }),
    printed: async (id: number) => (await t.house.store.read<{ title: string; printer: string; document: string }>(`SELECT title, printer, document FROM print_job WHERE register = 'repairs' AND record_id = ? ORDER BY id`, [id]))
      .map(({ document, ...job }) => ({ ...job, document: JSON.parse(document) as SlipDocument })),
    balance: (account: 'receivable' | 'cash' | 'service-income') => t.house.ledger.balance(account),
  }
}

let t: Awaited<ReturnType<typeof openCounter>>
beforeEach(async () => { t = await openCounter() })
afterEach(() => t.close())

/** A call of a tenant, and the chargeable repair that is started from it. */
async function chargeable(over: Partial<Inputs['repairs']['save']> = {}) {
  const call = await t.phoneCall({ contactId: 1, phone: '13800002716', matter: '茶水间水管接头漏水，地面有积水', print: false })
  return { call, order: await t.ask('repairs', 'save', { from: { register: 'reception', id: call.id }, chargeable: true, ...over }) }
}

describe('13.R3 17.R2 a chargeable repair', () => {
  test('16.C1 what waits for the client\'s answer waits once, at the order; a slip of its own waits at the slip', async () => {
    const { order } = await chargeable()
    await t.quote(order.id)
    const alone = await t.ask('paidServices', 'quote', { title: '换锁芯', client: '陆文博', lines: [{ basis: 'agreed', name: '换锁芯', unit: '个', unitPriceFen: 6_000, quantityMilli: 1000 }] })
    const waiting = (await t.house.tellers.waiting(t.call('receptionist').signedIn!)).map(({ what, no }) => [what, no])
    expect(waiting.sort()).toEqual([['order-quoting', order.no], ['service-quoted', alone.no]])
  })

  test('16.R3 13.R3 from the phone call over quote, agreement, work, signatures and cash to the file, nothing typed twice', async () => {
    const { call, order } = await chargeable()
    const entry = await t.ask('reception', 'get', { id: call.id })
    expect(entry).toMatchObject({ state: 'closed', result: `转报修 ${order.no}`, links: [{ no: order.no, direction: 'to' }] })
    expect(await t.get(order.id)).toMatchObject({ state: 'quoting', content: '茶水间水管接头漏水，地面有积水', reporter: '陆文博', phoneMasked: '138****2716', room: '1808', charge: null })
    const quoted = await t.quote(order.id)
    expect([(await t.get(order.id)).charge, await t.printed(order.id)]).toEqual([{ id: quoted.id, no: quoted.no, state: 'quoted', totalFen: 8_000 }, []])
    const agreed = await t.agree(quoted.id)
    expect(agreed.printJobIds).toHaveLength(2)
    const papers = await t.printed(order.id)
    expect(papers.map(({ title, printer }) => [title, printer])).toEqual([['维修工作令单', 'engineering'], ['维修工作令单', 'engineering']])
    expect(fact(papers[0]!.document, '收费')).toBe(`收费  ${quoted.no}  ￥80.00`)
    await t.work(order.id)
    const detail = await t.ask('paidServices', 'get', { id: quoted.id })
    await t.ask('paidServices', 'actuals', { ...(await t.slip(quoted.id)), lines: [{ id: detail.lines[0]!.id, actualMilli: 1500 }] })
    expect(await t.balance('receivable')).toBe(0)
    await t.sign(order.id)
    expect([await t.balance('receivable'), await t.balance('service-income')]).toEqual([12_000, -12_000])
    expect(await t.ask('paidServices', 'get', { id: quoted.id })).toMatchObject({ state: 'done', worker: '孙立', rating: 'satisfied', workerSigned: { by: '孙立' }, clientSigned: { by: '陆文博' } })
    await t.ask('paidServices', 'pay', { ...(await t.slip(quoted.id)), payment: 'cash', tenderedFen: 20_000 })
    expect([await t.balance('receivable'), await t.balance('cash')]).toEqual([0, 12_000])
    await t.ask('repairs', 'return', await t.order(order.id))
    await t.ask('repairs', 'verify', { ...(await t.order(order.id)), method: 'phone', outcome: 'good' })
    expect(await t.ask('repairs', 'file', { ids: [order.id] })).toEqual({ filed: 1, left: [] })
    expect((await t.get(order.id)).steps.map(({ action }) => action)).toEqual(['create', 'quote', 'agree', 'fetch', 'assign', 'start', 'finish', 'sign', 'return', 'verify', 'file'])
    expect((await t.house.ledger.balances()).unbalanced).toEqual([])
  })

  test('13.R3 refused, nothing is printed and the order ends there; a new quote opens it again', async () => {
    const { order } = await chargeable()
    const quoted = await t.quote(order.id)
    await t.refuse(quoted.id)
    expect([(await t.get(order.id)).state, await t.printed(order.id), await t.house.notices.ofRecord('repairs', order.id)]).toEqual(['refused', [], []])
    expect(await refusal(t.order(order.id).then((of) => t.ask('repairs', 'fetch', { ...of, by: '何建国' })))).toBe('wrong-state')
    await t.ask('paidServices', 'requote', { ...(await t.slip(quoted.id)), lines: [{ basis: 'agreed', name: '更换阀门', unit: '处', unitPriceFen: 5_000, quantityMilli: 1000 }] })
    expect((await t.get(order.id)).state).toBe('quoting')
    await t.agree(quoted.id)
    expect([(await t.get(order.id)).state, (await t.printed(order.id)).length]).toEqual(['issued', 2])
  })

  test('13.C5 13.R3 waiting for the client is nobody\'s lateness: due by the day of the agreement, unless more was agreed; once work began nothing moves', async () => {
    const { order } = await chargeable()
    const later = await chargeable({ expectedFinishAt: t.clock.now() + 5 * DAY })
    const quoted = [await t.quote(order.id), await t.quote(later.order.id)] as const
    const endOfDay = (await t.get(order.id)).dueAt
    t.clock.advance(3 * DAY)
    const row = async () => (await t.ask('repairs', 'list', { filter: {} })).rows.find(({ id }) => id === order.id)!
    const rate = () => t.ask('repairs', 'onTime', { month: '2026-03' })
    expect([(await row()).onTime, await rate()]).toMatchObject([null, { total: 0, onTime: 0 }])
    for (const { id } of quoted) await t.agree(id)
    expect([(await t.get(order.id)).dueAt, (await t.get(later.order.id)).dueAt]).toEqual([endOfDay + 3 * DAY, t.clock.now() + 2 * DAY])
    expect(fact((await t.printed(order.id))[0]!.document, '应完工')).toBe('2026-03-15 23:59')
    await t.ask('repairs', 'correct', { ...(await t.order(later.order.id)), reason: '不再约定', changes: { expectedFinishAt: null } })
    expect((await t.get(later.order.id)).dueAt).toBe(endOfDay + 3 * DAY)
    await t.work(order.id)
    expect([(await row()).onTime, await rate()]).toMatchObject([true, { total: 1, onTime: 1 }])
  })

  test('13.C5 found free after all, it is due by the day it went to engineering', async () => {
    const { order } = await chargeable()
    const { dueAt } = await t.get(order.id)
    t.clock.advance(2 * DAY)
    const free = await t.ask('repairs', 'correct', { ...(await t.order(order.id)), reason: '在保修期内', changes: { chargeable: false } })
    expect(free.dueAt).toBe(dueAt + 2 * DAY)
  })

  test('13.R3 work does not start before the client agreed, whatever happened to the quote since', async () => {
    const { order } = await chargeable()
    const quoted = await t.quote(order.id)
    await t.agree(quoted.id)
    await t.ask('repairs', 'fetch', { ...(await t.order(order.id)), by: '何建国', worker: '孙立' })
    await t.ask('paidServices', 'requote', { ...(await t.slip(quoted.id)), lines: [{ basis: 'agreed', name: '更换整段水管', unit: '米', unitPriceFen: 30_000, quantityMilli: 3000 }] })
    const start = async () => t.ask('repairs', 'start', await t.order(order.id))
    expect(await refusal(start())).toBe('agreement-missing')
    await t.ask('paidServices', 'void', { ...(await t.slip(quoted.id)), reason: '开错' })
    expect(await refusal(start())).toBe('quote-missing')
    await t.agree((await t.quote(order.id)).id)
    expect((await start()).state).toBe('started')
    // Engineering has the order already: an agreement prints it once.
    expect(await t.printed(order.id)).toHaveLength(2)
  })

  test('17.R3 once the agreed work has begun it is not quoted anew: the actual quantities say what is different', async () => {
    const { order } = await chargeable()
    const slip = await t.quote(order.id)
    await t.agree(slip.id)
    await t.work(order.id)
    const before = await t.ask('paidServices', 'get', { id: slip.id })
    const requote = async (id: number) => t.ask('paidServices', 'requote', { ...(await t.slip(id)), lines: [{ basis: 'agreed', name: '换管', unit: '米', unitPriceFen: 9_000, quantityMilli: 2000 }] })
    await expect(requote(slip.id)).rejects.toMatchObject({ code: 'work-begun', params: { no: order.no } })
    expect(await t.ask('paidServices', 'get', { id: slip.id })).toEqual(before)
    // Where its slip was void and the client has not agreed to the new one, the quote is still open.
    await t.ask('paidServices', 'void', { ...(await t.slip(slip.id)), reason: '开错' })
    const second = await t.quote(order.id)
    expect((await requote(second.id)).state).toBe('quoted')
  })

  test('17.R3 an emergency is done first, and the client signs for nothing before its slip is opened', async () => {
    const { order } = await chargeable({ emergencyFirst: true })
    expect([order.state, order.printJobIds.length]).toEqual(['issued', 2])
    expect(fact((await t.printed(order.id))[0]!.document, '收费')).toBe('收费，急修先做，单后补')
    await t.work(order.id)
    expect(await refusal(t.sign(order.id))).toBe('quote-missing')
    expect((await t.get(order.id)).state).toBe('done')
    const slip = await t.quote(order.id)
    expect(slip.state).toBe('agreed')
    await t.sign(order.id)
    expect(await t.balance('receivable')).toBe(8_000)
  })

  test('13.R2 a signature taken back takes back what was due; once it is paid it stands', async () => {
    const { order } = await chargeable()
    const slip = await t.quote(order.id)
    await t.agree(slip.id)
    await t.work(order.id)
    await t.sign(order.id)
    const back = async () => t.ask('repairs', 'stepBack', { ...(await t.order(order.id)), reason: '签错单' })
    await back()
    expect([(await t.get(order.id)).state, await t.balance('receivable'), await t.balance('service-income')]).toEqual(['done', 0, 0])
    await t.sign(order.id)
    await t.ask('paidServices', 'pay', { ...(await t.slip(slip.id)), payment: 'wechat' })
    expect(await refusal(back())).toBe('already-paid')
    expect(await t.balance('receivable')).toBe(0)
    expect((await t.get(order.id)).state).toBe('signed')
  })

  test('13.C4 17.R6 a void order takes its slip with it, and both keep their numbers', async () => {
    const { order } = await chargeable()
    const slip = await t.quote(order.id)
    await t.agree(slip.id)
    await t.ask('repairs', 'void', { ...(await t.order(order.id)), reason: '重复开单' })
    expect(await t.ask('paidServices', 'get', { id: slip.id })).toMatchObject({ state: 'void', voidReason: '重复开单', no: slip.no })
    expect(await refusal(t.quote(order.id))).toBe('already-void')
  })

  test('17.R2 a free repair is not charged for', async () => {
    const { order } = await chargeable({ chargeable: false })
    expect(await refusal(t.quote(order.id))).toBe('wrong-state')
    expect(await t.house.store.read('SELECT 1 FROM paid_service')).toEqual([])
  })

  test('13.F1 corrected to free it goes to engineering at once, its slip void; corrected to chargeable it waits for the client', async () => {
    const { order } = await chargeable()
    const slip = await t.quote(order.id)
    const correct = async (isChargeable: boolean) => t.ask('repairs', 'correct', { ...(await t.order(order.id)), reason: '在保修期内', changes: { chargeable: isChargeable } })
    expect(await correct(false)).toMatchObject({ state: 'issued', chargeable: false, charge: null })
    expect([(await t.printed(order.id)).length, (await t.ask('paidServices', 'get', { id: slip.id })).state]).toEqual([2, 'void'])
    expect(await correct(true)).toMatchObject({ state: 'quoting', chargeable: true })
    expect(await t.house.store.read(`SELECT state FROM print_job WHERE register = 'repairs' AND state IN ('waiting', 'failed')`)).toEqual([])
    expect(await t.house.notices.open('engineering')).toEqual([])
    expect(await correct(false)).toMatchObject({ state: 'issued' })
    await t.work(order.id)
    await t.sign(order.id)
    expect(await refusal(correct(true))).toBe('wrong-state')
  })
})

test('17.R2 P3 a slip by itself has the number that is known of a client of the directory, masked', async () => {
  const line = { basis: 'agreed', name: '换锁', unit: '次', unitPriceFen: 8_000, quantityMilli: 1000 } as const
  const { id } = await t.ask('paidServices', 'quote', { contactId: 1, lines: [line] })
  expect(await t.ask('paidServices', 'get', { id })).toMatchObject({ client: '陆文博', phoneMasked: '139****2222' })
})

describe('7.R3 a complaint within the desk\'s authority', () => {
  /** A complaint and the repair that was started from it. */
  async function complainedOf(over: Partial<Inputs['repairs']['save']> = {}) {
    const { id } = await t.ask('complaints', 'save', { channel: 'phone', kind: 'repair', contactId: 1, cause: '空调不制冷' })
    const of = { register: 'complaints' as const, id }
    return { of, complaint: () => t.ask('complaints', 'get', { id }), order: await t.ask('repairs', 'save', { from: of, ...over }) }
  }
  async function throughTo(id: number, outcome: 'good' | 'bad') {
    await t.work(id)
    await t.sign(id)
    await t.ask('repairs', 'return', await t.order(id))
    return t.ask('repairs', 'verify', { ...(await t.order(id)), method: 'phone', outcome, stillWrong: outcome === 'bad' ? '还是不冷' : '' })
  }

  test('7.R3 becomes a repair; 13.R5 one that does not hold is done again, and the client is asked when it does', async () => {
    const complaint = await t.ask('complaints', 'save', { channel: 'in-person', kind: 'repair', contactId: 1, cause: '空调不制冷，报了两次' })
    const order = await t.ask('repairs', 'save', { from: { register: 'complaints', id: complaint.id } })
    const state = async () => (await t.ask('complaints', 'get', { id: complaint.id })).state
    expect([await state(), (await t.get(order.id)).fault]).toEqual(['repairing', '空调不制冷'])
    const { reorder } = await throughTo(order.id, 'bad')
    expect(await state()).toBe('repairing')
    await throughTo(reorder!.id, 'good')
    expect(await state()).toBe('handled')
    expect((await t.ask('complaints', 'get', { id: complaint.id })).rounds.at(-1)!.handling).toContain(reorder!.no)
  })

  test('7.R3 a repair that comes to nothing hands it back', async () => {
    const { complaint, order } = await complainedOf()
    await t.ask('repairs', 'void', { ...(await t.order(order.id)), reason: '开错' })
    expect((await complaint()).state).toBe('handling')
  })

  test('7.R3 with two repairs it is handled when the last one has ended, by those that hold', async () => {
    const { complaint, of, order } = await complainedOf()
    const second = await t.ask('repairs', 'save', { from: of, content: '新风不足' })
    await throughTo(order.id, 'good')
    expect((await complaint()).state).toBe('repairing')
    await t.ask('repairs', 'void', { ...(await t.order(second.id)), reason: '同一处' })
    expect(await complaint()).toMatchObject({ state: 'handled', rounds: [{ handling: `转报修 ${order.no}；报修 ${order.no} 已返单，核验良好`, handledAt: t.clock.now() }] })
  })

  test('7.R3 with two repairs it is handed back only when nothing came of both; what held in the round before does not count', async () => {
    const { complaint, of, order } = await complainedOf()
    await throughTo(order.id, 'good')
    const asked = { id: of.id, version: (await complaint()).version, how: 'phone', opinion: 'dissatisfied', again: { department: 'engineering', dueAt: t.clock.now() + 3_600_000 } } as const
    t.clock.advance(60_000)
    await t.ask('complaints', 'ask', asked)
    const [second, third] = [await t.ask('repairs', 'save', { from: of }), await t.ask('repairs', 'save', { from: of, content: '新风不足' })]
    await t.ask('repairs', 'void', { ...(await t.order(second.id)), reason: '开错' })
    expect((await complaint()).state).toBe('repairing')
    await t.ask('repairs', 'void', { ...(await t.order(third.id)), reason: '开错' })
    const back = await complaint()
    expect(back).toMatchObject({ state: 'handling', department: 'customer-service', round: 2 })
    expect(back.steps.at(-1)).toMatchObject({ action: 'assign', note: `报修 ${third.no} 已作废` })
  })

  test('7.R3 13.R3 a quote refused hands it back, and agreed to after all, it waits for the repair again', async () => {
    const { complaint, order } = await complainedOf({ chargeable: true })
    const quoted = await t.quote(order.id)
    await t.refuse(quoted.id)
    expect(await complaint()).toMatchObject({ state: 'handling', department: 'customer-service' })
    await t.ask('paidServices', 'requote', { ...(await t.slip(quoted.id)), lines: [{ basis: 'agreed', name: '加氟', unit: '次', unitPriceFen: 5_000, quantityMilli: 1000 }] })
    await t.agree(quoted.id)
    expect(await complaint()).toMatchObject({ state: 'repairing', department: 'engineering', rounds: [{ handling: `转报修 ${order.no}` }] })
    expect((await complaint()).steps.at(-1)).toMatchObject({ action: 'resume', from: 'handling', to: 'repairing', note: order.no })
    expect(await t.house.notices.open('customer-service')).toEqual([])
    await throughTo(order.id, 'good')
    expect((await complaint()).state).toBe('handled')
  })

  test('7.R3 13.R5 a verification taken back takes the complaint back with it, unless it went on since', async () => {
    const { complaint, order } = await complainedOf()
    await throughTo(order.id, 'good')
    const back = async () => t.ask('repairs', 'stepBack', { ...(await t.order(order.id)), reason: '核验记错单' })
    await back()
    expect(await complaint()).toMatchObject({ state: 'repairing', rounds: [{ handling: `转报修 ${order.no}`, handledAt: null, handledBy: '' }] })
    const verify = async () => t.ask('repairs', 'verify', { ...(await t.order(order.id)), method: 'visit', outcome: 'good' })
    await verify()
    const { id, version } = await complaint()
    await t.ask('complaints', 'escalate', { id, version })
    await back()
    expect((await complaint()).state).toBe('escalated')
    await verify()
    expect((await complaint()).state).toBe('escalated')
  })

  test('7.R3 7.R5 in the next round it is somebody else\'s: a verification of the round before that is taken back leaves it there', async () => {
    const { of, complaint, order } = await complainedOf()
    await throughTo(order.id, 'good')
    const again = { department: 'security', dueAt: t.clock.now() + 3_600_000 } as const
    await t.ask('complaints', 'ask', { id: of.id, version: (await complaint()).version, how: 'phone', opinion: 'dissatisfied', again })
    await t.ask('repairs', 'stepBack', { ...(await t.order(order.id)), reason: '核验记错单' })
    expect(await complaint()).toMatchObject({ state: 'handling', department: 'security', round: 2 })
  })

  test('7.R3 one the desk itself noted as handled stays so when the verification is taken back', async () => {
    const { complaint, order } = await complainedOf()
    const { id, version } = await complaint()
    await t.ask('complaints', 'handle', { id, version, handling: '当面致歉' })
    await throughTo(order.id, 'good')
    await t.ask('repairs', 'stepBack', { ...(await t.order(order.id)), reason: '核验记错单' })
    expect((await complaint()).state).toBe('handled')
  })
})
