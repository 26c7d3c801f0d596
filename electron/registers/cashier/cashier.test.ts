import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Payment } from '../../../shared/contract/paid-services'
import type { Role } from '../../../shared/contract/permissions'
import { fen } from '../../../shared/rules/money'
import { layoutSlip, slipPlainText } from '../../../shared/slip/layout'
import type { Call, Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createCashier } from './cashier'

let t: TestHouse
let cashier: Handlers<'cashier'>
beforeEach(async () => {
  t = await openTestHouse()
  cashier = createCashier(t.house)
  await t.house.store.write(t.call().scope, async (tx) => {
    await tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远'), (2, '恒越')`)
    await tx.query(`INSERT INTO unit (id, room, floor) VALUES (1, '1808', '18')`)
  })
})
afterEach(() => t.close())

const at = (station: string, as: Role = 'receptionist'): Call => ({ ...t.call(as), scope: { ...t.call(as).scope, station } })
const take = (amountFen = 8_000, payment: Payment = 'cash', { station = 'A1', tenantId = 1, payer = '博远', print = false }: { station?: string; tenantId?: number; payer?: string; print?: boolean } = {}) =>
  t.house.store.write(at(station).scope, (tx) => t.house.receipts.take(tx, {
    payer, room: '1808', tenantId, subject: '更换阀门', register: 'paid-services', recordId: 7, recordNo: 'YC26-000007', lines: [{ name: '更换阀门', quantityMilli: 1000, unit: '个', unitPriceFen: amountFen, amountFen }],
    totalFen: fen(amountFen), payment, tenderedFen: null, credits: [{ account: 'receivable', amountFen: fen(amountFen) }], print,
  }))
const voidIt = (id: number, station = 'A1') => cashier.voidReceipt({ id, reason: '付款方式登记错', print: true }, at(station, 'supervisor'))
const drawer = (station = 'A1') => cashier.drawer(undefined, at(station))
const close = (counts: Record<number, number>, { expectedFen, floatFen = 0, reason = '', station = 'A1', print = true }: { expectedFen: number; floatFen?: number; reason?: string; station?: string; print?: boolean }) =>
  cashier.close({ counts: Object.entries(counts).map(([value, pieces]) => ({ fen: Number(value), pieces })), expectedFen, floatFen, reason, print }, at(station))
const list = (input: { day?: string | null; search?: string; before?: number | null; limit?: number } = {}) => cashier.receipts({ day: null, search: '', before: null, limit: 50, ...input }, t.call())
const nos = async (input: Parameters<typeof list>[0]) => (await list(input)).rows.map((row) => row.no)

describe('M2 receipts', () => {
  test('M1 one says what it said on paper, in figures and capitals', async () => {
    const { id } = await take(17_300, 'wechat')
    expect(await cashier.receipt({ id }, t.call())).toMatchObject({
      no: 'SJ26-000001', at: t.clock.now(), station: 'A1', cashier: '周晓岚', payer: '博远', recordRegister: 'paid-services', recordId: 7, recordNo: 'YC26-000007', totalFen: 17_300, capitals: '壹佰柒拾叁元整',
      payment: 'wechat', changeFen: 0, voidAt: null, reprints: 0, lines: [{ name: '更换阀门', amountFen: 17_300 }],
    })
    await expect(cashier.receipt({ id: 99 }, t.call())).rejects.toMatchObject({ code: 'not-found' })
  })

  test('are listed newest first, page by page, by day, and found by what is known of them', async () => {
    for (let i = 0; i < 3; i++) await take()
    t.clock.advance(86_400_000)
    await take(100, 'cash', { payer: 'Aurora Trading' })
    expect(await nos({})).toEqual(['SJ26-000004', 'SJ26-000003', 'SJ26-000002', 'SJ26-000001'])
    const first = await list({ limit: 3 })
    expect(first.next).toBe(2)
    expect(await list({ limit: 3, before: first.next })).toMatchObject({ rows: [{ no: 'SJ26-000001' }], next: null })
    expect(await nos({ day: '2026-03-13' })).toEqual(['SJ26-000004'])
    expect(await nos({ search: 'sj26-000002' })).toEqual(['SJ26-000002'])
    expect(await nos({ search: 'aurora' })).toEqual(['SJ26-000004'])
    expect(await nos({ search: '博远', day: '2026-03-12' })).toHaveLength(3)
    expect(await nos({ search: '%' })).toEqual([])
  })

  test('M2 a copy says 补打 with its count and leaves the drawer shut', async () => {
    const { id, printJobIds } = await take(8_000, 'cash', { print: true })
    await expect(cashier.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed', params: { state: 'waiting' } })
    await t.house.jobs.mark(printJobIds[0]!, 'printed', null)
    const { printJobId } = await cashier.reprint({ id }, t.call())
    expect(await t.house.jobs.document(printJobId)).toMatchObject({ openDrawer: false, reprint: { count: 1, by: '周晓岚' } })
    expect((await cashier.receipt({ id }, t.call())).reprints).toBe(1)
  })

  test('M2 one that never came out goes once more and is no copy', async () => {
    const { id, printJobIds } = await take(8_000, 'cash', { print: true })
    await t.house.jobs.mark(printJobIds[0]!, 'failed', 'document')
    expect((await cashier.reprint({ id }, t.call())).printJobId).toBe(printJobIds[0])
    const never = await take(100, 'cash')
    const { printJobId } = await cashier.reprint({ id: never.id }, t.call())
    const document = await t.house.jobs.document(printJobId)
    expect([document!.reprint, document!.openDrawer]).toEqual([undefined, false])
    expect((await cashier.receipt({ id: never.id }, t.call())).reprints).toBe(0)
  })

  test('M2 a void one is struck, says who and why, and is not copied', async () => {
    const { id } = await take()
    expect(await voidIt(id)).toMatchObject({ no: 'SJ26-000001', voidAt: t.clock.now(), voidBy: '韩雪', voidReason: '付款方式登记错' })
    await expect(cashier.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'receipt-void' })
    await expect(voidIt(id)).rejects.toMatchObject({ code: 'receipt-void' })
  })

  test('a printer that is not there is said', async () => {
    const { id } = await take()
    t.printers.length = 0
    await expect(cashier.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'unknown-printer' })
  })
})

describe('M1 the drawer', () => {
  test('M1 tells what came and went since the last count, and what the ledger says lies in it', async () => {
    expect(await drawer()).toMatchObject({ station: 'A1', since: null, floatFen: 0, takenFen: 0, returnedFen: 0, expectedFen: 0, receipts: { first: '', last: '', count: 0, voids: 0 } })
    await take(8_000)
    const second = await take(5_000)
    await take(300, 'wechat')
    await voidIt(second.id)
    expect(await drawer()).toEqual({
      station: 'A1', since: null, floatFen: 0, takenFen: 13_000, takenCount: 2, returnedFen: 5_000, returnedCount: 1, drawnFen: 0, expectedFen: 8_000,
      byPayment: [{ payment: 'cash', count: 1, amountFen: 8_000 }, { payment: 'card', count: 0, amountFen: 0 }, { payment: 'transfer', count: 0, amountFen: 0 }, { payment: 'wechat', count: 1, amountFen: 300 }, { payment: 'alipay', count: 0, amountFen: 0 }],
      receipts: { first: 'SJ26-000001', last: 'SJ26-000003', count: 3, voids: 1, refunds: 0 },
    })
  })

  test('M1 is counted by notes and coins: what is not left as float is handed in, and the next count begins with it', async () => {
    await take(8_000)
    await take(4_350)
    const closed = await close({ 5000: 2, 1000: 2, 200: 0, 100: 3, 50: 1 }, { expectedFen: 12_350, floatFen: 5_000 })
    expect(closed).toEqual({
      id: 1, no: 'QD26-000001', at: t.clock.now(), day: '2026-03-12', station: 'A1', by: '周晓岚', expectedFen: 12_350, countedFen: 12_350, differenceFen: 0, reason: '', handedInFen: 7_350, floatFen: 5_000,
      counts: [{ fen: 5000, pieces: 2 }, { fen: 1000, pieces: 2 }, { fen: 100, pieces: 3 }, { fen: 50, pieces: 1 }],
    })
    expect(await cashier.balances(undefined, t.call('finance'))).toEqual({
      accounts: [{ account: 'cash', balanceFen: 5_000 }, { account: 'handed-in', balanceFen: 7_350 }, { account: 'receivable', balanceFen: -12_350 }], balanced: true,
    })
    expect(await drawer()).toMatchObject({ since: t.clock.now(), floatFen: 5_000, takenFen: 0, returnedFen: 0, expectedFen: 5_000, receipts: { count: 0 } })
    await take(1_000)
    expect(await drawer()).toMatchObject({ floatFen: 5_000, takenFen: 1_000, expectedFen: 6_000, receipts: { first: 'SJ26-000003', count: 1 } })
    const job = await t.house.jobs.claimNext('receipt')
    expect(slipPlainText(layoutSlip(job!.document))).toEqual(expect.arrayContaining(['清　点　单', '编号  QD26-000001               2026-03-12 14:26', '大　　写  柒拾叁元伍角整']))
  })

  test.each([['short', { 1000: 7 }, -1_000], ['over', { 10000: 1 }, 2_000]] as const)('M1 a difference needs its reason, is posted, and the ledger agrees again: %s', async (_, counts, difference) => {
    await take(8_000)
    await expect(close(counts, { expectedFen: 8_000 })).rejects.toMatchObject({ code: 'drawer-difference', field: 'reason' })
    expect(await drawer()).toMatchObject({ since: null, expectedFen: 8_000 })
    expect(await close(counts, { expectedFen: 8_000, reason: '找错零', floatFen: 3_000 })).toMatchObject({ no: 'QD26-000001', differenceFen: difference, reason: '找错零', handedInFen: 8_000 + difference - 3_000 })
    const balances = await cashier.balances(undefined, t.call())
    expect(balances.balanced).toBe(true)
    expect(balances.accounts).toEqual(expect.arrayContaining([{ account: 'drawer-difference', balanceFen: -difference }, { account: 'cash', balanceFen: 3_000 }]))
    expect((await drawer()).expectedFen).toBe(3_000)
  })

  test('M1 money that came in while it was counted is seen first; nothing is closed', async () => {
    await take(8_000)
    const seen = await drawer()
    await take(500)
    await expect(close({ 1000: 8 }, { expectedFen: seen.expectedFen })).rejects.toMatchObject({ code: 'drawer-changed', params: { expected: '¥85.00' } })
    expect((await cashier.closes({ before: null, limit: 10 }, t.call())).rows).toEqual([])
  })

  test('M1 of two who close at once, one does', async () => {
    await take(8_000)
    const outcomes = await Promise.allSettled([close({ 1000: 8 }, { expectedFen: 8_000 }), close({ 1000: 8 }, { expectedFen: 8_000 })])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected'])
    expect(await t.house.ledger.balance('handed-in')).toBe(8_000)
  })

  test('M1 a float larger than the count, a note there is none of and one counted twice are refused', async () => {
    await take(8_000)
    await expect(close({ 1000: 8 }, { expectedFen: 8_000, floatFen: 8_001 })).rejects.toMatchObject({ code: 'float-too-large', params: { counted: '¥80.00' } })
    await expect(close({ 4000: 2 }, { expectedFen: 8_000 })).rejects.toMatchObject({ code: 'invalid-input', field: 'counts' })
    await expect(cashier.close({ counts: [{ fen: 1000, pieces: 4 }, { fen: 1000, pieces: 4 }], expectedFen: 8_000, floatFen: 0, reason: '', print: false }, t.call())).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('M1 each station has its own; a receipt voided at another one is given back out of that one', async () => {
    const atOne = await take(8_000, 'cash', { station: 'A1' })
    await take(2_000, 'cash', { station: 'B1' })
    await close({ 10000: 0, 1000: 2 }, { expectedFen: 2_000, station: 'B1', floatFen: 2_000 })
    await take(9_000, 'cash', { station: 'B1' })
    await voidIt(atOne.id, 'B1')
    expect([await drawer('A1'), await drawer('B1')]).toMatchObject([
      { station: 'A1', since: null, takenFen: 8_000, returnedFen: 0, expectedFen: 8_000, receipts: { count: 1, voids: 0 } },
      { station: 'B1', since: t.clock.now(), floatFen: 2_000, takenFen: 9_000, returnedFen: 8_000, expectedFen: 3_000, receipts: { count: 1, voids: 1 } },
    ])
    await close({ 1000: 3 }, { expectedFen: 3_000, station: 'B1' })
    expect((await cashier.closes({ before: null, limit: 10 }, t.call())).rows.map((row) => [row.no, row.station, row.expectedFen])).toEqual([['QD26-000002', 'B1', 3_000], ['QD26-000001', 'B1', 2_000]])
    expect(await drawer('A1')).toMatchObject({ expectedFen: 8_000 })
  })

  test('M1 a receipt of a count that is closed can be voided: the money leaves today\'s drawer', async () => {
    const { id } = await take(8_000)
    await close({ 1000: 8 }, { expectedFen: 8_000 })
    t.clock.advance(86_400_000)
    await take(10_000)
    await voidIt(id)
    expect(await drawer()).toMatchObject({ takenFen: 10_000, returnedFen: 8_000, expectedFen: 2_000, byPayment: expect.arrayContaining([{ payment: 'cash', count: 1, amountFen: 2_000 }]) as unknown })
    expect((await cashier.balances(undefined, t.call())).balanced).toBe(true)
  })
})

describe('M1 the day on A4', () => {
  const print = (to: 'printer' | 'pdf' = 'printer', day = '2026-03-12') => cashier.printDay({ day, to }, t.call())

  test('M1 M2 lists every receipt, void ones struck, with sums by kind of payment', async () => {
    await take(8_000)
    await take(300, 'wechat')
    await voidIt((await take(5_000)).id)
    expect(await print()).toEqual({ path: null, rows: 3 })
    const [page] = t.pages
    expect(page).toContain('收据 3 张　作废 1 张')
    expect(page!.match(/class="void"/g)).toHaveLength(1)
    expect(page).toContain('现金 1 张 ￥80.00　微信 1 张 ￥3.00')
    expect(page).toContain('合计（人民币） ￥83.00　大写 捌拾叁元整')
  })

  test('M2 names the older ones that were voided that day', async () => {
    const { id } = await take(8_000)
    t.clock.advance(86_400_000)
    await voidIt(id)
    await print('printer', '2026-03-13')
    expect(t.pages[0]).toContain('当日作废往日收据 SJ26-000001（2026-03-12）　现金 ￥80.00')
  })

  test('M1 a receipt voided on a later day still counts on its own: its sheet, printed again, comes to what was taken', async () => {
    const { id } = await take(8_000)
    t.clock.advance(86_400_000)
    await voidIt(id)
    await print()
    expect(t.pages[0]).toContain('收据 1 张　作废 0 张')
    expect(t.pages[0]).toContain('合计（人民币） ￥80.00')
    expect(t.pages[0]).not.toContain('class="void"')
    // It says so nevertheless.
    expect(t.pages[0]).toContain('2026-03-13')
  })

  test('as a PDF it is written where the user says, or nowhere', async () => {
    const written = await print('pdf')
    expect(existsSync(written!.path!)).toBe(true)
    t.answerDialog(() => null)
    expect(await print('pdf')).toBeNull()
  })
})

describe('16.R3 what receipts tell of themselves', () => {
  const viewer = (as: Role) => t.call(as).signedIn!

  test('16.R3 a company\'s and a unit\'s, for who may read them', async () => {
    await take(8_000)
    await take(300, 'wechat', { tenantId: 2, payer: '恒越' })
    expect(await t.house.tellers.timeline({ tenantId: 1, unitId: null }, viewer('receptionist'), 10)).toEqual([
      { register: 'cashier', recordId: 1, no: 'SJ26-000001', kind: 'receipt', at: t.clock.now(), title: '更换阀门', state: 'paid', room: '1808', amountFen: 8_000 },
    ])
    expect(await t.house.tellers.timeline({ tenantId: null, unitId: 1 }, viewer('finance'), 10)).toHaveLength(2)
    expect(await t.house.tellers.timeline({ tenantId: 2, unitId: 1 }, viewer('finance'), 10)).toMatchObject([{ no: 'SJ26-000002' }])
    expect(await t.house.tellers.timeline({ tenantId: 1, unitId: null }, viewer('security'), 10)).toEqual([])
  })

  test('M2 a receipt is found by its number, its code or its digits', async () => {
    await take(8_000)
    for (const typed of ['SJ26-000001', 'sj26-000001', 'QT1:SJ26-000001', '1']) {
      expect((await t.house.tellers.search(typed, viewer('receptionist'), 10)).flat()).toEqual([
        { kind: 'receipt', id: 1, title: 'SJ26-000001 博远', detail: '1808，更换阀门，现金 ¥80.00', state: 'paid', at: t.clock.now() },
      ])
    }
    expect((await t.house.tellers.search('1', viewer('engineering'), 10)).flat()).toEqual([])
  })
})
