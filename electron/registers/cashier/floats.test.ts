import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
})
afterEach(() => t.close())

const at = (station = 'A1', as: Role = 'receptionist'): Call => ({ ...t.call(as), scope: { ...t.call(as).scope, station } })
const onPaper = (by: string) => ({ by, signatureId: null, onPaper: true, scanId: null })
const draw = (amountFen: number, { station = 'A1', signature = onPaper('冯雪'), note = '' } = {}) => cashier.drawFloat({ amountFen, note, signature, print: true }, at(station))
const voidIt = (id: number, station = 'A1') => cashier.voidFloat({ id, reason: '多写一个零' }, at(station, 'supervisor'))
const drawer = () => cashier.drawer(undefined, at())
const balance = (account: 'cash' | 'handed-in' | 'drawer-difference') => t.house.ledger.balance(account)
const refund = (amountFen: number) => t.house.store.write(at().scope, (tx) => t.house.receipts.refund(tx, {
  payer: '博远', room: '', tenantId: null, subject: '退还押金', register: 'passes', recordId: 7, recordNo: 'SF26-000007', lines: [{ name: '退还押金', quantityMilli: 1000, unit: '', unitPriceFen: amountFen, amountFen }], totalFen: fen(amountFen), payment: 'cash', print: false, debit: 'deposit',
}))

describe('M1 领备用金', () => {
  test('M1 cash from finance makes the drawer hold what a refund needs; it is no taking, and no difference is invented', async () => {
    await expect(refund(5_000)).rejects.toMatchObject({ code: 'drawer-short' })
    const drawn = await draw(20_000, { note: '首日备用金' })
    expect(drawn).toMatchObject({ no: 'BY26-000001', day: '2026-03-12', station: 'A1', by: '周晓岚', amountFen: 20_000, note: '首日备用金', signed: { by: '冯雪', onPaper: true }, voidAt: null, counted: false })
    expect(await drawer()).toMatchObject({ takenFen: 0, takenCount: 0, returnedFen: 0, drawnFen: 20_000, expectedFen: 20_000, receipts: { count: 0 }, byPayment: expect.arrayContaining([{ payment: 'cash', count: 0, amountFen: 0 }]) as unknown })
    await refund(5_000)
    expect(await cashier.close({ counts: [{ fen: 5000, pieces: 3 }], expectedFen: 15_000, floatFen: 10_000, reason: '', print: true }, at())).toMatchObject({ differenceFen: 0, handedInFen: 5_000 })
    expect([await balance('cash'), await balance('handed-in'), await balance('drawer-difference')]).toEqual([10_000, -15_000, 0])
    expect((await cashier.balances(undefined, at())).balanced).toBe(true)
    const slips = await Promise.all(drawn.printJobIds.map((id) => t.house.jobs.document(id)))
    const rows = slipPlainText(layoutSlip(slips[0]!))
    for (const row of ['备用金领款单', '大　　写  贰佰元整', '备　　注  首日备用金', '财务付款  冯雪 ＿＿＿＿＿＿＿＿']) expect(rows).toContain(row)
    const counted = await t.house.store.read<{ document: string }>(`SELECT document FROM print_job WHERE title = '清点单'`)
    expect(slipPlainText(layoutSlip(JSON.parse(counted[0]!.document) as Parameters<typeof layoutSlip>[0])).some((row) => row.startsWith('领备用金') && row.endsWith('200.00'))).toBe(true)
  })

  test('M1 unsigned, or of more than a drawer takes, it is refused: no number, no money', async () => {
    await expect(draw(10_000, { signature: onPaper('') })).rejects.toMatchObject({ code: 'signature-missing', field: 'signature' })
    await expect(draw(10_000_001)).rejects.toMatchObject({ code: 'amount-too-large', field: 'amountFen' })
    expect(await balance('cash')).toBe(0)
    expect((await draw(100)).no).toBe('BY26-000001')
  })

  test('M1 one that was written wrong is voided by a supervisor until the drawer is counted, at its own station, while the cash is there', async () => {
    const wrong = await draw(50_000)
    await expect(voidIt(wrong.id, 'B1')).rejects.toMatchObject({ code: 'float-counted', params: { station: 'A1' } })
    expect(await voidIt(wrong.id)).toMatchObject({ voidBy: '韩雪', voidReason: '多写一个零' })
    await expect(voidIt(wrong.id)).rejects.toMatchObject({ code: 'already-void' })
    expect(await drawer()).toMatchObject({ drawnFen: 0, expectedFen: 0 })
    expect(await t.house.jobs.get(wrong.printJobIds[0]!)).toMatchObject({ state: 'cancelled' })
    const right = await draw(5_000)
    await refund(1_000)
    await expect(voidIt(right.id)).rejects.toMatchObject({ code: 'void-short' })
    await cashier.close({ counts: [{ fen: 1000, pieces: 4 }], expectedFen: 4_000, floatFen: 4_000, reason: '', print: false }, at())
    await expect(voidIt(right.id)).rejects.toMatchObject({ code: 'float-counted' })
    expect((await cashier.floats({ before: null, limit: 10 }, at())).rows.map(({ no, counted }) => [no, counted])).toEqual([['BY26-000002', true], ['BY26-000001', true]])
    await expect(voidIt(99)).rejects.toMatchObject({ code: 'not-found' })
  })
})
