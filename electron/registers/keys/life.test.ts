import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Random } from '../../demo/random'
import { verifyAudit } from '../../store/audit'
import { HOUR, onPaper, openKeys, refusal, type TestKeys } from './testing'

let t: TestKeys
beforeEach(async () => { t = await openKeys() })
afterEach(() => t.close())

interface Loan { id: number; hook: number; count: number; left: number; deposit: number; receiptId: number; receiptNo: string }
interface Custody { id: number; hook: number; count: number; sealed: boolean }
/** What the board should be like, kept by adding and taking away. */
interface Model { owned: Map<number, number>; loans: Loan[]; custodies: Custody[]; lent: number; receipts: number; refunds: number; cuttings: number; custodiesTaken: number }

const out = (m: Model, hook: number): number => m.loans.filter((loan) => loan.hook === hook).reduce((sum, loan) => sum + loan.left, 0)
const sealed = (m: Model, hook: number): number => m.custodies.filter((custody) => custody.hook === hook && custody.sealed).reduce((sum, custody) => sum + custody.count, 0)
const held = (m: Model): number => m.loans.reduce((sum, loan) => sum + loan.deposit, 0)
/** What somebody who takes `count` keys of a hook is told; null where they get them. */
function takenBy(m: Model, hook: number, count: number): string | null {
  const here = m.owned.get(hook)! - out(m, hook)
  if (count <= here - sealed(m, hook)) return null
  return count <= here ? 'key-sealed' : 'key-out'
}

/** One step of the desk; what it does to the model stands under it. */
async function act(m: Model, random: Random): Promise<void> {
  const hook = random.pick([...m.owned.keys()])
  const loan = m.loans.length > 0 ? random.pick(m.loans) : null
  const custody = m.custodies.length > 0 ? random.pick(m.custodies) : null
  const expectCode = async (work: Promise<unknown>, code: string) => expect(await refusal(work)).toBe(code)
  const close = (of: Loan) => { m.loans.splice(m.loans.indexOf(of), 1) }
  switch (random.pick(['lend', 'lend', 'lend', 'return', 'return', 'lose', 'lose-here', 'void', 'void-receipt', 'cut', 'seal', 'open', 'end'] as const)) {
    case 'lend': {
      const [count, deposit] = [random.int(1, 3), random.pick([0, 5_000, 12_050])]
      const work = t.lend({ keyId: hook, count, depositFen: deposit, payment: 'cash' })
      const told = takenBy(m, hook, count)
      if (told) return expectCode(work, told)
      const { id, receiptNo } = await work
      const [receipt] = await t.house.store.read<{ id: number }>('SELECT id FROM receipt WHERE no = ?', [receiptNo])
      m.loans.push({ id, hook, count, left: count, deposit, receiptId: receipt?.id ?? 0, receiptNo: receiptNo ?? '' })
      m.lent++
      if (deposit > 0) m.receipts++
      return
    }
    case 'return': {
      if (!loan) return
      const count = random.int(Math.min(1, loan.left), loan.left)
      const last = count === loan.left
      const given = { count, signature: onPaper('陆文博') }
      if (last && loan.deposit > 0) await expectCode(t.step('return', loan.id, { ...given, receiptNo: 'SJ26-999999' }), 'receipt-mismatch')
      const { refundFen } = await t.step('return', loan.id, { ...given, receiptNo: loan.receiptNo })
      expect(refundFen).toBe(last ? loan.deposit : 0)
      loan.left -= count
      if (!last) return
      if (loan.deposit > 0) m.refunds++
      return close(loan)
    }
    case 'lose': {
      if (!loan) return
      const count = random.int(1, 3)
      const forfeit = loan.deposit > 0 && random.chance(0.5)
      const work = t.ask('report', { keyId: loan.hook, loanId: loan.id, kind: 'loss', count, severity: 2, reason: '丢失', forfeit })
      if (count > loan.left) return expectCode(work, 'invalid-input')
      await work
      loan.left -= count
      if (forfeit) loan.deposit = 0
      m.owned.set(loan.hook, m.owned.get(loan.hook)! - count)
      if (loan.left === 0 && loan.deposit === 0) close(loan)
      return
    }
    case 'lose-here': {
      const work = t.ask('report', { keyId: hook, kind: 'loss', count: 1, severity: 1, reason: '柜里少一把' })
      const told = takenBy(m, hook, 1)
      if (told) return expectCode(work, told)
      await work
      m.owned.set(hook, m.owned.get(hook)! - 1)
      return
    }
    case 'void': {
      if (!loan) return
      const work = t.step('voidLoan', loan.id, { reason: '选错' })
      if (loan.left < loan.count) return expectCode(work, 'wrong-state')
      if (loan.deposit > 0) return expectCode(work, 'deposit-open')
      await work
      return close(loan)
    }
    case 'void-receipt': {
      if (!loan || loan.deposit === 0) return
      await t.house.store.write(t.call('supervisor').scope, (tx) => t.house.receipts.void(tx, loan.receiptId, '写错', false))
      loan.deposit = 0
      if (loan.left === 0) close(loan)
      return
    }
    case 'cut': {
      const { id } = await t.ask('requestCutting', { keyId: hook, count: 2, reason: '加配' })
      m.cuttings++
      await t.step('checkCutting', id, { agreed: true }, 'supervisor')
      if (random.chance(0.3)) await t.step('approveCutting', id, { agreed: false, reason: '够用' }, 'administrator')
      else {
        await t.step('approveCutting', id, { agreed: true }, 'administrator')
        await t.step('cut', id, { by: '锁店' })
        await t.step('registerCut', id, {})
        m.owned.set(hook, m.owned.get(hook)! + 2)
      }
      return
    }
    case 'seal': {
      const count = random.int(1, 2)
      const work = t.custody({ sealNo: `F-${m.custodiesTaken}`, keys: [{ keyId: hook, type: 'door', name: '正门', count }] })
      const told = m.custodies.some((one) => one.hook === hook) ? 'key-sealed' : takenBy(m, hook, count)
      if (told) return expectCode(work, told)
      m.custodies.push({ id: (await work).id, hook, count, sealed: true })
      m.custodiesTaken++
      return
    }
    case 'open': {
      if (!custody) return
      if (custody.sealed) await t.step('unseal', custody.id, { person: '陆文博', reason: '取用', signature: onPaper('陆文博') })
      else {
        const work = t.step('reseal', custody.id, { person: '陆文博', sealNo: `R-${custody.id}-${random.int(1, 1e9)}`, signature: onPaper('陆文博') })
        const told = takenBy(m, custody.hook, custody.count)
        if (told) return expectCode(work, told)
        await work
      }
      custody.sealed = !custody.sealed
      return
    }
    case 'end': {
      if (!custody) return
      await t.step('endCustody', custody.id, { person: '陆文博', signature: onPaper('陆文博') })
      m.custodies.splice(m.custodies.indexOf(custody), 1)
    }
  }
}

/** The board, the money and the numbers are what the model says. */
async function agrees(m: Model): Promise<void> {
  const rows = await t.ask('list', { limit: 500 })
  for (const [hook, owned] of m.owned) expect(rows.find((row) => row.id === hook), `hook ${hook}`).toMatchObject({ owned, out: out(m, hook), sealed: sealed(m, hook) > 0 })
  const sum = (of: (hook: number) => number) => [...m.owned.keys()].reduce((total, hook) => total + of(hook), 0)
  const [owned, lent] = [sum((hook) => m.owned.get(hook)!), sum((hook) => out(m, hook))]
  expect(await t.sums()).toMatchObject({ owned, out: lent, here: owned - lent, sealed: sum((hook) => sealed(m, hook)), agree: true })
  expect(await t.held()).toEqual({ deposits: held(m), ledger: held(m), loans: held(m), all: held(m) })
  const series = Object.fromEntries((await t.house.store.read<{ series: string; last: number }>('SELECT series, last FROM number_series')).map(({ series: name, last }) => [name, last]))
  expect([series['key-loans'] ?? 0, series['receipts'] ?? 0, series['refunds'] ?? 0, series['key-cutting'] ?? 0, series['key-custody'] ?? 0]).toEqual([m.lent, m.receipts, m.refunds, m.cuttings, m.custodiesTaken])
  expect([await t.count('key_loan'), await t.count('key_cutting'), await t.count('key_custody')]).toEqual([m.lent, m.cuttings, m.custodiesTaken])
}

test.each([11, 29, 47])('11.C4 M1 M2 the life of a board at random (%i), with power cuts: here and out are what is owned, deposits are what is held, numbers have no gap', async (seed) => {
  const random = new Random(seed)
  const m: Model = { owned: new Map([[t.door.id, 12], [t.plant.id, 5]]), loans: [], custodies: [], lent: 0, receipts: 0, refunds: 0, cuttings: 0, custodiesTaken: 0 }
  for (const [hook, owned] of [[t.door, 12], [t.plant, 5]] as const) await t.ask('save', { ...hook, owned, reason: '加配' })
  const { steps } = t.house
  let cuts = 0
  for (let step = 0; step < 160; step++) {
    t.clock.advance(random.int(0, 3 * HOUR))
    if (random.chance(0.15)) {
      // In the middle of a save: rows, numbers and postings are written, the commit is not.
      const cut = vi.spyOn(steps, 'add').mockRejectedValue(new Error('power cut'))
      const work = [t.lend({ keyId: t.door.id, depositFen: 7_000, payment: 'cash' }), ...m.loans.slice(0, 1).map((loan) => t.step('return', loan.id, { count: loan.left, signature: onPaper('陆文博'), receiptNo: loan.receiptNo }))]
      for (const one of work) expect(await refusal(one)).not.toBe('not refused')
      cut.mockRestore()
      cuts++
    } else {
      await act(m, random)
    }
    await agrees(m)
  }
  expect([cuts > 5, m.lent > 10, m.refunds > 0, m.custodiesTaken > 0, m.cuttings > 0]).toEqual([true, true, true, true, true])
  expect((await t.house.ledger.balances()).unbalanced).toEqual([])
  expect(await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
})
