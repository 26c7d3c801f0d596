import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract, type Inputs, type Outputs } from '../../shared/contract'
import type { Role } from '../../shared/contract/permissions'
import type { SlipDocument } from '../../shared/slip/document'
import { layoutSlip, slipPlainText } from '../../shared/slip/layout'
import { createCashier } from './cashier/cashier'
import { createPaidServices } from './paid-services/paid-services'
import { createReception } from './reception/reception'
import { createRepairs } from './repairs/repairs'
import { openTestHouse, refusal, type TestHouse } from './testing'

/** The registers a chargeable repair goes through, together on one store, called as the page calls them. */
async function openDesk() {
  const t = await openTestHouse()
  await t.house.store.write(t.call().scope, async (tx) => {
    await tx.query(`INSERT INTO unit (id, room, floor) VALUES (1, '1808', '18')`)
    await tx.query(`INSERT INTO tenant (id, name, pinyin, initials) VALUES (1, '博远供应链', '', '')`)
    await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (1, 1)')
    await tx.query(`INSERT INTO price_item (id, code, category, name, kind, unit, price_fen, valid_from) VALUES (1, 'S-01', '给排水', '更换阀门', 'labour', '个', 8000, '2026-01-01')`)
  })
  const { house } = t
  return { ...t, reception: asPage('reception', createReception(house), t), repairs: asPage('repairs', createRepairs(house), t), services: asPage('paidServices', createPaidServices(house), t), cashier: asPage('cashier', createCashier(house), t) }
}

type Register = 'reception' | 'repairs' | 'paidServices' | 'cashier'
type AnyHandler = (input: unknown, call: ReturnType<TestHouse['call']>) => Promise<unknown>

function asPage<R extends Register>(register: R, handlers: object, t: TestHouse) {
  return <K extends keyof Inputs[R] & keyof Outputs[R]>(name: K, input: Inputs[R][K], as: Role = 'receptionist') => {
    const procedure = (contract[register] as unknown as Record<K, { '~orpc': { inputSchema?: { parse(raw: unknown): unknown } } }>)[name]
    return (handlers as Record<K, AnyHandler>)[name](procedure['~orpc'].inputSchema?.parse(input), t.call(as)) as Promise<Outputs[R][K]>
  }
}

let t: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => { t = await openDesk() })
afterEach(() => t.close())

const signature = { by: '陆文博', onPaper: true }
const valve = { priceItemId: 1, quantityMilli: 1_000 }

async function chargeable(over: Partial<Inputs['repairs']['save']> = {}) {
  const entry = await t.reception('saveCall', { name: '陆文博', phone: '13911112222', category: 'repair', matter: '阀门漏水', tenantId: 1, notify: { department: 'engineering' } })
  return t.repairs('save', { from: { register: 'reception', id: entry.id }, trade: 'plumbing', chargeable: true, ...over })
}
const quote = (orderId: number, over: Partial<Inputs['paidServices']['quote']> = {}) => t.services('quote', { from: { register: 'repairs', id: orderId }, lines: [valve], ...over })
const of = async (id: number) => ({ id, version: (await t.repairs('get', { id })).version })
const state = async (id: number) => (await t.repairs('get', { id })).state
const papers = async (printer: string) => (await t.house.store.read<{ document: string }>('SELECT document FROM print_job WHERE printer = ? ORDER BY id', [printer])).map((job) => slipPlainText(layoutSlip(JSON.parse(job.document) as SlipDocument)))

/** Fetched, started, finished by the worker; the client's signature is next. */
async function work(id: number) {
  await t.repairs('fetch', { ...(await of(id)), by: '何建国', worker: '何建国', start: true }, 'engineering')
  t.clock.advance(40 * 60_000)
  await t.repairs('finish', { ...(await of(id)), workRecord: '换了阀门', signature: { by: '何建国', onPaper: true } }, 'engineering')
}

describe('13.R3 17.R2 a chargeable repair and its slip', () => {
  test('13.R3 call → order → quote refused → quoted anew and agreed → order printed → done → signed → paid → returned', async () => {
    const order = await chargeable()
    expect(order.state).toBe('quoting')
    const before = (await papers('engineering')).length

    const first = await quote(order.id)
    const slip = await t.services('get', { id: first.id })
    expect(slip).toMatchObject({ orderNo: order.no, tenantName: '博远供应链', room: '1808', client: '陆文博', phoneMasked: '139****2222', title: '阀门漏水' })
    const refused = await t.services('decide', { id: first.id, version: first.version, agreed: false, reason: '嫌贵' })
    expect(await state(order.id)).toBe('refused')
    const again = await t.services('requote', { id: first.id, version: refused.version, lines: [{ ...valve, basis: 'nearest', name: '紧固阀门', quantityMilli: 500 }] })
    expect(await state(order.id)).toBe('quoting')
    expect((await papers('engineering')).length).toBe(before)
    const agreed = await t.services('decide', { id: first.id, version: again.version, agreed: true, signature })
    expect(await state(order.id)).toBe('issued')
    const printed = (await papers('engineering')).slice(before)
    expect(agreed.printJobIds.length).toBeGreaterThan(0)
    expect(printed.some((paper) => paper.join('\n').includes(order.no))).toBe(true)

    await work(order.id)
    const [line] = (await t.services('get', { id: first.id })).lines
    await t.services('actuals', { id: first.id, version: agreed.version, lines: [{ id: line!.id, actualMilli: 1_500 }] })
    await t.repairs('sign', { ...(await of(order.id)), rating: 'satisfied', signature }, 'engineering')
    const due = await t.services('get', { id: first.id })
    expect(due).toMatchObject({ state: 'done', totalFen: 12_000, worker: '何建国', rating: 'satisfied', workerSigned: { by: '何建国' }, clientSigned: { by: '陆文博' } })
    expect((await t.repairs('get', { id: order.id })).charge).toMatchObject({ no: first.no, state: 'done', totalFen: 12_000 })

    const paid = await t.services('pay', { id: due.id, version: due.version, payment: 'cash', tenderedFen: 15_000 })
    expect(paid).toMatchObject({ receiptNo: 'SJ26-000001', changeFen: 3_000 })
    expect((await papers('receipt')).at(-1)!.join('\n')).toContain('壹佰贰拾元整')
    expect((await t.cashier('drawer', undefined)).expectedFen).toBe(12_000)
    await t.repairs('return', await of(order.id))
    expect(await state(order.id)).toBe('returned')

    await t.cashier('voidReceipt', { id: paid.receiptId, reason: '收错了' }, 'supervisor')
    expect(await t.services('get', { id: due.id })).toMatchObject({ state: 'done', receiptNo: '' })
    const { balanced, accounts } = await t.cashier('balances', undefined)
    expect(balanced).toBe(true)
    expect(Object.fromEntries(accounts.map(({ account, balanceFen }) => [account, balanceFen]))).toMatchObject({ cash: 0, receivable: 12_000, 'service-income': -12_000 })
  })

  test('13.R3 work does not start before the client agreed, nor after a new quote until they agreed again', async () => {
    const order = await chargeable()
    expect(await refusal(t.repairs('fetch', { ...(await of(order.id)), by: '何建国' }, 'engineering'))).toBe('step-skipped')
    const quoted = await quote(order.id)
    const agreed = await t.services('decide', { id: quoted.id, version: quoted.version, agreed: true, signature })
    await t.services('requote', { id: quoted.id, version: agreed.version, lines: [{ ...valve, quantityMilli: 3_000 }] })
    expect(await refusal(work(order.id))).toBe('agreement-missing')
  })

  test('17.R3 an emergency is done first; its signing waits for the slip, which needs no other agreement', async () => {
    const order = await chargeable({ emergencyFirst: true, urgency: 'emergency' })
    expect(order.state).toBe('issued')
    await work(order.id)
    const sign = async () => t.repairs('sign', { ...(await of(order.id)), rating: 'fair', signature }, 'engineering')
    expect(await refusal(sign())).toBe('quote-missing')
    const slip = await quote(order.id)
    expect(slip.state).toBe('agreed')
    await sign()
    expect(await t.services('get', { id: slip.id })).toMatchObject({ state: 'done', emergency: true, agreement: { by: '陆文博' }, totalFen: 8_000 })
  })

  test('13.R4 a signing that is taken back is due no more; once it is paid it is not taken back', async () => {
    const order = await chargeable({ emergencyFirst: true })
    await work(order.id)
    const slip = await quote(order.id)
    const sign = async () => t.repairs('sign', { ...(await of(order.id)), rating: 'fair', signature }, 'engineering')
    await sign()
    await t.repairs('stepBack', { ...(await of(order.id)), reason: '签错了单' })
    expect((await t.services('get', { id: slip.id })).state).toBe('agreed')
    expect(await t.house.ledger.balance('receivable')).toBe(0)
    await sign()
    await t.services('pay', { id: slip.id, version: (await t.services('get', { id: slip.id })).version, payment: 'card' })
    expect(await refusal(of(order.id).then((seen) => t.repairs('stepBack', { ...seen, reason: '签错了单' })))).toBe('already-paid')
    expect(await state(order.id)).toBe('signed')
  })

  test('13.C4 17.R6 a void order takes its slip with it, a free one after all too; both numbers stay', async () => {
    const order = await chargeable()
    const slip = await quote(order.id)
    await t.repairs('void', { ...(await of(order.id)), reason: '报错了房间' })
    expect(await t.services('get', { id: slip.id })).toMatchObject({ no: 'YC26-000001', state: 'void', voidReason: '报错了房间' })
    const other = await chargeable()
    const second = await quote(other.id)
    await t.repairs('correct', { ...(await of(other.id)), reason: '保修期内', changes: { chargeable: false } })
    expect((await t.services('get', { id: second.id })).state).toBe('void')
    expect(await state(other.id)).toBe('issued')
    expect(await refusal(quote(other.id))).toBe('wrong-state')
  })

  test('17.R2 a free order, a void one and one that is signed take no quote', async () => {
    const free = await chargeable({ chargeable: false })
    expect(await refusal(quote(free.id))).toBe('wrong-state')
    const gone = await chargeable()
    await t.repairs('void', { ...(await of(gone.id)), reason: '重复' })
    expect(await refusal(quote(gone.id))).toBe('already-void')
  })

  test('16.R3 a call that asks for a paid service is settled by its slip', async () => {
    const entry = await t.reception('saveCall', { name: '陆文博', phone: '13911112222', category: 'enquiry', matter: '装插座', tenantId: 1, notify: { department: 'engineering' } })
    const slip = await t.services('quote', { from: { register: 'reception', id: entry.id }, lines: [valve] })
    expect(await t.services('get', { id: slip.id })).toMatchObject({ orderId: null, title: '装插座', client: '陆文博', links: [{ register: 'reception', no: entry.no }] })
    expect(await t.reception('get', { id: entry.id })).toMatchObject({ state: 'closed', result: `转有偿服务 ${slip.no}` })
  })
})
