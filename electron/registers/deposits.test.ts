import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Payment } from '../../shared/contract/paid-services'
import { fen } from '../../shared/rules/money'
import type { Tx } from '../store/types'
import { DEPOSIT_LINE } from '../../shared/slip/receipt-slip'
import type { DepositRefund } from './deposits'
import { openTestHouse, type TestHouse } from './testing'

let t: TestHouse
beforeEach(async () => {
  t = await openTestHouse()
  await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远')`))
})
afterEach(() => t.close())

const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => t.house.store.write(t.call().scope, work)
const pass = (recordId: number) => ({ register: 'passes' as const, recordId, recordNo: `SF26-00000${recordId}` })
/** A deposit of fifty yuan for each record, all on one receipt. */
const hold = (...records: number[]) => write(async (tx) => {
  const amountFen = 5_000 * records.length
  const receipt = await t.house.receipts.take(tx, {
    payer: '博远', room: '1808', tenantId: 1, subject: '身份确认卡', ...pass(records[0]!), lines: [{ name: DEPOSIT_LINE, quantityMilli: records.length * 1000, unit: '', unitPriceFen: 5_000, amountFen }],
    totalFen: fen(amountFen), payment: 'cash', tenderedFen: null, credits: [{ account: 'deposit', amountFen: fen(amountFen) }], print: false,
  })
  for (const record of records) await t.house.deposits.hold(tx, { ...pass(record), kind: 'identity', holder: '卓一鸣', tenantId: 1, company: '博远', amountFen: fen(5_000), receiptId: receipt.id })
  return receipt
})
const refund = (records: number[], over: Partial<DepositRefund> = {}) => write((tx) => t.house.deposits.refund(tx, {
  of: records.map(pass), for: pass(records[0]!), subject: '退还押金 身份确认卡', payer: '博远', room: '1808', tenantId: 1, receiptNos: ['SJ26-000001'], receiptLost: '', approvedBy: '', payment: 'cash', print: false, ...over,
}))
const of = async (record: number) => write((tx) => t.house.deposits.of(tx, pass(record)))
const balances = async () => Object.fromEntries((await t.house.ledger.balances()).accounts.map(({ account, balanceFen }) => [account, balanceFen]))
/** What the rows hold is what the ledger holds (M1). */
const held = async () => {
  const [{ fen: rows }] = (await t.house.store.read<{ fen: number }>(`SELECT coalesce(sum(amount_fen), 0) AS fen FROM deposit WHERE state = 'held'`)) as [{ fen: number }]
  expect(0 - (await t.house.ledger.balance('deposit'))).toBe(rows)
  return rows
}

describe('M1 12.R5 a deposit that is held', () => {
  test('M1 is a liability from the receipt that took it, one for a record', async () => {
    await hold(1, 2)
    expect(await held()).toBe(10_000)
    expect(await of(2)).toMatchObject({ state: 'held', kind: 'identity', record_no: 'SF26-000002', holder: '卓一鸣', amount_fen: 5_000, receipt_id: 1, settled_at: null })
    expect(await of(3)).toBeNull()
    await expect(hold(2)).rejects.toThrow(/UNIQUE/)
    expect([await held(), await t.house.store.read(`SELECT count(*) AS n FROM receipt`)]).toEqual([10_000, [{ n: 1 }]])
  })

  test('12.R8 M1 goes on to the record that takes the other\'s place, and no posting moves', async () => {
    await hold(1)
    expect(await write((tx) => t.house.deposits.move(tx, pass(1), pass(9)))).toBe(5_000)
    expect([await of(1), await of(9)]).toMatchObject([null, { record_no: 'SF26-000009', state: 'held' }])
    expect(await t.house.store.read('SELECT count(*) AS n FROM journal')).toEqual([{ n: 1 }])
    expect(await write((tx) => t.house.deposits.move(tx, pass(1), pass(4)))).toBe(0)
    expect(await held()).toBe(5_000)
  })
})

describe('M1 12.R11 a deposit given back', () => {
  test('12.R11 M2 against its receipt, out of the drawer, with a number of its own, once', async () => {
    await hold(1, 2)
    expect(await refund([1])).toMatchObject({ no: 'TK26-000001', totalFen: 5_000 })
    expect(await of(1)).toMatchObject({ state: 'refunded', settled_at: t.clock.now(), settled_by: '周晓岚', reason: '' })
    expect(await balances()).toEqual({ cash: 5_000, deposit: -5_000 })
    await expect(refund([1])).rejects.toMatchObject({ code: 'deposit-settled', params: { no: 'SF26-000001', state: 'refunded' } })
    expect(await held()).toBe(5_000)
  })

  test('12.R11 several at once on one refund, by another way than they were paid', async () => {
    await hold(1, 2, 3)
    expect(await refund([1, 2, 3], { payment: 'transfer' })).toMatchObject({ totalFen: 15_000 })
    expect(await balances()).toEqual({ cash: 15_000, transfer: -15_000, deposit: 0 })
    const [row] = await t.house.store.read<{ lines: string }>(`SELECT lines FROM receipt WHERE kind = 'refund'`)
    expect((JSON.parse(row!.lines) as { name: string }[]).map(({ name }) => name)).toEqual(['退还押金 SF26-000001（SJ26-000001）', '退还押金 SF26-000002（SJ26-000001）', '退还押金 SF26-000003（SJ26-000001）'])
  })

  test.each(['SJ26-000001', 'sj26-000001', 'QT1:SJ26-000001', ' ＳＪ26-000001 '])('12.R11 the receipt as it is typed or scanned: %s', async (receiptNo) => {
    await hold(1)
    expect((await refund([1], { receiptNos: [receiptNo] }))!.no).toBe('TK26-000001')
  })

  test('12.R11 on another receipt, or on none, nothing goes out', async () => {
    await hold(1)
    await hold(2)
    await expect(refund([1], { receiptNos: ['SJ26-000002'] })).rejects.toMatchObject({ code: 'receipt-mismatch', params: { no: 'SF26-000001', given: 'SJ26-000002' }, field: 'receiptNo' })
    await expect(refund([1, 2])).rejects.toMatchObject({ code: 'receipt-mismatch', params: { no: 'SF26-000002' } })
    await expect(refund([1], { receiptNos: [] })).rejects.toMatchObject({ code: 'receipt-mismatch', params: { given: '' } })
    expect(await held()).toBe(10_000)
    expect(await t.house.store.read(`SELECT last FROM number_series WHERE series = 'refunds'`)).toEqual([])
  })

  test('12.R11 without the receipt it says why, and who agreed', async () => {
    await hold(1)
    await refund([1], { receiptNos: [], receiptLost: '搬家时丢了', approvedBy: '韩雪' })
    expect((await of(1))!.reason).toBe('收据遗失：搬家时丢了（韩雪）')
  })

  test('M1 cash that does not lie in the drawer is not given back out of it; by another kind it is', async () => {
    await hold(1)
    await write((tx) => t.house.ledger.post(tx, { kind: 'handed-in', register: 'cashier', recordId: 1, no: 'QD26-000001', postings: [{ account: 'handed-in', amountFen: fen(4_000) }, { account: 'cash', amountFen: fen(-4_000) }] }))
    await expect(refund([1])).rejects.toMatchObject({ code: 'drawer-short', params: { held: '¥10.00' } })
    expect((await of(1))!.state).toBe('held')
    await refund([1], { payment: 'wechat' })
    expect(await held()).toBe(0)
  })

  test('records without a deposit have nothing to give back', async () => {
    await hold(1)
    expect(await refund([7])).toBeNull()
    expect(await refund([7, 1])).toMatchObject({ totalFen: 5_000 })
  })
})

describe('M1 12.R10 a deposit that is kept', () => {
  test('12.R10 goes to its own income, and is not refunded afterwards', async () => {
    await hold(1)
    expect(await write((tx) => t.house.deposits.forfeit(tx, pass(1), '遗失'))).toBe(5_000)
    expect(await of(1)).toMatchObject({ state: 'forfeited', reason: '遗失', settled_by: '周晓岚' })
    expect(await balances()).toEqual({ 'cash': 5_000, 'deposit': 0, 'forfeit-income': -5_000 })
    await expect(refund([1])).rejects.toMatchObject({ code: 'deposit-settled', params: { state: 'forfeited' } })
    await expect(write((tx) => t.house.deposits.forfeit(tx, pass(1), '遗失'))).rejects.toMatchObject({ code: 'deposit-settled' })
    expect(await write((tx) => t.house.deposits.forfeit(tx, pass(8), ''))).toBe(0)
  })
})

describe('M2 its receipt voided', () => {
  const voidReceipt = (id: number) => t.house.store.write(t.call('supervisor').scope, (tx) => t.house.receipts.void(tx, id, '开错', false))

  test('M1 M2 while it is held: the money goes back with the receipt, and the deposit is none', async () => {
    await hold(1, 2)
    await voidReceipt(1)
    expect([await of(1), await of(2)]).toMatchObject([{ state: 'void' }, { state: 'void' }])
    expect(await balances()).toEqual({ cash: 0, deposit: 0 })
    await hold(1)
    expect(await held()).toBe(5_000)
  })

  test.each<[string, () => Promise<unknown>]>([['refunded', () => refund([2])], ['forfeited', () => write((tx) => t.house.deposits.forfeit(tx, pass(2), '遗失'))]])('M1 not once one of its deposits was %s', async (_, settle) => {
    await hold(1, 2)
    await settle()
    const before = await balances()
    await expect(voidReceipt(1)).rejects.toMatchObject({ name: 'UserError' })
    expect([await balances(), (await of(1))!.state]).toEqual([before, 'held'])
  })

  test('M1 a refund is not voided: the money is in somebody\'s pocket', async () => {
    await hold(1)
    const { id } = (await refund([1]))!
    await expect(voidReceipt(id)).rejects.toMatchObject({ code: 'refund-final', params: { no: 'TK26-000001' } })
  })
})

test.each<Payment>(['cash', 'wechat'])('M1 a save that breaks off after the refund leaves nothing of it: %s', async (payment) => {
  await hold(1)
  await expect(write(async (tx) => {
    await t.house.deposits.refund(tx, { of: [pass(1)], for: pass(1), subject: '退还押金', payer: '博远', room: '', tenantId: 1, receiptNos: ['SJ26-000001'], receiptLost: '', approvedBy: '', payment, print: true })
    throw new Error('power')
  })).rejects.toThrow('power')
  expect([await balances(), (await of(1))!.state, await t.house.store.read('SELECT count(*) AS n FROM print_job')]).toEqual([{ cash: 5_000, deposit: -5_000 }, 'held', [{ n: 0 }]])
  expect((await refund([1]))!.no).toBe('TK26-000001')
})
