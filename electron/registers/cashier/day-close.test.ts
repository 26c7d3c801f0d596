import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DayOpen } from '../../../shared/contract/cashier'
import type { Payment } from '../../../shared/contract/paid-services'
import { fen } from '../../../shared/rules/money'
import { slipDocument } from '../../../shared/slip/document'
import { layoutSlip, slipPlainText } from '../../../shared/slip/layout'
import type { Call, Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createCashier } from './cashier'

let t: TestHouse
let cashier: Handlers<'cashier'>
let open: DayOpen[]
beforeEach(async () => {
  t = await openTestHouse()
  cashier = createCashier(t.house)
  open = []
  t.house.tellers.provide('keys', { dayEnd: () => Promise.resolve(open) })
})
afterEach(() => t.close())

const at = (station = 'A1'): Call => ({ ...t.call(), scope: { ...t.call().scope, station } })
const lines = (amountFen: number) => [{ name: '更换阀门', quantityMilli: 1000, unit: '', unitPriceFen: amountFen, amountFen }]
const of = (amountFen: number, payment: Payment) => ({ payer: '博远', room: '', tenantId: null, subject: '更换阀门', register: 'paid-services' as const, recordId: 7, recordNo: 'YC26-000007', lines: lines(amountFen), totalFen: fen(amountFen), payment, print: false })
const take = (amountFen: number, payment: Payment = 'cash', station = 'A1') => t.house.store.write(at(station).scope, (tx) => t.house.receipts.take(tx, { ...of(amountFen, payment), tenderedFen: null, credits: [{ account: 'receivable', amountFen: fen(amountFen) }] }))
const giveBack = (amountFen: number, payment: Payment = 'cash') => t.house.store.write(at().scope, (tx) => t.house.receipts.refund(tx, { ...of(amountFen, payment), debit: 'receivable' }))
const count = async (station = 'A1', floatFen = 0) => {
  const { expectedFen } = await cashier.drawer(undefined, at(station))
  return cashier.close({ counts: [{ fen: 1000, pieces: expectedFen / 1000 }], expectedFen, floatFen, reason: '', print: false }, at(station))
}
const state = (station = 'A1') => cashier.dayState(undefined, at(station))
const onPaper = (by: string) => ({ by, signatureId: null, onPaper: true, scanId: null })
const closeDay = ({ after = null as number | null, note = '', signature = onPaper('周晓岚'), station = 'A1', print = true } = {}) => cashier.closeDay({ after, note, signature, print }, at(station))
const closes = () => cashier.dayCloses({ before: null, limit: 10 }, t.call())

describe('M1 the state of a day', () => {
  test('M1 a desk that took nothing may close: nothing to count, nothing open', async () => {
    expect(await state()).toMatchObject({
      day: '2026-03-12', station: 'A1', lastCount: null, counted: true, balanced: true, open: [], closed: null,
      drawer: { expectedFen: 0 }, takings: { takenFen: 0, takenCount: 0, returnedFen: 0, returnedCount: 0 }, deposits: { heldFen: 0, agree: true, byKind: [] },
    })
  })

  test('M1 says what the whole day took, over all its counts, with refunds apart; the drawer only since the last', async () => {
    await take(8_000)
    await take(300, 'wechat')
    await count('A1', 5_000)
    await take(2_000)
    await giveBack(3_000)
    await take(9_000, 'cash', 'B1')
    expect(await state()).toMatchObject({
      takings: { takenFen: 10_000, takenCount: 2, returnedFen: 3_000, returnedCount: 1, receipts: { first: 'SJ26-000001', last: 'SJ26-000003', count: 3, voids: 0, refunds: 1 } },
      drawer: { floatFen: 5_000, takenFen: 2_000, takenCount: 1, returnedFen: 3_000, returnedCount: 1, expectedFen: 4_000, receipts: { count: 1, refunds: 1 } },
      lastCount: { no: 'QD26-000001', countedFen: 8_000, handedInFen: 3_000, floatFen: 5_000 }, counted: false,
    })
    expect((await state()).takings.byPayment).toEqual(expect.arrayContaining([{ payment: 'cash', count: 2, amountFen: 7_000 }, { payment: 'wechat', count: 1, amountFen: 300 }]))
    expect((await state()).since).toBeNull()
  })

  test('M1 what is open is told by each register; what is nothing is left out', async () => {
    open = [{ what: 'keys-out', count: 2, nos: ['YJ26-000001', 'YJ26-000002'] }, { what: 'permits-open', count: 0, nos: [] }]
    expect((await state()).open).toEqual([open[0]])
  })
})

describe('M1 日结', () => {
  test('M1 the drawer is counted after the last cash came or went; what came by card does not lie in it', async () => {
    await take(8_000)
    await expect(closeDay()).rejects.toMatchObject({ code: 'drawer-uncounted' })
    await count()
    await take(300, 'wechat')
    expect((await state()).counted).toBe(true)
    await take(2_000)
    await expect(closeDay()).rejects.toMatchObject({ code: 'drawer-uncounted' })
    // Its number was not taken.
    await count()
    expect((await closeDay()).no).toBe('RJ26-000001')
  })

  test('M1 writes down drawer, ledger, deposits and what is open, signed', async () => {
    await take(8_000)
    await count('A1', 3_000)
    open = [{ what: 'keys-out', count: 1, nos: ['YJ26-000001'] }]
    const close = await closeDay({ note: '水泵房钥匙明早还' })
    expect(close).toMatchObject({
      no: 'RJ26-000001', at: t.clock.now(), day: '2026-03-12', station: 'A1', by: '周晓岚', drawerCloseNo: 'QD26-000001', ledgerFen: 3_000, countedFen: 3_000, heldFen: 0,
      open, note: '水泵房钥匙明早还', signed: { by: '周晓岚', onPaper: true, at: t.clock.now() },
    })
    expect((await state()).closed).toEqual({ id: close.id, no: 'RJ26-000001', at: t.clock.now(), by: '周晓岚' })
    await expect(closeDay()).rejects.toMatchObject({ code: 'day-closed', params: { no: 'RJ26-000001' } })
    expect((await closeDay({ station: 'B1' })).no).toBe('RJ26-000002')
    t.clock.advance(86_400_000)
    await count('A1', 3_000)
    expect((await closeDay()).day).toBe('2026-03-13')
    expect((await closes()).rows.map(({ no, station, day }) => [no, station, day])).toEqual([['RJ26-000003', 'A1', '2026-03-13'], ['RJ26-000002', 'B1', '2026-03-12'], ['RJ26-000001', 'A1', '2026-03-12']])
    expect((await closes()).rows[2]).toEqual(close)
    expect((await cashier.dayCloses({ before: 3, limit: 1 }, t.call()))).toMatchObject({ rows: [{ no: 'RJ26-000002' }], next: 2 })
  })

  test('M1 of two who close at once, one does', async () => {
    expect((await Promise.allSettled([closeDay(), closeDay()])).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await closes()).rows).toHaveLength(1)
  })

  test('M1 what came in after it stands on the next one, be it days later; not what the one before had', async () => {
    await take(8_000)
    await count()
    await closeDay()
    t.clock.advance(3_600_000)
    await take(2_000)
    await count()
    t.clock.advance(3 * 86_400_000)
    await take(300, 'wechat')
    expect(await state()).toMatchObject({ since: new Date(2026, 2, 12, 14, 26).getTime(), takings: { takenFen: 2_000, receipts: { first: 'SJ26-000002', last: 'SJ26-000003', count: 2 } } })
    await closeDay()
    t.clock.advance(86_400_000)
    expect((await state()).takings).toMatchObject({ takenFen: 0, receipts: { count: 0 } })
  })

  test('M1 a day that was closed too early, or after midnight for the evening before, is closed again: after the one that was seen, with the reason, from where that one ended', async () => {
    t.clock.set(new Date(2026, 2, 13, 0, 20).getTime())
    await take(8_000)
    await count()
    const night = await closeDay()
    t.clock.set(new Date(2026, 2, 13, 18, 0).getTime())
    await take(2_000)
    await count()
    await expect(closeDay({ note: '昨晚补结' })).rejects.toMatchObject({ code: 'day-closed', params: { no: night.no } })
    await expect(closeDay({ after: night.id })).rejects.toMatchObject({ code: 'reason-required', field: 'note' })
    expect((await state()).takings).toMatchObject({ takenFen: 2_000, receipts: { first: 'SJ26-000002', last: 'SJ26-000002', count: 1 } })
    const evening = await closeDay({ after: night.id, note: '前一张是昨晚的' })
    expect([night, evening].map(({ no, day, note }) => [no, day, note])).toEqual([['RJ26-000001', '2026-03-13', ''], ['RJ26-000002', '2026-03-13', '前一张是昨晚的']])
    // Seen before the other one came.
    await expect(closeDay({ after: night.id, note: '又一张' })).rejects.toMatchObject({ code: 'day-closed', params: { no: evening.no } })
    const [first, second] = [await t.house.jobs.claimNext('receipt'), await t.house.jobs.claimNext('receipt')].map((job) => slipPlainText(layoutSlip(job!.document)))
    expect(first!.some((row) => row.startsWith('自'))).toBe(false)
    for (const [left, right] of [['自', '2026-03-13 00:20'], ['当日再结，前一张', 'RJ26-000001'], ['收据', 'SJ26-000002']]) expect(second!.filter((row) => row.startsWith(left!) && row.endsWith(right!)), left).toHaveLength(1)
  })

  test('M1 where cash lies in the drawer, the count is of this shift and stands on no 日结 before; an empty drawer needs none', async () => {
    await take(7_000)
    await count('A1', 7_000)
    t.clock.advance(5 * 86_400_000)
    expect(await state()).toMatchObject({ counted: false, stale: true, drawer: { expectedFen: 7_000 } })
    await expect(closeDay()).rejects.toMatchObject({ code: 'drawer-uncounted' })
    await count('A1', 7_000)
    // An evening that is closed after midnight has its count.
    t.clock.advance(11 * 3_600_000)
    expect((await closeDay()).drawerCloseNo).toBe('QD26-000002')
    t.clock.advance(60_000)
    expect(await state()).toMatchObject({ counted: false, stale: true })
    await count()
    t.clock.advance(86_400_000)
    expect(await state()).toMatchObject({ counted: true, drawer: { expectedFen: 0 } })
    // Not the count of the day before: there was nothing to count.
    expect(await closeDay()).toMatchObject({ drawerCloseNo: '', ledgerFen: 0, countedFen: 0 })
  })

  test('M1 the first one begins with the ledger, and a clock that was set back loses no receipt', async () => {
    await take(7_000)
    t.clock.advance(86_400_000)
    await take(1_000)
    await count()
    expect((await state()).takings).toMatchObject({ takenFen: 8_000, receipts: { count: 2 } })
    await closeDay()
    t.clock.advance(-3_600_000)
    await take(2_000)
    expect((await state()).takings).toMatchObject({ takenFen: 2_000, receipts: { first: 'SJ26-000003', count: 1 } })
  })

  test('M1 unsigned, or with a picture that is not there, nothing is closed and no number taken', async () => {
    await expect(closeDay({ signature: { ...onPaper(''), onPaper: true } })).rejects.toMatchObject({ code: 'signature-missing', field: 'signature' })
    await expect(closeDay({ signature: { by: '周晓岚', signatureId: 99 as never, onPaper: false, scanId: null } })).rejects.toMatchObject({ code: 'not-found' })
    expect([(await closes()).rows, await t.house.store.read(`SELECT count(*) AS n FROM print_job`)]).toEqual([[], [{ n: 0 }]])
    expect((await closeDay()).no).toBe('RJ26-000001')
  })

  test('M1 M2 日结单 says all of it on paper', async () => {
    await take(8_000)
    await take(300, 'wechat')
    await giveBack(3_000)
    await count('A1', 2_000)
    open = [{ what: 'visitors-inside', count: 14, nos: Array.from({ length: 14 }, (_, i) => `DJ26-0000${i + 10}`) }]
    await closeDay({ note: '换新纸' })
    const { document } = (await t.house.jobs.claimNext('receipt'))!
    expect(slipDocument.safeParse(document).success).toBe(true)
    const rows = slipPlainText(layoutSlip(document))
    for (const [left, right] of [['编号  RJ26-000001', '2026-03-12 14:26'], ['收据', 'SJ26-000001 至 SJ26-000002'], ['现金收入  1 笔', '80.00'], ['现金退还  1 笔', '30.00'], ['微信  1 张', '3.00'], ['清点  QD26-000001', '2026-03-12 14:26'], ['点出现金', '50.00'], ['上交财务', '30.00'], ['钱箱留存', '20.00'], ['账面现金', '20.00'], ['账实', '相符'], ['总账', '平'], ['押金', '相符'], ['在内访客', '14'], ['日结  周晓岚', 'A1台']]) {
      expect(rows.filter((row) => row.startsWith(left!) && row.endsWith(right!)), left).toHaveLength(1)
    }
    expect(rows).toContain('收 2 张，作废 0 张，退款 1 张')
    // The count by denomination.
    expect(rows.filter((row) => /^10\.00 +5 +50\.00$/.test(row))).toHaveLength(1)
    expect(rows.join('')).toContain('DJ26-000021 等')
    expect(rows.join('')).not.toContain('DJ26-000022')
    expect(rows).toContain('备　　注  换新纸')
  })
})

describe('M2 日结单 again', () => {
  const again = (id: number) => cashier.reprintDayClose({ id }, t.call())
  const slipOf = async (job: number) => (await t.house.jobs.document(job))!

  test('M2 a copy says 补打 with its count, and what the day was then, not what came later', async () => {
    await take(8_000)
    await count('A1', 2_000)
    const { id } = await closeDay({ note: '换新纸' })
    const first = (await t.house.jobs.claimNext('receipt'))!
    await expect(again(id)).rejects.toMatchObject({ code: 'reprint-not-allowed' })
    await t.house.jobs.mark(first.id, 'printed', null)
    await take(9_000)
    const copy = await slipOf((await again(id)).printJobId)
    expect(copy).toEqual({ ...first.document, openDrawer: false, reprint: { count: 1, at: '2026-03-12 14:26', by: '周晓岚', station: 'A1' } })
    const next = (await t.house.jobs.claimNext('receipt'))!
    await t.house.jobs.mark(next.id, 'printed', null)
    expect(await slipOf((await again(id)).printJobId)).toMatchObject({ reprint: { count: 2 } })
  })

  test('M2 one that was closed without a printer is printed from what was written down, and is no copy', async () => {
    await take(8_000)
    await count('A1', 2_000)
    const { id } = await closeDay({ note: '换新纸', print: false })
    await take(9_000)
    const slip = await slipOf((await again(id)).printJobId)
    expect(slip.reprint).toBeUndefined()
    const rows = slipPlainText(layoutSlip(slip))
    for (const [left, right] of [['编号  RJ26-000001', '2026-03-12 14:26'], ['清点', 'QD26-000001'], ['钱箱留存', '20.00'], ['账面现金', '20.00'], ['账实', '相符'], ['未完事项', '没有']]) expect(rows.filter((row) => row.startsWith(left!) && row.endsWith(right!)), left).toHaveLength(1)
    expect(rows).toContain('备　　注  换新纸')
  })

  test('one that does not exist is none', async () => {
    await expect(again(9)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('M1 M2 refunds beside receipts', () => {
  test('M2 are found by their number, are copied with their count, and are not voided', async () => {
    await take(8_000)
    const { id } = await giveBack(3_000)
    const list = (search: string) => cashier.receipts({ day: null, search, before: null, limit: 10 }, t.call())
    expect((await list('tk26-000001')).rows).toMatchObject([{ id, kind: 'refund', totalFen: 3_000, reprints: 0 }])
    expect((await list('')).rows.map(({ kind }) => kind)).toEqual(['refund', 'receipt'])
    const first = await t.house.jobs.get((await cashier.reprint({ id }, t.call())).printJobId)
    expect([first.title, first.reprintCount]).toEqual(['退款收据', 0])
    await t.house.jobs.mark(first.id, 'printed', null)
    expect(await t.house.jobs.document((await cashier.reprint({ id }, t.call())).printJobId)).toMatchObject({ title: '退款收据', openDrawer: false, reprint: { count: 1 } })
    expect((await cashier.receipt({ id }, t.call())).reprints).toBe(1)
    await expect(cashier.voidReceipt({ id, reason: '退错', print: false }, t.call('supervisor'))).rejects.toMatchObject({ code: 'refund-final' })
  })

  test('M1 the day\'s sheet counts them against what was taken', async () => {
    await take(8_000)
    await giveBack(3_000)
    expect(await cashier.printDay({ day: '2026-03-12', to: 'printer' }, t.call())).toEqual({ path: null, rows: 2 })
    for (const text of ['收据 1 张　作废 0 张　退款收据 1 张', '合计（人民币） ￥80.00　大写 捌拾元整', '退款　现金 1 张 ￥30.00', '退款合计（人民币） ￥30.00　大写 叁拾元整　收退相抵 ￥50.00', '-￥30.00']) expect(t.pages[0]).toContain(text)
  })

  test('16.R3 a company\'s timeline and the command bar say that money went out', async () => {
    await take(8_000)
    await giveBack(3_000)
    expect((await t.house.tellers.search('TK26-000001', t.call().signedIn!, 5)).flat()).toMatchObject([{ kind: 'receipt', state: 'refunded', detail: '更换阀门，现金 -¥30.00' }])
    expect((await t.house.tellers.search('1', t.call().signedIn!, 5)).flat().map(({ title }) => title)).toEqual(['TK26-000001 博远', 'SJ26-000001 博远'])
  })
})

test('M2 the day\'s close and a count of the drawer are found by number, whole or by their digits from three on, for who sees them', async () => {
  await take(8_000)
  await count()
  await closeDay()
  const found = async (typed: string, as: 'receptionist' | 'finance' | 'engineering' = 'receptionist') => (await t.house.tellers.search(typed, t.call(as).signedIn!, 10)).flat().map(({ kind, id, title, detail }) => [kind, id, title, detail])
  const day = ['day-close', 1, 'RJ26-000001', '2026-03-12，A1台，周晓岚']
  const drawer = ['drawer-close', 1, 'QD26-000001', '2026-03-12，A1台，周晓岚，¥80.00']
  expect(await found('RJ26-000001')).toEqual([day])
  expect(await found('qd26-1')).toEqual([drawer])
  expect((await found('000001')).map(([kind]) => kind)).toEqual(['receipt', 'day-close', 'drawer-close'])
  expect((await found('1')).map(([kind]) => kind)).toEqual(['receipt'])
  expect(await found('RJ26-000001', 'engineering')).toEqual([])
})
