import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { items, openPaidServices, type TestPaidServices } from './testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const DAY = 86_400_000
const payments = ['cash', 'card', 'transfer', 'wechat', 'alipay'] as const

const line = fc.record({
  priceItemId: fc.constantFrom(items.valve, items.brass, items.socket), quantityMilli: fc.integer({ min: 1, max: 50_000 }), supplier: fc.constantFrom('tower' as const, 'client' as const),
})
const lines = fc.array(line, { minLength: 1, maxLength: 4 })
/** One of the newest slips, so that some go the whole way. */
const slip = fc.nat(3)
const at = <D extends string>(...steps: D[]) => fc.record({ do: fc.constantFrom(...steps), slip })
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('quote' as const), lines }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('requote' as const), slip, lines }) },
  { weight: 9, arbitrary: at('agree' as const, 'complete' as const) },
  { weight: 4, arbitrary: at('refuse' as const, 'month' as const, 'void' as const, 'void-receipt' as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('actuals' as const), slip, actualMilli: fc.integer({ min: 0, max: 60_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pay' as const), slip, payment: fc.constantFrom(...payments) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('check-month' as const), days: fc.integer({ min: 1, max: 20 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Takes a step at a slip, whatever state it is in; what is not allowed is refused by a code and changes nothing. */
async function take(action: Step): Promise<void> {
  if (action.do === 'quote') { await t.quote({ lines: action.lines }); return }
  if (action.do === 'check-month') {
    t.clock.advance(action.days * DAY)
    const last = new Date(t.clock.now())
    last.setDate(0)
    await t.ask('checkMonth', { month: `${last.getFullYear()}-${String(last.getMonth() + 1).padStart(2, '0')}` }, 'supervisor')
    return
  }
  const { rows } = await t.ask('list', { filter: {}, limit: 200 })
  const row = rows[action.slip % Math.max(rows.length, 1)]
  if (!row) return
  const slip = await t.get(row.id)
  const of = { id: slip.id, version: slip.version }
  switch (action.do) {
    case 'requote': await t.ask('requote', { ...of, lines: action.lines }); break
    case 'agree': await t.agree(of); break
    case 'refuse': await t.ask('decide', { ...of, agreed: false, reason: '嫌贵' }); break
    case 'actuals': await t.ask('actuals', { ...of, lines: [{ id: slip.lines[0]!.id, actualMilli: action.actualMilli }] }); break
    case 'complete': await t.complete(of); break
    case 'pay': await t.ask('pay', { ...of, payment: action.payment }); break
    case 'month': await t.ask('putOnMonth', of); break
    case 'void': await t.ask('void', { ...of, reason: '开错' }); break
    case 'void-receipt': if (slip.receiptId !== null) await t.voidReceipt(slip.receiptId)
  }
}

const one = async (sql: string): Promise<number> => (await t.house.store.read<{ n: number }>(sql))[0]!.n

/** What the slips say must be what the ledger says. */
async function checkMoney(): Promise<void> {
  expect((await t.house.ledger.balances()).unbalanced).toEqual([])
  expect(await one('SELECT coalesce(sum(amount_fen), 0) AS n FROM posting')).toBe(0)
  const due = await one(`SELECT coalesce(sum(total_fen), 0) AS n FROM paid_service WHERE state IN ('done', 'monthly')`)
  expect(await t.balance('receivable', { tenantId: 1 })).toBe(due)
  const earned = await one(`SELECT coalesce(sum(total_fen), 0) AS n FROM paid_service WHERE state IN ('done', 'monthly', 'paid')`)
  expect(await t.balance('service-income')).toBe(earned === 0 ? 0 : -earned)
  for (const payment of payments) {
    expect(await t.balance(payment)).toBe(await one(`SELECT coalesce(sum(total_fen), 0) AS n FROM receipt WHERE payment = '${payment}' AND void_at IS NULL`))
  }
  expect(await one(`SELECT count(*) AS n FROM paid_service s WHERE s.total_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM service_line l WHERE l.service_id = s.id AND l.replaced_at IS NULL)`)).toBe(0)
  const counts = await t.ask('counts', undefined)
  expect(counts.dueFen + counts.monthlyFen).toBe(due)
  // 17.R6, M2: no number is missing, whatever was refused; each year begins anew.
  for (const table of ['paid_service', 'receipt']) expect(await one(`SELECT coalesce(sum(gap), 0) AS n FROM (SELECT max(CAST(substr(no, -6) AS INTEGER)) - count(*) AS gap FROM ${table} GROUP BY substr(no, 1, 4))`)).toBe(0)
}

test('M1 17.R4 whatever is done with slips in whatever order, the ledger balances and says what they say', async () => {
  const refusals = new Set<string>()
  const reached = new Set<string>()
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 80 }), async (steps) => {
    for (const action of steps) {
      await take(action).catch((error: { code?: string }) => {
        if (error.code === undefined) throw error
        refusals.add(error.code)
      })
    }
    await checkMoney()
    for (const { state } of (await t.ask('list', { filter: {}, limit: 200 })).rows) reached.add(state)
  }), { numRuns: 8, seed: 20260312, endOnFailure: true })
  // The run went through every state, and met refusals on its way.
  expect([...reached].sort()).toEqual(['agreed', 'done', 'monthly', 'paid', 'quoted', 'refused', 'void'])
  expect(refusals.size).toBeGreaterThan(5)
}, 120_000)

/** A way straight to a paid slip, so that many sums go the whole way. */
test('M1 17.R3 what a slip comes to is what is due, paid and on its receipt', async () => {
  await fc.assert(fc.asyncProperty(lines, fc.integer({ min: 0, max: 60_000 }), fc.boolean(), async (typed, actualMilli, voided) => {
    const agreed = await t.agree(await t.quote({ lines: typed }))
    const [first] = (await t.get(agreed.id)).lines
    const counted = await t.ask('actuals', { id: agreed.id, version: agreed.version, lines: [{ id: first!.id, actualMilli }] })
    const before = await t.balance('receivable')
    const done = await t.complete(counted)
    const { lines: used, totalFen } = await t.get(done.id)
    expect(totalFen).toBe(used.reduce((sum, { unitPriceFen, actualMilli: milli }) => sum + Math.floor((unitPriceFen * milli! * 2 + 1000) / 2000), 0))
    expect(await t.balance('receivable')).toBe(before + totalFen)
    if (totalFen === 0) return
    const paid = await t.ask('pay', { id: done.id, version: done.version, payment: 'cash', tenderedFen: totalFen + 1 })
    expect(paid.changeFen).toBe(1)
    expect(await t.balance('receivable')).toBe(before)
    if (voided) await t.voidReceipt(paid.receiptId)
    expect(await t.balance('receivable')).toBe(before + (voided ? totalFen : 0))
  }), { numRuns: 40, seed: 912 })
  await checkMoney()
}, 120_000)
