import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Payment } from '../../shared/contract/paid-services'
import { fen } from '../../shared/rules/money'
import { slipDocument } from '../../shared/slip/document'
import { layoutSlip, slipPlainText } from '../../shared/slip/layout'
import type { NewReceipt, NewRefund } from './receipts'
import { openTestHouse, type TestHouse } from './testing'

let t: TestHouse
beforeEach(async () => {
  t = await openTestHouse()
  await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远')`))
})
afterEach(() => t.close())

const newReceipt = (over: Partial<NewReceipt> = {}): NewReceipt => ({
  payer: '博远', room: '1808', tenantId: 1, subject: '更换阀门', register: 'paid-services', recordId: 7, recordNo: 'YC26-000007',
  lines: [{ name: '更换阀门', quantityMilli: 1000, unit: '个', unitPriceFen: 8_000, amountFen: 8_000 }], totalFen: fen(8_000), payment: 'cash', tenderedFen: null, credits: [{ account: 'receivable', amountFen: fen(8_000) }], print: true, ...over,
})
const take = (over: Partial<NewReceipt> = {}, station = 'A1') => t.house.store.write({ ...t.call().scope, station }, (tx) => t.house.receipts.take(tx, newReceipt(over)))
const voidIt = (id: number, { print = true, reason = '付款方式登记错', station = 'A1' } = {}) =>
  t.house.store.write({ ...t.call('supervisor').scope, station }, (tx) => t.house.receipts.void(tx, id, reason, print))
const balance = async (account: Parameters<typeof t.house.ledger.balance>[0], of = {}) => t.house.ledger.balance(account, of)
const slip = async (job: number) => (await t.house.jobs.document(job))!

describe('17.R4 M1 money taken', () => {
  test('M1 17.R4 is debited by its kind and settles what the tenant owed; the receipt is on paper and opens the drawer', async () => {
    const taken = await take({ tenderedFen: fen(10_000) })
    expect(taken).toMatchObject({ no: 'SJ26-000001', changeFen: 2_000 })
    expect(await balance('cash', { station: 'A1' })).toBe(8_000)
    expect(await balance('receivable', { tenantId: 1 })).toBe(-8_000)
    const document = await slip(taken.printJobIds[0]!)
    expect(slipDocument.safeParse(document).success).toBe(true)
    expect(document.openDrawer).toBe(true)
    expect(slipPlainText(layoutSlip(document))).toEqual(expect.arrayContaining(['编号  SJ26-000001               2026-03-12 14:26', '大　　写  捌拾元整', '收款  周晓岚  A1台                          盖章']))
  })

  test.each<Payment>(['card', 'transfer', 'wechat', 'alipay'])('17.R4 by %s it leaves the drawer shut', async (payment) => {
    const taken = await take({ payment })
    expect((await slip(taken.printJobIds[0]!)).openDrawer).toBe(false)
    expect([await balance(payment), await balance('cash')]).toEqual([8_000, 0])
  })

  test('without paper wanted, or without a printer, it is taken all the same', async () => {
    expect((await take({ print: false })).printJobIds).toEqual([])
    t.printers.length = 0
    expect(await take()).toMatchObject({ no: 'SJ26-000002', printJobIds: [] })
  })

  test('17.R4 too little cash, and cash given with another kind, are refused, and take neither number nor money', async () => {
    await expect(take({ tenderedFen: fen(7_999) })).rejects.toMatchObject({ code: 'tendered-too-little', params: { total: '¥80.00', short: '¥0.01' }, field: 'tenderedFen' })
    await expect(take({ payment: 'wechat', tenderedFen: fen(8_000) })).rejects.toMatchObject({ code: 'tendered-not-cash' })
    await expect(take({ totalFen: fen(8_001) })).rejects.toThrow(RangeError)
    expect([await balance('cash'), (await take()).no]).toEqual([0, 'SJ26-000001'])
  })

  test('M1 cash given by a slip of the hand is refused: no change of over ¥10,000', async () => {
    await expect(take({ tenderedFen: fen(9_000_000_000_000_000) })).rejects.toMatchObject({ code: 'amount-too-large', params: { limit: '¥10,080.00' }, field: 'tenderedFen' })
    expect(await take({ tenderedFen: fen(1_008_000) })).toMatchObject({ no: 'SJ26-000001', changeFen: 1_000_000 })
  })

  test('P3 M2 the chain names the receipt and its amounts, and nobody who paid', async () => {
    await take({ payer: '陆文博' })
    const lines = await t.house.store.read<{ action: string; detail: string }>(`SELECT action, detail FROM audit WHERE action IN ('post', 'receipt')`)
    expect(lines.map((line) => line.action)).toEqual(['post', 'receipt'])
    expect(JSON.stringify(lines)).not.toContain('陆文博')
  })
})

describe('M2 a receipt that is void', () => {
  test('M1 M2 is reversed today where it is voided; its number stays, and its register hears of it in the same transaction', async () => {
    const heard: number[][] = []
    t.house.receipts.onVoided('paid-services', async (tx, recordId, receiptId) => {
      const [row] = await tx.query<{ voided: number }>('SELECT void_at IS NOT NULL AS voided FROM receipt WHERE id = ?', [receiptId])
      heard.push([recordId, receiptId, row!.voided])
    })
    const { id } = await take()
    await take({}, 'A2')
    t.clock.advance(86_400_000)
    const [job] = await voidIt(id, { station: 'A2' })
    expect(heard).toEqual([[7, id, 1]])
    expect([await balance('cash', { station: 'A1' }), await balance('cash', { station: 'A2' }), await balance('receivable', { tenantId: 1 })]).toEqual([8_000, 0, -8_000])
    expect((await take()).no).toBe('SJ26-000003')
    const rows = slipPlainText(layoutSlip(await slip(job!)))
    expect(rows).toEqual(expect.arrayContaining(['作废收据', '原　　因  付款方式登记错', '作废  韩雪  A2台                            盖章']))
    expect(await t.house.store.read('SELECT day, reverses, memo FROM journal ORDER BY id')).toEqual([
      { day: '2026-03-12', reverses: null, memo: '' }, { day: '2026-03-12', reverses: null, memo: '' }, { day: '2026-03-13', reverses: 1, memo: '' }, { day: '2026-03-13', reverses: null, memo: '' },
    ])
  })

  test('M1 M2 cash that does not lie in this drawer is not given back out of it, and nothing has happened; by another kind it is', async () => {
    const cash = await take()
    await expect(voidIt(cash.id, { station: 'A2' })).rejects.toMatchObject({ code: 'void-short', params: { held: '¥0.00', total: '¥80.00' } })
    expect([await balance('cash', { station: 'A1' }), await balance('cash', { station: 'A2' }), (await t.house.store.read('SELECT void_at FROM receipt'))[0]]).toEqual([8_000, 0, { void_at: null }])
    await voidIt((await take({ payment: 'wechat' })).id, { station: 'A2' })
    expect(await balance('wechat')).toBe(0)
  })

  test('M2 is not voided twice', async () => {
    const { id } = await take()
    await voidIt(id)
    await expect(voidIt(id)).rejects.toMatchObject({ code: 'receipt-void', params: { no: 'SJ26-000001', by: '韩雪', at: '2026-03-12 14:26' } })
    expect(await balance('cash')).toBe(0)
  })

  test('M2 does not come out of the printer afterwards', async () => {
    const { id, printJobIds } = await take()
    const [voidJob] = await voidIt(id)
    expect((await t.house.jobs.get(printJobIds[0]!)).state).toBe('cancelled')
    expect((await t.house.jobs.claimNext('receipt'))?.id).toBe(voidJob)
  })

  test('where its register refuses, nothing has happened', async () => {
    t.house.receipts.onVoided('paid-services', () => Promise.reject(new Error('the month is checked')))
    const { id } = await take()
    await expect(voidIt(id)).rejects.toThrow('the month is checked')
    expect(await balance('cash')).toBe(8_000)
    expect(await t.house.store.read('SELECT void_at FROM receipt')).toEqual([{ void_at: null }])
  })
})

describe('M1 M2 money given back', () => {
  const refund = (over: Partial<NewRefund> = {}) => t.house.store.write(t.call().scope, (tx) => {
    const { credits: _, tenderedFen: __, ...rest } = newReceipt()
    return t.house.receipts.refund(tx, { ...rest, debit: 'deposit', ...over })
  })

  test('M1 M2 has numbers of its own, comes out of the drawer, is signed for, and has no code to be refunded by', async () => {
    await take({ credits: [{ account: 'deposit', amountFen: fen(8_000) }] })
    const paid = await refund()
    expect(paid.no).toBe('TK26-000001')
    expect((await take()).no).toBe('SJ26-000002')
    expect([await balance('cash'), await balance('deposit', { tenantId: 1 })]).toEqual([8_000, 0])
    const document = await slip(paid.printJobIds[0]!)
    expect([document.title, document.openDrawer, document.lines.some(({ kind }) => kind === 'qr')]).toEqual(['退款收据', true, false])
    expect(slipPlainText(layoutSlip(document))).toEqual(expect.arrayContaining(['退款收据', '领款签收  ＿＿＿＿＿＿＿＿＿＿＿＿', '退款  周晓岚  A1台                          盖章']))
  })

  test('M1 more cash than lies in this drawer does not go out, and nothing has happened; by another kind it does, and the drawer stays shut', async () => {
    await take({}, 'A2')
    await expect(refund()).rejects.toMatchObject({ code: 'drawer-short', params: { held: '¥0.00', total: '¥80.00' }, field: 'payment' })
    expect(await t.house.store.read(`SELECT 1 FROM receipt WHERE kind = 'refund'`)).toEqual([])
    const paid = await refund({ payment: 'transfer' })
    expect([paid.no, (await slip(paid.printJobIds[0]!)).openDrawer, await balance('transfer')]).toEqual(['TK26-000001', false, -8_000])
  })

  test('M1 is not voided', async () => {
    await take()
    const { id } = await refund()
    await expect(voidIt(id)).rejects.toMatchObject({ code: 'refund-final', params: { no: 'TK26-000001' } })
    expect(await balance('cash')).toBe(0)
  })
})

test('M1 12.R5 one receipt settles several things, each on its own account; what does not come to its lines is a defect', async () => {
  await take({ credits: [{ account: 'deposit', amountFen: fen(5_000) }, { account: 'fee-income', amountFen: fen(3_000) }] })
  expect([await balance('cash'), await balance('deposit'), await balance('fee-income')]).toEqual([8_000, -5_000, -3_000])
  await expect(take({ credits: [{ account: 'deposit', amountFen: fen(7_000) }] })).rejects.toThrow(RangeError)
  await expect(take({ totalFen: fen(7_000) })).rejects.toThrow(RangeError)
  expect((await take()).no).toBe('SJ26-000002')
})
