import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { items, openPaidServices, refusal, type TestPaidServices } from './testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const receipts = () => t.house.store.read<{ no: string; payer: string; lines: string; total_fen: number }>('SELECT no, payer, lines, total_fen FROM receipt ORDER BY id')

describe('17.R4 paid at the desk', () => {
  test('17.R4 M2 in cash, with a receipt and the change', async () => {
    const done = await t.done({ lines: [{ priceItemId: items.valve, quantityMilli: 1_500 }, { priceItemId: items.brass, quantityMilli: 1_000, supplier: 'client' }] })
    const paid = await t.ask('pay', { id: done.id, version: done.version, payment: 'cash', tenderedFen: 20_000 })
    expect(paid).toMatchObject({ state: 'paid', receiptNo: 'SJ26-000001', changeFen: 8_000, totalFen: 12_000 })
    expect(await t.get(done.id)).toMatchObject({ receiptNo: 'SJ26-000001', receiptId: paid.receiptId, paidAt: t.clock.now() })
    // What came to nothing is not on the receipt.
    const [receipt] = await receipts()
    expect(JSON.parse(receipt!.lines)).toEqual([{ name: '更换阀门', unit: '个', quantityMilli: 1_500, unitPriceFen: 8_000, amountFen: 12_000 }])
    expect(receipt!.payer).toBe('博远（北京）国际供应链管理有限公司')
    expect([await t.balance('cash'), await t.balance('receivable'), await t.balance('service-income')]).toEqual([12_000, 0, -12_000])
    expect((await t.get(done.id)).jobs.map((job) => job.title)).toEqual(['有偿服务单', '收据'])
  })

  test('17.R4 too little cash, or cash with a card, is refused; no number is taken and nothing is posted', async () => {
    const done = await t.done()
    const of = { id: done.id, version: done.version }
    expect(await refusal(t.ask('pay', { ...of, payment: 'cash', tenderedFen: 17_299 }))).toBe('tendered-too-little')
    expect(await refusal(t.ask('pay', { ...of, payment: 'wechat', tenderedFen: 17_300 }))).toBe('tendered-not-cash')
    expect((await t.get(done.id)).state).toBe('done')
    expect(await t.balance('receivable')).toBe(17_300)
    expect((await t.ask('pay', { ...of, payment: 'wechat', payer: '陆文博' })).receiptNo).toBe('SJ26-000001')
    expect(await t.balance('wechat')).toBe(17_300)
    expect((await receipts())[0]!.payer).toBe('陆文博')
  })

  test('17.R4 nothing is paid before the work is done, nothing twice, nothing that is void', async () => {
    const saved = await t.quote()
    const pay = (slip: { id: number; version: number }) => t.ask('pay', { id: slip.id, version: slip.version, payment: 'cash' })
    expect(await refusal(pay(saved))).toBe('not-payable')
    const done = await t.complete(await t.agree(saved))
    const paid = await pay(done)
    // The second of two at once, and one who has seen it paid.
    expect(await refusal(pay(done))).toBe('already-paid')
    expect(await refusal(pay(paid))).toBe('already-paid')
    expect(await refusal(t.ask('void', { id: paid.id, version: paid.version, reason: '开错' }))).toBe('paid-cannot-void')
    const other = await t.done()
    const gone = await t.ask('void', { id: other.id, version: other.version, reason: '开错' }, 'supervisor')
    expect(await refusal(pay(gone))).toBe('already-void')
    expect(await receipts()).toHaveLength(1)
  })

  test('17.R4 a voided receipt makes the slip due again, to be paid with another number, or voided', async () => {
    const done = await t.done()
    const paid = await t.ask('pay', { id: done.id, version: done.version, payment: 'cash' })
    await t.voidReceipt(paid.receiptId)
    expect([await t.balance('cash'), await t.balance('receivable')]).toEqual([0, 17_300])
    const due = await t.get(done.id)
    expect(due).toMatchObject({ state: 'done', receiptNo: '', receiptId: null, paidAt: null })
    expect((await t.ask('pay', { id: due.id, version: due.version, payment: 'card' })).receiptNo).toBe('SJ26-000002')
    expect((await t.get(done.id)).steps.map((step) => step.action).slice(-3)).toEqual(['pay', 'unpay', 'pay'])
  })

  test('13.R4 the signing of a work order is not taken back once it is paid', async () => {
    const order = t.order(3)
    await t.agree(await t.quote({ from: order.ref }))
    await order.sign()
    const charge = (await order.charge())!
    await t.ask('pay', { id: charge.id, version: (await t.get(charge.id)).version, payment: 'cash' })
    expect(await refusal(order.unsign())).toBe('already-paid')
    expect(await refusal(order.void())).toBe('paid-cannot-void')
  })
})

describe('17.R4 月结', () => {
  test('17.R4 onto the notice of this month, and still payable at the desk', async () => {
    const done = await t.done()
    const monthly = await t.ask('putOnMonth', { id: done.id, version: done.version })
    expect(await t.get(done.id)).toMatchObject({ state: 'monthly', month: '2026-03' })
    expect(await t.balance('receivable', { tenantId: 1 })).toBe(17_300)
    expect(await t.ask('counts', undefined)).toMatchObject({ due: 0, monthly: 1, monthlyFen: 17_300 })
    await t.ask('pay', { id: done.id, version: monthly.version, payment: 'transfer' })
    expect(await t.get(done.id)).toMatchObject({ state: 'paid', month: '' })
  })

  test('17.R4 a slip without a company, of a month before the work, or of one after the next, is refused', async () => {
    const stranger = await t.done({ tenantId: null, client: '路人' })
    expect(await refusal(t.ask('putOnMonth', { id: stranger.id, version: stranger.version }))).toBe('tenant-required')
    const done = await t.done()
    expect(await refusal(t.ask('putOnMonth', { id: done.id, version: done.version, month: '2026-02' }))).toBe('invalid-input')
    expect(await refusal(t.ask('putOnMonth', { id: done.id, version: done.version, month: '2026-05' }))).toBe('month-too-late')
    expect((await t.ask('putOnMonth', { id: done.id, version: done.version, month: '2026-04' })).state).toBe('monthly')
  })
})
