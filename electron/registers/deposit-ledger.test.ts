import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract, type Inputs } from '../../shared/contract'
import { createCashier } from './cashier/cashier'
import type { Handlers } from './handlers'
import { createKeys } from './keys/keys'
import { BOYUAN, onPaper, openPasses, type TestPasses } from './passes/testing'
import { createPrinting } from './printing/printing'

let t: TestPasses
let cashier: Handlers<'cashier'>
let keys: Handlers<'keys'>
beforeEach(async () => {
  t = await openPasses()
  cashier = createCashier(t.house)
  keys = createKeys(t.house)
  createPrinting(t.house)
})
afterEach(() => t.close())

const filter = (of: Inputs['cashier']['deposits']['filter'] = {}) => contract.cashier.deposits['~orpc'].inputSchema!.parse({ filter: of }).filter
const list = (of: Inputs['cashier']['deposits']['filter'] = {}, page: { before?: number | null; limit?: number } = {}) => cashier.deposits({ filter: filter(of), before: null, limit: 50, ...page }, t.call())
const nos = async (of: Inputs['cashier']['deposits']['filter']) => (await list(of)).rows.map(({ recordNo }) => recordNo)
const proof = () => cashier.depositProof(undefined, t.call())
const lend = async () => {
  const key = await keys.save({ id: null, version: 0, board: 'A', hook: 34, unitId: 1, place: '', type: 'door', name: '正门', owned: 3, remark: '', active: true, reason: '' }, t.call())
  return keys.lend(contract.keys.lend['~orpc'].inputSchema!.parse({ keyId: key.id, borrower: '许佳', company: '安泰电梯', reason: '检修', dueAt: t.clock.now() + 3_600_000, signature: onPaper('许佳'), depositFen: 20_000, payment: 'cash' }), t.call())
}
/** Three passes and a key: one held, one given back, one lost; the key is out. */
async function fourDeposits() {
  const [held, back, lost] = [await t.issued('identity', { holders: [await t.holder({ name: '卓一鸣' })] }), await t.issued('identity'), await t.issued('construction')]
  const loan = await lend()
  t.clock.advance(86_400_000)
  await t.ask('return', { passes: [await t.seen(back)], receiptNos: [await t.receiptNo(back)], signature: onPaper('工人') })
  await t.ask('lose', { ...(await t.seen(lost)), lostOn: '2026-03-13', lostWhere: '地铁', declaredBy: '许佳', signature: onPaper('许佳') })
  return { held, back, lost, loan }
}

test('M1 押金台账: held, refunded, forfeited, by kind, company, person, number and day, with their sums', async () => {
  const { held, loan } = await fourDeposits()
  expect(await list()).toMatchObject({ next: null, sums: { count: 4, heldFen: 25_000, refundedFen: 5_000, forfeitedFen: 10_000 } })
  expect((await list({ state: 'held' })).rows).toMatchObject([
    { kind: 'key', register: 'keys', recordId: loan.id, recordNo: 'YJ26-000001', holder: '许佳', company: '安泰电梯', amountFen: 20_000, receiptNo: 'SJ26-000004', refundNo: '', settledAt: null },
    { kind: 'identity', register: 'passes', recordId: held, recordNo: 'SF26-000001', holder: '卓一鸣', company: BOYUAN, tenantId: 1, amountFen: 5_000, day: '2026-03-12' },
  ])
  expect((await list({ state: 'refunded' })).rows).toMatchObject([{ recordNo: 'SF26-000002', refundNo: 'TK26-000001', settledBy: '周晓岚', settledAt: t.clock.now() }])
  expect((await list({ state: 'forfeited' })).rows).toMatchObject([{ recordNo: 'SZ26-000001', kind: 'construction' }])
  expect(await nos({ kind: 'key' })).toEqual(['YJ26-000001'])
  expect(await nos({ tenantId: 1, kind: 'identity' })).toEqual(['SF26-000002', 'SF26-000001'])
  for (const search of ['卓一鸣', 'sf26-000001', 'QT1:SJ26-000001']) expect(await nos({ search }), search).toEqual(['SF26-000001'])
  expect(await nos({ search: 'TK26-000001' })).toEqual(['SF26-000002'])
  expect(await nos({ search: '%' })).toEqual([])
  expect(await nos({ from: '2026-03-13' })).toEqual([])
  // What was given back or kept is found under the day that happened.
  const day = (on: string) => ({ from: on, to: on }) as const
  expect(await nos({ state: 'refunded', ...day('2026-03-13') })).toEqual(['SF26-000002'])
  expect(await nos({ state: 'forfeited', ...day('2026-03-13') })).toEqual(['SZ26-000001'])
  for (const state of ['refunded', 'forfeited'] as const) expect(await nos({ state, ...day('2026-03-12') })).toEqual([])
  expect(await nos({ state: 'held', ...day('2026-03-12') })).toEqual(['YJ26-000001', 'SF26-000001'])
  expect((await list({ search: '安泰' })).sums).toEqual({ count: 1, heldFen: 20_000, refundedFen: 0, forfeitedFen: 0 })
  const page = await list({}, { limit: 3 })
  expect(page.next).toBe(2)
  expect(await list({}, { limit: 3, before: page.next })).toMatchObject({ rows: [{ recordNo: 'SF26-000001' }], next: null, sums: { count: 4 } })
})

test('M1 the proof sees two errors that make up for one another', async () => {
  const [one, other] = [await t.issued('identity'), await t.issued('identity')]
  const change = (id: number, by: number) => t.house.store.write(t.call().scope, (tx) => tx.query('UPDATE pass SET deposit_fen = deposit_fen + ? WHERE id = ?', [by, id]))
  await change(one, 1_000)
  await change(other, -1_000)
  expect(await proof()).toMatchObject({ heldFen: 10_000, ledgerFen: 10_000, passesFen: 10_000, agree: false })
})

test('M1 the proof: rows, ledger, open passes and lent keys say the same, each for itself', async () => {
  expect(await proof()).toEqual({ heldFen: 0, ledgerFen: 0, passesFen: 0, keysFen: 0, agree: true, byKind: [] })
  await fourDeposits()
  expect(await proof()).toEqual({
    heldFen: 25_000, ledgerFen: 25_000, passesFen: 5_000, keysFen: 20_000, agree: true,
    byKind: [
      { kind: 'construction', count: 0, heldFen: 0, refundedFen: 0, forfeitedFen: 10_000 }, { kind: 'identity', count: 1, heldFen: 5_000, refundedFen: 5_000, forfeitedFen: 0 }, { kind: 'key', count: 1, heldFen: 20_000, refundedFen: 0, forfeitedFen: 0 },
    ],
  })
})

test.each([
  [`UPDATE deposit SET state = 'refunded' WHERE kind = 'identity'`], [`UPDATE pass SET state = 'returned' WHERE no = 'SF26-000001'`], ['UPDATE key_loan SET deposit_fen = 10000'],
])('M1 a row that another hand changed is found by it: %s', async (sql) => {
  await fourDeposits()
  await t.house.store.write(t.call().scope, (tx) => tx.query(sql))
  expect((await proof()).agree).toBe(false)
})

test('M1 on A4 oldest first with its sums, and in a file; of a search the chain says only that there was one', async () => {
  await fourDeposits()
  expect(await cashier.printDeposits({ filter: filter(), to: 'printer' }, t.call('finance'))).toEqual({ path: null, rows: 4 })
  const [page] = t.pages
  for (const text of ['押金台账', '截至 2026-03-13', '共 4 笔　在押 ￥250.00　已退 ￥50.00　没收 ￥100.00', '身份确认卡', '钥匙']) expect(page).toContain(text)
  expect(page!.indexOf('SF26-000001')).toBeLessThan(page!.indexOf('YJ26-000001'))
  const file = await cashier.exportDeposits({ filter: filter({ search: '卓一鸣' }), format: 'csv' }, t.call('finance'))
  expect(file!.rows).toBe(1)
  expect(readFileSync(file!.path, 'utf8')).toContain('SF26-000001,卓一鸣')
  const [line] = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'export'`)
  expect(line!.detail).not.toContain('卓一鸣')
  t.answerDialog(() => null)
  expect([await cashier.printDeposits({ filter: filter(), to: 'pdf' }, t.call()), await cashier.exportDeposits({ filter: filter(), format: 'xlsx' }, t.call())]).toEqual([null, null])
})

test('M1 the day\'s close lists what each register left open: slips, keys, passes', async () => {
  await fourDeposits()
  await t.apply('identity')
  const state = await cashier.dayState(undefined, t.call())
  expect(Object.fromEntries(state.open.map(({ what, nos }) => [what, nos]))).toMatchObject({ 'keys-out': ['YJ26-000001'], 'passes-ready': ['SF26-000003'] })
  expect(state.open.find(({ what }) => what === 'prints-waiting')!.count).toBe((await t.house.store.read<{ n: number }>(`SELECT count(*) AS n FROM print_job WHERE state = 'waiting'`))[0]!.n)
  expect(state.deposits).toEqual(await proof())
})
