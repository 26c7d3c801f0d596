import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, type Account } from '../../shared/contract/cashier'
import { fen } from '../../shared/rules/money'
import { Random } from '../demo/random'
import { verifyAudit } from './audit'
import { Ledger, type NewPosting } from './ledger'
import { openTestStore, testScope, type TestStore } from './testing'
import type { Tx } from './types'

let t: TestStore
let ledger: Ledger
beforeEach(async () => {
  t = await openTestStore()
  ledger = new Ledger(t.store)
  await t.store.write(testScope, (tx) => tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远'), (2, '恒越')`))
})
afterEach(() => t.close())

const of = (account: Account, amount: number, tenantId: number | null = null): NewPosting => ({ account, amountFen: fen(amount), tenantId })
const journal = (postings: NewPosting[]) => ({ kind: 'test', register: 'paid-services', recordId: 1, no: 'YC26-000001', postings })
const at = (station: string) => ({ ...testScope, station })
const post = (postings: NewPosting[], station = 'A1') => t.store.write(at(station), (tx) => ledger.post(tx, journal(postings)))
const reverse = (id: number, station = 'A1') => t.store.write(at(station), (tx) => ledger.reverse(tx, id, 'test-reversed', ''))
const count = async (table: 'journal' | 'posting') => (await t.store.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n

describe('M1 the one ledger', () => {
  test('M1 a journal stands with its postings, its time, who and where, and in the audit chain', async () => {
    const id = await post([of('receivable', 17_300, 1), of('service-income', -17_300)])
    expect(await t.store.read('SELECT id, at, day, no, actor, station, reverses FROM journal')).toEqual([{ id, at: t.clock.now(), day: '2026-03-12', no: 'YC26-000001', actor: '周晓岚', station: 'A1', reverses: null }])
    expect([await ledger.balance('receivable'), await ledger.balance('receivable', { tenantId: 1 }), await ledger.balance('receivable', { tenantId: 2 }), await ledger.balance('service-income', { station: 'B1' })]).toEqual([17_300, 17_300, 0, 0])
    expect(await ledger.balances()).toEqual({ accounts: [{ account: 'receivable', balanceFen: 17_300 }, { account: 'service-income', balanceFen: -17_300 }], unbalanced: [] })
    expect(await t.store.read(`SELECT action FROM audit`)).toEqual([{ action: 'post' }])
  })

  test('M1 the balance within a transaction counts what it has posted itself', async () => {
    await t.store.write(testScope, async (tx) => {
      await ledger.post(tx, journal([of('cash', 500), of('receivable', -500)]))
      expect([await ledger.balance('cash', {}, tx), await ledger.balance('cash')]).toEqual([500, 0])
    })
  })

  test('M1 a journal is reversed once, a reversal never', async () => {
    const id = await post([of('cash', 500), of('receivable', -500, 1)])
    const back = await reverse(id, 'B1')
    expect([await ledger.balance('cash'), await ledger.balance('cash', { station: 'B1' }), await ledger.balance('receivable', { tenantId: 1 })]).toEqual([0, -500, 0])
    await expect(reverse(id)).rejects.toThrow(/UNIQUE/)
    await expect(reverse(back)).rejects.toThrow("can't be reversed")
    await expect(reverse(99)).rejects.toThrow("can't be reversed")
    expect(await count('journal')).toBe(2)
  })

  test.each([
    [`UPDATE journal SET memo = 'x'`, 'a journal is never changed'], ['DELETE FROM journal', 'a journal is never deleted'],
    ['UPDATE posting SET amount_fen = 1', 'a posting is never changed'], ['DELETE FROM posting', 'a posting is never deleted'],
  ])('M1 the store itself refuses: %s', async (sql, refused) => {
    await post([of('cash', 500), of('receivable', -500)])
    await expect(t.store.write(testScope, (tx) => tx.query(sql))).rejects.toThrow(refused)
    expect(await ledger.balance('cash')).toBe(500)
  })

  test.each([0, 0.5])('M1 the store itself refuses a posting of %s fen', async (amount) => {
    const id = await post([of('cash', 500), of('receivable', -500)])
    await expect(t.store.write(testScope, (tx) => tx.query(`INSERT INTO posting (journal_id, account, amount_fen, station) VALUES (?, 'cash', ?, 'A1')`, [id, amount]))).rejects.toThrow(/CHECK/)
  })

  test('M1 a journal written by another hand shows', async () => {
    const id = await post([of('cash', 500), of('receivable', -500)])
    await t.store.write(testScope, (tx) => tx.query(`INSERT INTO posting (journal_id, account, amount_fen, station) VALUES (?, 'cash', 100, 'A1')`, [id]))
    expect((await ledger.balances()).unbalanced).toEqual([id])
  })
})

describe('M1 whatever is posted', () => {
  test('M1 what does not add up to nought is refused, and nothing of it stays', async () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((value) => value !== 0)
    const unbalanced = fc.array(fc.tuple(fc.constantFrom(...account.options), amount), { maxLength: 6 }).filter((postings) => postings.length < 2 || postings.reduce((sum, [, value]) => sum + value, 0) !== 0)
    await fc.assert(fc.asyncProperty(unbalanced, async (postings) => {
      await expect(post(postings.map(([name, value]) => of(name, value)))).rejects.toThrow(RangeError)
    }), { numRuns: 200 })
    expect([await count('journal'), await count('posting')]).toEqual([0, 0])
  })

  test('M1 more than a thousand journals and reversals, some of them abandoned: every one balances, and so does every account', async () => {
    const random = new Random(20_260_312)
    const book = new Map<string, number>()
    const add = (key: string, amount: number) => book.set(key, (book.get(key) ?? 0) + amount)
    const open: { id: number; postings: NewPosting[] }[] = []
    let journals = 0

    async function step(tx: Tx, entries: (() => void)[]): Promise<void> {
      const reversed = open.length > 0 && random.chance(0.3) ? open.splice(random.int(0, open.length - 1), 1)[0]! : null
      const postings = reversed ? reversed.postings.map((posting) => ({ ...posting, amountFen: fen(-posting.amountFen) })) : randomPostings(random)
      const id = reversed ? await ledger.reverse(tx, reversed.id, 'reversed', '') : await ledger.post(tx, journal(postings))
      entries.push(() => {
        journals++
        if (!reversed) open.push({ id, postings })
        for (const posting of postings) {
          add(posting.account, posting.amountFen)
          add(`${posting.account} ${tx.scope.station}`, posting.amountFen)
          add(`${posting.account} of ${posting.tenantId ?? '-'}`, posting.amountFen)
        }
      })
    }

    for (let round = 0; round < 150; round++) {
      const before = [...open]
      const entries: (() => void)[] = []
      const abandoned = random.chance(0.2)
      const work = t.store.write(at(random.pick(['A1', 'B1'])), async (tx) => {
        for (let i = random.int(1, 25); i > 0; i--) await step(tx, entries)
        if (abandoned) throw new Error('abandoned')
      })
      if (abandoned) {
        await expect(work).rejects.toThrow('abandoned')
        open.splice(0, open.length, ...before)
      } else {
        await work
        for (const entry of entries) entry()
      }
    }

    expect(journals).toBeGreaterThan(1_000)
    expect(await count('journal')).toBe(journals)
    const { accounts, unbalanced } = await ledger.balances()
    expect(unbalanced).toEqual([])
    expect(accounts.reduce((sum, one) => sum + one.balanceFen, 0)).toBe(0)
    for (const name of account.options) {
      expect(await ledger.balance(name)).toBe(book.get(name) ?? 0)
      for (const station of ['A1', 'B1']) expect(await ledger.balance(name, { station })).toBe(book.get(`${name} ${station}`) ?? 0)
      for (const tenantId of [1, 2]) expect(await ledger.balance(name, { tenantId })).toBe(book.get(`${name} of ${tenantId}`) ?? 0)
    }
    expect(await verifyAudit((sql, parameters) => t.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
  })
})

/** Two to six postings that add up to nought. */
function randomPostings(random: Random): NewPosting[] {
  const amounts = Array.from({ length: random.int(1, 5) }, () => random.int(1, 1_000_000) * (random.chance(0.5) ? 1 : -1))
  const rest = -amounts.reduce((sum, amount) => sum + amount, 0)
  if (rest === 0) return randomPostings(random)
  return [...amounts, rest].map((amount) => of(random.pick(account.options), amount, random.pick([null, 1, 2])))
}
