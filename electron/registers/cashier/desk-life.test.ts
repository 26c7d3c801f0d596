import { afterEach, beforeEach, expect, test } from 'vitest'
import { denominations } from '../../../shared/contract/cashier'
import { payment, type Payment } from '../../../shared/contract/paid-services'
import { fen } from '../../../shared/rules/money'
import { Random } from '../../demo/random'
import { verifyAudit } from '../../store/audit'
import type { Scope } from '../../store/types'
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

const stations = ['A1', 'B1'] as const
type Station = (typeof stations)[number]
interface Good { id: number; payment: Payment; amount: number }

const at = (station: string): Call => ({ ...t.call('supervisor'), scope: { ...t.call('supervisor').scope, station } })
async function take(scope: Scope, kind: Payment, amount: number, abandoned: boolean): Promise<number> {
  const { id } = await t.house.store.write(scope, async (tx) => {
    const taken = await t.house.receipts.take(tx, {
      payer: '博远', room: '1808', tenantId: null, subject: '更换阀门', register: 'paid-services', recordId: 1, recordNo: 'YC26-000001', lines: [{ name: '更换阀门', quantityMilli: 1000, unit: '个', unitPriceFen: amount, amountFen: amount }],
      totalFen: fen(amount), payment: kind, tenderedFen: null, credits: [{ account: 'receivable', amountFen: fen(amount) }], print: false,
    })
    if (abandoned) throw new Error('abandoned')
    return taken
  })
  return id
}
/** Notes and coins that make an amount of whole jiao. */
function notes(amount: number): { fen: number; pieces: number }[] {
  let rest = amount
  return denominations.map((value) => {
    const pieces = Math.floor(rest / value)
    rest -= pieces * value
    return { fen: value, pieces }
  })
}

test('M1 M2 a desk at random, with steps abandoned: numbers have no gap, and each drawer holds what its receipts, voids and counts say', async () => {
  const random = new Random(71)
  const cash: Record<Station, number> = { A1: 0, B1: 0 }
  const sums = new Map<string, number>()
  const add = (account: string, amount: number) => sums.set(account, (sums.get(account) ?? 0) + amount)
  const good: Good[] = []
  let [receipts, closes, refused] = [0, 0, 0]

  for (let step = 0; step < 300; step++) {
    t.clock.advance(random.int(0, 3 * 3_600_000))
    const station = random.pick(stations)
    const what = random.next()
    if (what < 0.6) {
      const [kind, amount] = [random.pick(payment.options), random.int(1, 5_000) * 10]
      if (random.chance(0.2)) {
        await expect(take(at(station).scope, kind, amount, true)).rejects.toThrow('abandoned')
        continue
      }
      good.push({ id: await take(at(station).scope, kind, amount, false), payment: kind, amount })
      receipts++
      add(kind, amount)
      add('receivable', -amount)
      if (kind === 'cash') cash[station] += amount
    } else if (what < 0.8 && good.length > 0) {
      const { id, payment: kind, amount } = good.splice(random.int(0, good.length - 1), 1)[0]!
      if (kind === 'cash' && cash[station] < amount) {
        await expect(cashier.voidReceipt({ id, reason: '登记错', print: false }, at(station))).rejects.toMatchObject({ code: 'void-short' })
        good.push({ id, payment: kind, amount })
        refused++
        continue
      }
      await cashier.voidReceipt({ id, reason: '登记错', print: false }, at(station))
      await expect(cashier.voidReceipt({ id, reason: '登记错', print: false }, at(station))).rejects.toMatchObject({ code: 'receipt-void' })
      add(kind, -amount)
      add('receivable', amount)
      if (kind === 'cash') cash[station] -= amount
    } else {
      const counted = Math.max(0, cash[station] + (random.chance(0.3) ? random.int(-50, 50) * 10 : 0))
      const floatFen = random.int(0, counted / 10) * 10
      const input = { counts: notes(counted), expectedFen: cash[station], floatFen, reason: '找错零', print: false }
      if (random.chance(0.2)) {
        await expect(cashier.close({ ...input, expectedFen: cash[station] + 10 }, at(station))).rejects.toMatchObject({ code: 'drawer-changed' })
        refused++
        continue
      }
      expect(await cashier.close(input, at(station))).toMatchObject({ countedFen: counted, differenceFen: counted - cash[station], handedInFen: counted - floatFen })
      closes++
      add('drawer-difference', cash[station] - counted)
      add('handed-in', counted - floatFen)
      add('cash', floatFen - cash[station])
      cash[station] = floatFen
    }
    const drawer = await cashier.drawer(undefined, at(station))
    expect(drawer.expectedFen).toBe(cash[station])
    expect(drawer.floatFen + drawer.takenFen - drawer.returnedFen).toBe(cash[station])
  }

  expect(Math.min(receipts, closes, refused)).toBeGreaterThan(5)
  const { accounts, balanced } = await cashier.balances(undefined, t.call())
  expect(balanced).toBe(true)
  for (const { account, balanceFen } of accounts) expect([account, balanceFen]).toEqual([account, sums.get(account)])
  const numbers = async (table: string) => (await t.house.store.read<{ no: string }>(`SELECT no FROM ${table} ORDER BY id`)).map((row) => row.no)
  const series = (letters: string, count: number) => Array.from({ length: count }, (_, i) => `${letters}26-${String(i + 1).padStart(6, '0')}`)
  expect(await numbers('receipt')).toEqual(series('SJ', receipts))
  expect(await numbers('drawer_close')).toEqual(series('QD', closes))
  expect(await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
})
