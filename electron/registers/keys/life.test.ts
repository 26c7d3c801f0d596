import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Random } from '../../demo/random'
import { verifyAudit } from '../../store/audit'
import { HOUR, onPaper, openKeys, refusal, type TestKeys } from './testing'

let t: TestKeys
beforeEach(async () => { t = await openKeys() })
afterEach(() => t.close())

interface Loan { id: number; hook: number; count: number; left: number; deposit: number; receiptId: number; receiptNo: string }
interface Custody { id: number; hook: number; count: number; sealed: boolean }
/**
 * A hook: keys owned; keys that really hang there, of which some vanish and some turn up unseen; and keys the counter knows
 * of (its newest count, and what moved since). 11.C4: known + out = owned on every hook, or the counter says that it differs.
 */
interface Hook { owned: number; real: number; known: number; lost: number; active: boolean }
/** What the board should be like, kept by adding and taking away. */
interface Model { hooks: Map<number, Hook>; loans: Loan[]; custodies: Custody[]; lent: number; receipts: number; refunds: number; cuttings: number; custodiesTaken: number; counts: number; retired: number; found: number; lostOf: { id: number; hook: number; count: number }[] }

const out = (m: Model, hook: number): number => m.loans.filter((loan) => loan.hook === hook).reduce((sum, loan) => sum + loan.left, 0)
const sealed = (m: Model, hook: number): number => m.custodies.filter((custody) => custody.hook === hook && custody.sealed).reduce((sum, custody) => sum + custody.count, 0)
const held = (m: Model): number => m.loans.reduce((sum, loan) => sum + loan.deposit, 0)
const expected = (m: Model, hook: number): number => m.hooks.get(hook)!.owned - out(m, hook)
/** What somebody is told to whom `count` of `here` keys should go; null where they get them. */
function told(m: Model, hook: number, count: number, here: number): string | null {
  if (count <= here - sealed(m, hook)) return null
  return count <= here ? 'key-sealed' : 'key-out'
}
/** What somebody who takes `count` keys of a hook is told. */
const takenBy = (m: Model, hook: number, count: number): string | null =>
  (m.hooks.get(hook)!.active ? told(m, hook, count, Math.min(m.hooks.get(hook)!.known, expected(m, hook))) : 'key-not-here')

/** More or fewer keys are owned: first that explains what the newest count differed by, the rest comes to the hook or leaves it. */
function owns(m: Model, hook: number, change: number): void {
  const one = m.hooks.get(hook)!
  for (let left = Math.abs(change); left > 0; left--) {
    const by = Math.sign(change)
    const explains = by < 0 ? one.known < expected(m, hook) : one.known > expected(m, hook)
    one.owned += by
    if (explains) continue
    one.known += by
    one.real = Math.max(0, one.real + by)
  }
}
function moves(m: Model, hook: number, change: number): void {
  const one = m.hooks.get(hook)!
  one.known += change
  one.real = Math.max(0, one.real + change)
}

/** One step of the desk; what it does to the model stands under it. */
async function act(m: Model, random: Random): Promise<void> {
  // The last hook is a quiet one, that comes to be put out of use.
  const all = [...m.hooks.keys()]
  const hook = random.chance(0.7) ? random.pick(all.slice(0, 2)) : all.at(-1)!
  const one = m.hooks.get(hook)!
  const loan = m.loans.length > 0 ? random.pick(m.loans) : null
  const custody = m.custodies.length > 0 ? random.pick(m.custodies) : null
  const expectCode = async (work: Promise<unknown>, code: string) => expect(await refusal(work)).toBe(code)
  const close = (of: Loan) => { m.loans.splice(m.loans.indexOf(of), 1) }
  switch (random.pick(['lend', 'lend', 'lend', 'lend', 'lend', 'return', 'return', 'lose', 'lose-here', 'void', 'void-receipt', 'cut', 'cut', 'seal', 'open', 'end', 'vanish', 'turn-up', 'count', 'count', 'recount', 'retire', 'find', 'find-of-loan', 'damage'] as const)) {
    case 'lend': {
      const [count, deposit] = [random.int(1, 3), random.pick([0, 5_000, 12_050])]
      if (hook === all.at(-1) && random.chance(0.8)) return
      const work = t.lend({ keyId: hook, count, depositFen: deposit, payment: 'cash' })
      const refusal = takenBy(m, hook, count)
      if (refusal) return expectCode(work, refusal)
      const { id, receiptNo } = await work
      const [receipt] = await t.house.store.read<{ id: number }>('SELECT id FROM receipt WHERE no = ?', [receiptNo])
      moves(m, hook, -count)
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
      moves(m, loan.hook, count)
      if (!last) return
      if (loan.deposit > 0) m.refunds++
      return close(loan)
    }
    case 'lose': {
      if (!loan) return
      const count = random.int(1, 3)
      const forfeit = loan.deposit > 0 && random.chance(0.5)
      const work = t.report({ keyId: loan.hook, loanId: loan.id, kind: 'loss', count, severity: 2, reason: '丢失', forfeit })
      if (count > loan.left) return expectCode(work, 'invalid-input')
      await work
      loan.left -= count
      if (forfeit) loan.deposit = 0
      m.hooks.get(loan.hook)!.owned -= count
      m.hooks.get(loan.hook)!.lost += count
      m.lostOf.push({ id: loan.id, hook: loan.hook, count })
      if (loan.left === 0 && loan.deposit === 0) close(loan)
      return
    }
    case 'lose-here': {
      const work = t.report({ keyId: hook, kind: 'loss', count: 1, severity: 1, reason: '柜里少一把' })
      const refusal = told(m, hook, 1, expected(m, hook))
      if (refusal) return expectCode(work, refusal)
      await work
      one.lost++
      owns(m, hook, -1)
      return
    }
    case 'void': {
      if (!loan) return
      const work = t.step('voidLoan', loan.id, { reason: '选错' }, 'supervisor')
      if (loan.left < loan.count) return expectCode(work, 'wrong-state')
      if (loan.deposit > 0) return expectCode(work, 'deposit-open')
      await work
      moves(m, loan.hook, loan.count)
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
      if (!one.active) return expectCode(t.ask('requestCutting', { keyId: hook, count: 2, reason: '加配' }), 'key-not-here')
      const { id } = await t.ask('requestCutting', { keyId: hook, count: 2, reason: '加配' })
      m.cuttings++
      await t.step('checkCutting', id, { agreed: true }, 'supervisor')
      if (random.chance(0.3)) await t.step('approveCutting', id, { agreed: false, reason: '够用' }, 'administrator')
      else {
        await t.step('approveCutting', id, { agreed: true }, 'administrator')
        await t.step('cut', id, { by: '锁店' })
        await t.step('registerCut', id, {})
        one.owned += 2
        moves(m, hook, 2)
      }
      return
    }
    case 'seal': {
      if (hook === all.at(-1) && random.chance(0.8)) return
      const count = random.int(1, 2)
      const work = t.custody({ sealNo: `F-${m.custodiesTaken}`, keys: [{ keyId: hook, type: 'door', name: '正门', count }] })
      const refusal = m.custodies.some((other) => other.hook === hook) ? 'key-sealed' : takenBy(m, hook, count)
      if (refusal) return expectCode(work, refusal)
      m.custodies.push({ id: (await work).id, hook, count, sealed: true })
      m.custodiesTaken++
      return
    }
    case 'open': {
      if (!custody) return
      if (custody.sealed) await t.step('unseal', custody.id, { person: '陆文博', reason: '取用', signature: onPaper('陆文博') })
      else {
        const work = t.step('reseal', custody.id, { person: '陆文博', sealNo: `R-${custody.id}-${random.int(1, 1e9)}`, noPhoto: '摄像头送修', signature: onPaper('陆文博') })
        const refusal = takenBy(m, custody.hook, custody.count)
        if (refusal) return expectCode(work, refusal)
        await work
      }
      custody.sealed = !custody.sealed
      return
    }
    case 'end': {
      if (!custody) return
      const hooks = random.pick(['kept', 'given'] as const)
      const work = t.step('endCustody', custody.id, { person: '陆文博', signature: onPaper('陆文博'), hooks })
      const there = Math.min(custody.count, Math.max(0, Math.min(m.hooks.get(custody.hook)!.known, expected(m, custody.hook))))
      if (there < custody.count && out(m, custody.hook) > 0) return expectCode(work, 'key-lent')
      await work
      m.custodies.splice(m.custodies.indexOf(custody), 1)
      if (hooks === 'kept') return
      m.hooks.get(custody.hook)!.owned -= there
      moves(m, custody.hook, -there)
      return
    }
    case 'vanish': {
      one.real = Math.max(0, one.real - 1)
      return
    }
    case 'turn-up': {
      if (one.active) one.real++
      return
    }
    case 'count': {
      const counted = [...m.hooks].filter(([, { owned, active }]) => active || owned > 0)
      if (counted.length === 0) return
      const lines = counted.map(([keyId, { real }]) => ({ keyId, found: real, explanation: real === expected(m, keyId) ? '' : '查不到去向' }))
      const { difference } = await t.stocktake('A', lines)
      expect(difference).toBe(counted.reduce((sum, [id, { real }]) => sum + real - expected(m, id), 0))
      for (const [, of] of counted) of.known = of.real
      m.counts++
      return
    }
    case 'recount': {
      if (!one.active) return
      const owned = Math.max(0, one.owned + random.pick([-2, -1, 1]))
      const work = t.ask('save', { ...(await t.key(hook)), owned, reason: '重新核对' })
      if (owned < out(m, hook)) return expectCode(work, 'key-lent')
      if (owned < out(m, hook) + sealed(m, hook)) return expectCode(work, 'key-sealed')
      await work
      return owns(m, hook, owned - one.owned)
    }
    case 'retire': {
      const row = await t.key(hook)
      if (!one.active) {
        await t.ask('save', { ...row, active: true, owned: 6, reason: '再用' })
        one.active = true
        return owns(m, hook, 6 - one.owned)
      }
      const work = t.ask('save', { ...row, active: false, owned: 0, reason: '拆锁' })
      if (out(m, hook) > 0) return expectCode(work, 'key-lent')
      if (sealed(m, hook) > 0 || m.custodies.some((other) => other.hook === hook)) return expectCode(work, 'key-sealed')
      // More were counted than are owned: they are somewhere.
      if (one.known > one.owned) return expectCode(work, 'hook-not-empty')
      await work
      owns(m, hook, -one.owned)
      Object.assign(one, { active: false, real: 0 })
      m.retired++
      return
    }
    case 'find': {
      const work = t.report({ keyId: hook, kind: 'found', count: 1, severity: 1, reason: '找到' })
      if (!one.active) return expectCode(work, 'key-not-here')
      if (one.lost === 0) return expectCode(work, 'not-lost')
      await work
      one.lost--
      m.found++
      return owns(m, hook, 1)
    }
    case 'find-of-loan': {
      const of = m.lostOf.find(({ hook: id, count }) => m.hooks.get(id)!.active && count > 0)
      if (!of || m.hooks.get(of.hook)!.lost === 0) return
      const work = t.report({ keyId: of.hook, loanId: of.id, kind: 'found', count: of.count, severity: 1, reason: '交回' })
      await work
      m.hooks.get(of.hook)!.lost -= of.count
      m.lostOf.splice(m.lostOf.indexOf(of), 1)
      m.found++
      return owns(m, of.hook, of.count)
    }
    case 'damage': {
      await t.report({ keyId: hook, kind: 'damage', count: 1, severity: 1, reason: '齿磨损' })
    }
  }
}

const differs = (m: Model): boolean => [...m.hooks.keys()].some((hook) => m.hooks.get(hook)!.known !== expected(m, hook))

/** The board, the money and the numbers are what the model says. */
async function agrees(m: Model): Promise<void> {
  const rows = await t.ask('list', { limit: 500 })
  const open = (hook: number): number => m.hooks.get(hook)!.known - expected(m, hook)
  for (const [hook, { owned, active }] of m.hooks) expect(rows.find((row) => row.id === hook), `hook ${hook}`).toMatchObject({ owned, active, out: out(m, hook), sealed: sealed(m, hook) > 0, difference: open(hook) })
  const sum = (of: (hook: number) => number) => [...m.hooks.keys()].reduce((total, hook) => total + of(hook), 0)
  const sums = { owned: sum((hook) => m.hooks.get(hook)!.owned), out: sum((hook) => out(m, hook)), here: sum((hook) => m.hooks.get(hook)!.known), sealed: sum((hook) => sealed(m, hook)) }
  const difference = sum((hook) => Math.abs(open(hook)))
  expect(await t.sums()).toMatchObject({ ...sums, difference, agree: difference === 0 })
  expect(await t.held()).toEqual({ deposits: held(m), ledger: held(m), loans: held(m), all: held(m) })
  const series = Object.fromEntries((await t.house.store.read<{ series: string; last: number }>('SELECT series, last FROM number_series')).map(({ series: name, last }) => [name, last]))
  expect([series['key-loans'] ?? 0, series['receipts'] ?? 0, series['refunds'] ?? 0, series['key-cutting'] ?? 0, series['key-custody'] ?? 0]).toEqual([m.lent, m.receipts, m.refunds, m.cuttings, m.custodiesTaken])
  expect([await t.count('key_loan'), await t.count('key_cutting'), await t.count('key_custody')]).toEqual([m.lent, m.cuttings, m.custodiesTaken])
}

test.each([11, 29, 47])('11.C4 M1 M2 the life of a board at random (%i), with power cuts: known here and out are what is owned or the counter says by how much not, whatever is lost, found, cut, sealed, counted, recounted and put out of use; deposits are what is held, numbers have no gap', async (seed) => {
  const random = new Random(seed)
  const quiet = await t.ask('save', { board: 'A', hook: 36, type: 'riser', name: '强电井', owned: 2 })
  const hooks = new Map([[t.door.id, 12], [t.plant.id, 5], [quiet.id, 2]].map(([id, owned]) => [id!, { owned: owned!, real: owned!, known: owned!, lost: 0, active: true }]))
  const m: Model = { hooks, counts: 0, retired: 0, found: 0, lostOf: [], loans: [], custodies: [], lent: 0, receipts: 0, refunds: 0, cuttings: 0, custodiesTaken: 0 }
  for (const [hook, owned] of [[t.door, 12], [t.plant, 5]] as const) await t.ask('save', { ...hook, owned, reason: '加配' })
  const { steps } = t.house
  let [cuts, differed] = [0, 0]
  for (let step = 0; step < 200; step++) {
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
    if (differs(m)) differed++
    await agrees(m)
  }
  expect(Object.entries({ cuts: cuts > 5, lent: m.lent > 10, refunds: m.refunds > 0, custodies: m.custodiesTaken > 0, cuttings: m.cuttings > 0, counts: m.counts > 5, retired: m.retired > 0, found: m.found > 0, differed: differed > 10 }).filter(([, did]) => !did), 'what never happened').toEqual([])
  expect((await t.house.ledger.balances()).unbalanced).toEqual([])
  expect(await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
}, 60_000)
