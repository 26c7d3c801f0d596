import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Payment } from '../../shared/contract/paid-services'
import { checkDigit } from '../../shared/rules/id-number'
import type { PassKind } from '../../shared/rules/pass'
import { addDays, dayOf } from '../../shared/rules/time'
import { Random } from '../demo/random'
import { databasePath } from '../store/database'
import { Store } from '../store/store'
import type { Tx } from '../store/types'
import { Vault } from '../store/vault'
import { createCalendar } from './calendar/calendar'
import { createCashier } from './cashier/cashier'
import { createKeys } from './keys/keys'
import { createPasses } from './passes/passes'
import { openTestHouse, type TestHouse } from './testing'

/**
 * Days at the counter at random, against a model of a few lines: passes issued, renewed, lost, returned, keys lent,
 * returned, lost, receipts voided, and steps that break off at any statement. More days with QIANTAI_DAYS.
 */
const DAYS = Number(process.env.QIANTAI_DAYS ?? 2000)
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const onPaper = { by: '许佳', onPaper: true, signatureId: null, scanId: null }

let t: TestHouse
afterEach(() => t.close())

type Reader = <T>(sql: string) => Promise<T[]>
const DEPOSITS = `SELECT coalesce((SELECT sum(amount_fen) FROM deposit WHERE state = 'held'), 0) AS held, -coalesce((SELECT sum(amount_fen) FROM posting WHERE account = 'deposit'), 0) AS ledger,
  coalesce((SELECT sum(deposit_fen) FROM pass WHERE state IN ('ready', 'issued')), 0) + coalesce((SELECT sum(deposit_fen) FROM key_loan WHERE state = 'out'), 0) AS open`
/** Of journals after `id`: those before it were looked at, and a journal is never changed. */
const unbalanced = (id: number): string => `SELECT journal_id FROM posting WHERE journal_id > ${id} GROUP BY journal_id HAVING sum(amount_fen) <> 0`
const KEYS = `SELECT coalesce((SELECT sum(owned) FROM key_hook), 0) AS owned, coalesce((SELECT sum(count - returned - lost) FROM key_loan WHERE state = 'out'), 0) AS out`
const series = { receipt: `kind = 'receipt'`, pass_application: '1', pass: '1', void_declaration: '1', key_loan: '1' }
/** A series without a gap: as many numbers as the last one says. */
const GAPS = [...Object.entries(series), ['receipt', `kind = 'refund'`]].map(([table, where]) =>
  `SELECT substr(no, 1, 4) AS series, count(*) AS n, max(CAST(substr(no, 6) AS INTEGER)) AS last FROM ${table} WHERE ${where} GROUP BY substr(no, 1, 4) HAVING n <> last`).join(' UNION ALL ')

/** What must be true of a counter at any moment, also of the file that a power cut leaves behind. */
async function sound(read: Reader, after = 0): Promise<{ held: number; owned: number; out: number }> {
  expect(await read(unbalanced(after))).toEqual([])
  const [money] = await read<{ held: number; ledger: number; open: number }>(DEPOSITS)
  expect(money!.ledger).toBe(money!.held)
  expect(money!.open).toBe(money!.held)
  const [keys] = await read<{ owned: number; out: number }>(KEYS)
  return { held: money!.held, ...keys! }
}

interface Pass { id: number; kind: PassKind; deposit: number; receipt: string; receiptId: number; handedOut: boolean; until: string; renewed: boolean }
interface Loan { id: number; count: number; deposit: number; receipt: string }

test('M1 M2 12.C4 11.C4 thousands of random counter days: the ledger balances after each step, deposits held equal passes and keys open, numbers have no gap', async () => {
  t = await openTestHouse({ now: new Date(2026, 0, 5, 8).getTime() })
  const random = new Random(1226)
  const { store } = t.house
  const [passes, keys] = [createPasses(t.house), createKeys(t.house)]
  createCashier(t.house)
  const as = t.call('supervisor')
  const read: Reader = (sql) => store.read(sql)
  const calendar = createCalendar(t.house)
  for (let year = 2027; year <= 2027 + DAYS / 365; year++) await calendar.saveYear({ year, days: [{ day: `${year}-01-01`, kind: 'holiday', name: '元旦' }] }, as)
  const kinds = Object.fromEntries((await passes.kinds(undefined, as)).map((kind) => [kind.kind, kind]))
  const permit = await passes.saveFitOutPermit({ id: null, version: 0, no: 'SG-1', tenantId: null, unitId: null, contractor: '鼎信装饰', chief: '', chiefPhone: null, content: '', validFrom: '2026-01-01', validUntil: '2060-12-31', scanIds: [await store.write(as.scope, (tx) => t.house.attachments.put(tx, 'scan', PICTURE))] }, as)
  const hook = await keys.save({ id: null, version: 0, board: 'A', hook: 1, unitId: null, place: '水泵房', type: 'plant-room', name: '水泵房', owned: 400, remark: '', active: true, reason: '' }, as)

  const crash = breaksOff(store)
  const open: Pass[] = []
  const loans: Loan[] = []
  const model = { held: 0, owned: 400, out: 0, cash: 0, fees: 0, forfeited: 0 }
  const done: Record<string, number> = {}
  let serial = 0

  const version = async (table: 'pass' | 'key_loan', id: number) => (await store.read<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, [id]))[0]!.version
  const seen = async (table: 'pass' | 'key_loan', id: number) => ({ id, version: await version(table, id) })
  const photo = () => store.write(as.scope, (tx) => t.house.attachments.put(tx, 'photo', PICTURE))
  const pick = <T>(list: T[]): T | undefined => (list.length === 0 ? undefined : list[random.int(0, list.length - 1)])
  const drop = <T>(list: T[], one: T): void => { list.splice(list.indexOf(one), 1) }
  const paid = (payment: Payment, amount: number): void => { if (payment === 'cash') model.cash += amount }
  const anyPayment = (): Payment => random.pick(['cash', 'wechat', 'card'] as const)
  /** A person of thirty nobody has seen before. */
  function document(): string {
    const body = `110105199601${String(1 + (serial % 28)).padStart(2, '0')}${String(Math.floor(serial++ / 28) % 1000).padStart(3, '0')}`
    return body + checkDigit(body)
  }
  const paper = (key: 'name-list' | 'id-copy' | 'photo' | 'licence-copy' | 'introduction-letter' | 'fit-out-permit') => ({ key, checks: ['seen' as const, 'sealed' as const], scanIds: [], note: '' })
  const papers = (['name-list', 'id-copy', 'photo', 'licence-copy', 'introduction-letter', 'fit-out-permit'] as const).map(paper)
  const money = (payment: Payment) => ({ payment, tenderedFen: null, payer: '', receipts: random.pick(['one', 'each'] as const), print: random.chance(0.1) })

  const steps: Record<string, () => Promise<boolean>> = {
    async issue() {
      const [kind, people, payment] = [random.pick(['identity', 'construction', 'temporary', 'contractor'] as const), random.int(1, 3), anyPayment()]
      const holders = []
      for (let i = 0; i < people; i++) holders.push({ name: `持证${serial}`, documentKind: 'resident' as const, documentNumber: document(), photoId: await photo(), birth: null, trade: '', specialCertificate: '', replaces: null })
      const handedOut = random.chance(0.7)
      const saved = await passes.apply({
        from: null, kind, tenantId: null, company: kind === 'construction' ? '' : `单位${random.int(1, 9)}`, unitId: null, place: '', fitOutPermitId: kind === 'construction' ? permit.id : null, applicant: '许佳', phone: '', contactId: null, reason: '', validFrom: null, validUntil: null,
        papers, holders, signature: handedOut ? onPaper : null, ...money(payment),
      }, as)
      const { depositFen, feeFen } = kinds[kind]!
      for (const [i, { id }] of saved.passes.entries()) {
        const receipt = saved.receipts[saved.receipts.length === 1 ? 0 : i]!
        const [row] = await store.read<{ valid_until: string }>('SELECT valid_until FROM pass WHERE id = ?', [id])
        open.push({ id, kind, deposit: depositFen, receipt: receipt.no, receiptId: receipt.id, handedOut, until: row!.valid_until, renewed: false })
      }
      model.held += depositFen * people
      model.fees += feeFen * people
      paid(payment, (depositFen + feeFen) * people)
      return true
    },
    async 'hand out'() {
      const pass = pick(open.filter((one) => !one.handedOut && one.until >= dayOf(t.clock.now())))
      if (!pass) return false
      await passes.handOut({ passes: [await seen('pass', pass.id)], signature: onPaper }, as)
      pass.handedOut = true
      return true
    },
    async renew() {
      const today = dayOf(t.clock.now())
      const pass = pick(open.filter((one) => one.handedOut && one.until <= addDays(today, 14)))
      if (!pass) return false
      const payment = anyPayment()
      const saved = await passes.renew({ passes: [{ ...(await seen('pass', pass.id)), photoId: await photo() }], validUntil: null, takenBack: true, papers: [], fitOutPermitId: null, signature: onPaper, lateReason: '工期延长', approval: null, ...money(payment) }, as)
      const fee = kinds[pass.kind]!.renewalFeeFen
      const [row] = await store.read<{ valid_until: string }>('SELECT valid_until FROM pass WHERE id = ?', [saved.passes[0]!.id])
      // Refunded against the receipt that took the deposit, not the fee's.
      Object.assign(pass, { id: saved.passes[0]!.id, until: row!.valid_until, renewed: true })
      model.fees += fee
      paid(payment, fee)
      return true
    },
    async lose() {
      const pass = pick(open.filter((one) => one.handedOut))
      if (!pass) return false
      await passes.lose({ ...(await seen('pass', pass.id)), lostOn: dayOf(t.clock.now()), lostWhere: '地铁', declaredBy: '许佳', signature: onPaper, print: false }, as)
      drop(open, pass)
      model.held -= pass.deposit
      model.forfeited += pass.deposit
      return true
    },
    async return() {
      // One that nobody fetched, too.
      const pass = pick(open)
      if (!pass) return false
      const payment = random.pick(['cash', 'wechat'] as const)
      const input = { passes: [await seen('pass', pass.id)], receiptLost: '', approval: null, payment, signature: onPaper, print: false }
      if (random.chance(0.2)) await expect(passes.return({ ...input, receiptNos: ['SJ26-999999'] }, as)).rejects.toMatchObject({ code: 'receipt-mismatch' })
      const given = passes.return({ ...input, receiptNos: [pass.receipt] }, as)
      if (payment === 'cash' && model.cash < pass.deposit) {
        await expect(given).rejects.toMatchObject({ code: 'drawer-short' })
        return false
      }
      await given
      crash.after(0, null)
      await expect(passes.return({ ...input, receiptNos: [pass.receipt] }, as)).rejects.toMatchObject({ name: 'UserError' })
      drop(open, pass)
      model.held -= pass.deposit
      paid(payment, -pass.deposit)
      return true
    },
    async 'void a receipt'() {
      const [row] = await store.read<{ id: number; register: string; payment: Payment; total_fen: number }>(`SELECT id, register, payment, total_fen FROM receipt WHERE kind = 'receipt' AND void_at IS NULL AND register = 'passes' ORDER BY id DESC LIMIT 1 OFFSET ${random.int(0, 6)}`)
      if (!row) return false
      const of = open.filter((one) => one.receiptId === row.id && !one.renewed)
      const [{ all }] = (await store.read<{ all: number }>('SELECT count(*) AS "all" FROM pass WHERE receipt_id = ?', [row.id])) as [{ all: number }]
      const work = store.write(as.scope, (tx) => t.house.receipts.void(tx, row.id, '开错', false))
      if (of.length < all || of.some((one) => one.handedOut) || (row.payment === 'cash' && model.cash < row.total_fen)) {
        await expect(work).rejects.toMatchObject({ name: 'UserError' })
        return false
      }
      await work
      for (const pass of of) drop(open, pass)
      model.held -= of.reduce((sum, pass) => sum + pass.deposit, 0)
      model.fees -= row.total_fen - of.reduce((sum, pass) => sum + pass.deposit, 0)
      paid(row.payment, -row.total_fen)
      return true
    },
    async lend() {
      const count = random.int(1, 2)
      if (model.owned - model.out < count) return false
      const [deposit, payment] = [random.chance(0.5) ? 10_000 : 0, anyPayment()]
      const saved = await keys.lend({ from: null, keyId: hook.id, count, reason: '检修', borrower: '许佳', company: '安泰电梯', phone: '', contactId: null, pass: '', dueAt: t.clock.now() + 3_600_000, signature: onPaper, depositFen: deposit, payment: deposit > 0 ? payment : null, tenderedFen: null, print: false }, as)
      loans.push({ id: saved.id, count, deposit, receipt: saved.receiptNo ?? '' })
      model.out += count
      model.held += deposit
      if (deposit > 0) paid(payment, deposit)
      return true
    },
    async 'return keys'() {
      const loan = pick(loans)
      if (!loan) return false
      const count = random.int(1, loan.count)
      const last = count === loan.count
      const work = keys.return({ ...(await seen('key_loan', loan.id)), count, signature: onPaper, receiptNo: loan.receipt, receiptLost: '', approval: null, payment: 'cash', print: false }, as)
      if (last && model.cash < loan.deposit) {
        await expect(work).rejects.toMatchObject({ code: 'drawer-short' })
        return false
      }
      await work
      model.out -= count
      loan.count -= count
      if (!last) return true
      drop(loans, loan)
      model.held -= loan.deposit
      model.cash -= loan.deposit
      return true
    },
    async 'lose a key'() {
      const loan = pick(loans)
      if (!loan) return false
      await keys.report({ keyId: hook.id, loanId: loan.id, version: await version('key_loan', loan.id), kind: 'loss', count: loan.count, severity: 2, reason: '丢失', responsible: '安泰电梯', measure: '', forfeit: loan.deposit > 0, approval: null }, as)
      drop(loans, loan)
      model.out -= loan.count
      model.owned -= loan.count
      model.held -= loan.deposit
      model.forfeited += loan.deposit
      return true
    },
  }

  const names = Object.keys(steps)
  let journals = 0
  for (let day = 0; day < DAYS; day++) {
    for (let at = random.int(1, 4); at > 0; at--) {
      t.clock.advance(random.int(1, 90) * 60_000)
      const name = random.pick(names)
      const before = { ...model }
      const [kept, lent] = [open.map((one) => ({ ...one })), loans.map((one) => ({ ...one }))]
      // Some break off before their n-th statement; every now and then the file is looked at as a power cut there would leave it.
      const breaks = random.chance(0.15) ? random.int(1, 25) : 0
      crash.after(breaks, breaks > 0 && random.chance(0.1) ? (dir) => cutOff(dir, before) : null)
      let broke = false
      try {
        if (await steps[name]!()) done[name] = (done[name] ?? 0) + 1
      } catch (error) {
        if (!(error instanceof BreakOff) && !crash.broke) throw error
        broke = true
      }
      if (crash.broke || broke) {
        // Nothing of it is there.
        Object.assign(model, before)
        open.splice(0, open.length, ...kept)
        loans.splice(0, loans.length, ...lent)
        done['broke off'] = (done['broke off'] ?? 0) + 1
      }
      crash.after(0, null)
      expect(await sound(read, journals), `day ${day}: ${name}`).toEqual({ held: model.held, owned: model.owned, out: model.out })
    }
    journals = (await store.read<{ id: number | null }>('SELECT max(id) AS id FROM journal'))[0]!.id ?? 0
    expect(await read(GAPS), `day ${day}`).toEqual([])
    t.clock.set(new Date(2026, 0, 6 + day, 8).getTime())
  }
  const sum = async (account: string) => (await store.read<{ fen: number }>('SELECT coalesce(sum(amount_fen), 0) AS fen FROM posting WHERE account = ?', [account]))[0]!.fen
  expect({ cash: await sum('cash'), fees: -(await sum('fee-income')) + 0, forfeited: -(await sum('forfeit-income')) + 0 }).toEqual({ cash: model.cash, fees: model.fees, forfeited: model.forfeited })
  for (const name of [...names, 'broke off']) expect(done[name], name).toBeGreaterThan(0)
}, 600_000)

class BreakOff extends Error {}

/** Lets a transaction break off before its n-th statement, after looking at the file as it is then. */
function breaksOff(store: Store) {
  const state = { left: 0, broke: false, look: null as ((dir: string) => Promise<void>) | null }
  const write = store.write.bind(store)
  store.write = ((scope: Parameters<Store['write']>[0], work: (tx: Tx) => Promise<unknown>) => write(scope, (tx) => work(new Proxy(tx, {
    get(of, property) {
      const value = Reflect.get(of, property, of) as unknown
      if (property !== 'query') return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(of) : value
      return async (...args: Parameters<Tx['query']>) => {
        if (state.left > 0 && --state.left === 0) {
          state.broke = true
          if (state.look) await state.look(store.dir)
          throw new BreakOff()
        }
        return of.query(...args)
      }
    },
  })))) as Store['write']
  return {
    after(statements: number, look: ((dir: string) => Promise<void>) | null) { Object.assign(state, { left: statements, broke: false, look }) },
    get broke() { return state.broke },
  }
}

/** Opens a copy of the database as it lies on the disk now, in the middle of a transaction, and finds it as it was before. */
async function cutOff(dir: string, before: { held: number; owned: number; out: number }): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'qiantai-cut-'))
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(databasePath(dir) + suffix)) copyFileSync(databasePath(dir) + suffix, databasePath(copy) + suffix)
  const store = await Store.open({ dir: copy, clock: { now: () => 0 }, vault: new Vault(Buffer.alloc(32, 7)) })
  try {
    const read: Reader = (sql) => store.read(sql)
    expect(await read(GAPS)).toEqual([])
    expect(await sound(read)).toEqual({ held: before.held, owned: before.owned, out: before.out })
  } finally {
    await store.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
