import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
 * returned, lost, cut, receipts voided, the drawer filled, counted and closed, and steps that break off at any statement.
 * One seed is always the same, the other is new each time and told on failure. More days with QIANTAI_DAYS, one seed with
 * QIANTAI_SEED.
 */
const DAYS = Number(process.env.QIANTAI_DAYS ?? 2000)
const SEEDS = process.env.QIANTAI_SEED ? [Number(process.env.QIANTAI_SEED)] : [1226, Date.now() % 1_000_000]
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const onPaper = { by: '许佳', onPaper: true, signatureId: null, scanId: null }

let t: TestHouse

type Reader = <T>(sql: string) => Promise<T[]>
const DEPOSITS = `SELECT coalesce((SELECT sum(amount_fen) FROM deposit WHERE state = 'held'), 0) AS held, -coalesce((SELECT sum(amount_fen) FROM posting WHERE account = 'deposit'), 0) AS ledger,
  coalesce((SELECT sum(deposit_fen) FROM pass WHERE state IN ('ready', 'issued')), 0) + coalesce((SELECT sum(deposit_fen) FROM key_loan WHERE state = 'out'), 0) AS open`
/** Of journals after `id`: those before it were looked at, and a journal is never changed. */
const unbalanced = (id: number): string => `SELECT journal_id FROM posting WHERE journal_id > ${id} GROUP BY journal_id HAVING sum(amount_fen) <> 0`
const KEYS = `SELECT coalesce((SELECT sum(owned) FROM key_hook), 0) AS owned, coalesce((SELECT sum(count - returned - lost) FROM key_loan WHERE state = 'out'), 0) AS out`
const series = { receipt: `kind = 'receipt'`, pass_application: '1', pass: '1', void_declaration: '1', key_loan: '1', key_cutting: '1', drawer_float: '1', drawer_close: '1', day_close: '1' }
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

/** `receipt` took the deposit, `paidBy` what this very pass cost; `before` is what it renewed. */
interface Pass { id: number; kind: PassKind; tenant: number | null; company: string; deposit: number; receipt: string; paidBy: number; handedOut: boolean; until: string; before: Pass | null }
interface Loan { id: number; count: number; deposit: number; receipt: string; receiptId: number | null; payment: Payment }

/** Fen by account and tenant, noughts left out. */
type Book = Record<string, number>
function into(book: Book, rows: readonly { account: string; tenant: number | null; fen: number }[]): void {
  for (const { account, tenant, fen } of rows) {
    const key = `${account} ${tenant ?? '-'}`
    const sum = (book[key] ?? 0) + fen
    if (sum === 0) delete book[key]
    else book[key] = sum
  }
}
const POSTED = (id: number): string => `SELECT account, tenant_id AS tenant, sum(amount_fen) AS fen FROM posting WHERE id > ${id} GROUP BY account, tenant_id`

test('M1 M2 12.C4 11.C4 thousands of random counter days: the ledger balances after each step, deposits held equal passes and keys open, numbers have no gap', async () => {
  for (const seed of SEEDS) {
    try {
      await days(seed, Math.ceil(DAYS / SEEDS.length))
    } catch (error) {
      throw new Error(`again with QIANTAI_SEED=${seed}`, { cause: error })
    } finally {
      await t.close()
    }
  }
}, 600_000)

async function days(seed: number, count: number): Promise<void> {
  t = await openTestHouse({ now: new Date(2026, 0, 5, 8).getTime() })
  const random = new Random(seed)
  const { store } = t.house
  const [passes, keys] = [createPasses(t.house), createKeys(t.house)]
  const cashier = createCashier(t.house)
  const [as, other] = [t.call('supervisor'), t.call('administrator')]
  await store.write(as.scope, (tx) => tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远'), (2, '恒越')`))
  const read: Reader = (sql) => store.read(sql)
  const calendar = createCalendar(t.house)
  for (let year = 2027; year <= 2027 + count / 365; year++) await calendar.saveYear({ year, days: [{ day: `${year}-01-01`, kind: 'holiday', name: '元旦' }] }, as)
  const kinds = Object.fromEntries((await passes.kinds(undefined, as)).map((kind) => [kind.kind, kind]))
  const permit = await passes.saveFitOutPermit({ id: null, version: 0, no: 'SG-1', tenantId: null, unitId: null, contractor: '鼎信装饰', chief: '', chiefPhone: null, content: '', validFrom: '2026-01-01', validUntil: '2060-12-31', scanIds: [await store.write(as.scope, (tx) => t.house.attachments.put(tx, 'scan', PICTURE))] }, as)
  const hook = await keys.save({ id: null, version: 0, board: 'A', hook: 1, unitId: null, place: '水泵房', type: 'plant-room', name: '水泵房', owned: 400, remark: '', active: true, reason: '' }, as)

  const crash = breaksOff(store)
  const open: Pass[] = []
  const loans: Loan[] = []
  const model = { owned: 400, out: 0 }
  const book: Book = {}
  const inBook = (account: string) => Object.entries(book).reduce((sum, [key, fen]) => sum + (key.startsWith(`${account} `) ? fen : 0), 0)
  const done: Record<string, number> = {}
  let serial = 0

  const version = async (table: 'pass' | 'key_loan', id: number) => (await store.read<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, [id]))[0]!.version
  const seen = async (table: 'pass' | 'key_loan', id: number) => ({ id, version: await version(table, id) })
  const photo = () => store.write(as.scope, (tx) => t.house.attachments.put(tx, 'photo', PICTURE))
  const pick = <T>(list: T[]): T | undefined => (list.length === 0 ? undefined : list[random.int(0, list.length - 1)])
  const drop = <T>(list: T[], one: T): void => { list.splice(list.indexOf(one), 1) }
  /** Money in, and what it settles; below nought, money out. */
  function paid(payment: Payment, tenant: number | null, credits: Partial<Record<'deposit' | 'fee-income', number>>): void {
    into(book, Object.entries(credits).flatMap(([account, fen]) => [{ account: payment, tenant: null, fen }, { account, tenant, fen: -fen }]))
  }
  const forfeited = (tenant: number | null, fen: number): void => into(book, [{ account: 'deposit', tenant, fen }, { account: 'forfeit-income', tenant, fen: -fen }])
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
      const tenant = kind === 'construction' ? null : random.pick([null, 1, 2])
      const company = kind === 'construction' || tenant ? '' : `单位${random.int(1, 9)}`
      const holders = []
      for (let i = 0; i < people; i++) holders.push({ name: `持证${serial}`, documentKind: 'resident' as const, documentNumber: document(), photoId: await photo(), birth: null, trade: '', specialCertificate: '', replaces: null })
      const handedOut = random.chance(0.7)
      const saved = await passes.apply({
        from: null, kind, tenantId: tenant, company, unitId: null, place: '', fitOutPermitId: kind === 'construction' ? permit.id : null, applicant: '许佳', phone: '', contactId: null, reason: '', validFrom: null, validUntil: null,
        papers, holders, signature: handedOut ? onPaper : null, ...money(payment),
      }, as)
      const { depositFen, feeFen } = kinds[kind]!
      for (const [i, { id }] of saved.passes.entries()) {
        const receipt = saved.receipts[saved.receipts.length === 1 ? 0 : i]!
        const [row] = await store.read<{ valid_until: string }>('SELECT valid_until FROM pass WHERE id = ?', [id])
        open.push({ id, kind, tenant, company, deposit: depositFen, receipt: receipt.no, paidBy: receipt.id, handedOut, until: row!.valid_until, before: null })
      }
      paid(payment, tenant, { deposit: depositFen * people, 'fee-income': feeFen * people })
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
      const handedOut = random.chance(0.5)
      const saved = await passes.renew({ passes: [{ ...(await seen('pass', pass.id)), photoId: await photo() }], validUntil: null, takenBack: true, papers: [], fitOutPermitId: null, signature: handedOut ? onPaper : null, lateReason: '工期延长', approval: null, ...money(payment) }, as)
      const fee = kinds[pass.kind]!.renewalFeeFen
      const [row] = await store.read<{ valid_until: string }>('SELECT valid_until FROM pass WHERE id = ?', [saved.passes[0]!.id])
      // Refunded against the receipt that took the deposit, not the fee's.
      Object.assign(pass, { id: saved.passes[0]!.id, until: row!.valid_until, handedOut, paidBy: saved.receipts[0]!.id, before: { ...pass } })
      paid(payment, pass.tenant, { 'fee-income': fee })
      return true
    },
    async lose() {
      const pass = pick(open.filter((one) => one.handedOut))
      if (!pass) return false
      await passes.lose({ ...(await seen('pass', pass.id)), lostOn: dayOf(t.clock.now()), lostWhere: '地铁', declaredBy: '许佳', signature: onPaper, print: false }, as)
      drop(open, pass)
      forfeited(pass.tenant, pass.deposit)
      return true
    },
    async return() {
      // One that nobody fetched, too.
      const pass = pick(open)
      if (!pass) return false
      const payment = random.pick(['cash', 'wechat'] as const)
      // One by itself, or with others of its company: against their receipts, or all of them without one.
      const lost = random.chance(0.2)
      const with_ = open.filter((one) => one !== pass && one.tenant === pass.tenant && one.company === pass.company && one.kind === pass.kind)
      const all = [pass, ...with_.slice(0, random.int(0, 3))]
      const sum = all.reduce((total, { deposit }) => total + deposit, 0)
      const input = { passes: await Promise.all(all.map(({ id }) => seen('pass', id))), receiptLost: lost ? '搬家遗失' : '', approval: null, payment, signature: onPaper, print: false }
      const receiptNos = lost ? [] : [...new Set(all.map(({ receipt }) => receipt))]
      if (!lost && random.chance(0.2)) await expect(passes.return({ ...input, receiptNos: ['SJ26-999999'] }, as)).rejects.toMatchObject({ code: 'receipt-mismatch' })
      const given = passes.return({ ...input, receiptNos }, as)
      if (payment === 'cash' && inBook('cash') < sum) {
        await expect(given).rejects.toMatchObject({ code: 'drawer-short' })
        return false
      }
      await given
      crash.after(0, null)
      await expect(passes.return({ ...input, receiptNos }, as)).rejects.toMatchObject({ name: 'UserError' })
      for (const one of all) drop(open, one)
      paid(payment, pass.tenant, { deposit: -sum })
      if (all.length > 1) done[lost ? 'return several without their receipt' : 'return several'] = 1
      return true
    },
    async 'void a receipt'() {
      const renewal = random.chance(0.5) ? pick(open.filter((one) => one.before && !one.handedOut)) : undefined
      const [row] = await store.read<{ id: number; register: string; payment: Payment; total_fen: number }>(`SELECT id, register, payment, total_fen FROM receipt WHERE kind = 'receipt' AND void_at IS NULL AND register IN ('passes', 'keys') ORDER BY ${renewal ? `id = ${renewal.paidBy} DESC,` : ''} id DESC LIMIT 1 OFFSET ${renewal ? 0 : random.int(0, 6)}`)
      if (!row) return false
      const of = open.filter((one) => one.paidBy === row.id)
      const loan = loans.find((one) => one.receiptId === row.id)
      const [{ all }] = (await store.read<{ all: number }>('SELECT count(*) AS "all" FROM pass WHERE receipt_id = ?', [row.id])) as [{ all: number }]
      const work = store.write(as.scope, (tx) => t.house.receipts.void(tx, row.id, '开错', false))
      const used = row.register === 'keys' ? !loan : of.length < all || of.some((one) => one.handedOut)
      if (used || (row.payment === 'cash' && inBook('cash') < row.total_fen)) {
        await expect(work).rejects.toMatchObject({ name: 'UserError' })
        return false
      }
      await work
      if (loan) {
        paid(row.payment, null, { deposit: -loan.deposit })
        Object.assign(loan, { deposit: 0, receipt: '', receiptId: null })
        done['void the receipt of a key'] = 1
        return true
      }
      const [first] = of
      const deposits = of.reduce((sum, { before, deposit }) => sum + (before ? 0 : deposit), 0)
      paid(row.payment, first!.tenant, { deposit: -deposits, 'fee-income': deposits - row.total_fen })
      for (const pass of of) {
        // What it had renewed is in force again, with its deposit.
        if (pass.before) Object.assign(pass, pass.before)
        else drop(open, pass)
      }
      if (first!.before) done['void the receipt of a renewal'] = 1
      return true
    },
    async lend() {
      const count = random.int(1, 2)
      if (model.owned - model.out < count) return false
      const [deposit, payment] = [random.chance(0.5) ? 10_000 : 0, anyPayment()]
      const saved = await keys.lend({ from: null, keyId: hook.id, count, reason: '检修', borrower: '许佳', company: '安泰电梯', phone: '', contactId: null, pass: '', dueAt: t.clock.now() + 3_600_000, signature: onPaper, depositFen: deposit, payment: deposit > 0 ? payment : null, tenderedFen: null, print: false }, as)
      const [taken] = await store.read<{ id: number }>(`SELECT receipt_id AS id FROM key_loan WHERE id = ?`, [saved.id])
      loans.push({ id: saved.id, count, deposit, receipt: saved.receiptNo ?? '', receiptId: deposit > 0 ? taken!.id : null, payment })
      model.out += count
      if (deposit > 0) paid(payment, null, { deposit })
      return true
    },
    async 'return keys'() {
      const loan = pick(loans)
      if (!loan) return false
      const count = random.int(1, loan.count)
      const last = count === loan.count
      const work = keys.return({ ...(await seen('key_loan', loan.id)), count, signature: onPaper, receiptNo: loan.receipt, receiptLost: '', approval: null, payment: 'cash', print: false }, as)
      if (last && inBook('cash') < loan.deposit) {
        await expect(work).rejects.toMatchObject({ code: 'drawer-short' })
        return false
      }
      await work
      model.out -= count
      loan.count -= count
      if (!last) return true
      drop(loans, loan)
      if (loan.deposit > 0) paid('cash', null, { deposit: -loan.deposit })
      return true
    },
    async 'lose a key'() {
      const loan = pick(loans)
      if (!loan) return false
      await keys.report({ keyId: hook.id, loanId: loan.id, version: await version('key_loan', loan.id), kind: 'loss', count: loan.count, severity: 2, reason: '丢失', responsible: '安泰电梯', measure: '', forfeit: loan.deposit > 0, approval: null }, as)
      drop(loans, loan)
      model.out -= loan.count
      model.owned -= loan.count
      if (loan.deposit > 0) forfeited(null, loan.deposit)
      return true
    },
    async 'cut keys'() {
      if (model.owned >= 400) return false
      const wanted = await keys.requestCutting({ from: null, keyId: hook.id, unitId: null, name: '', type: 'plant-room', count: 3, reason: '丢失补配', applicant: '' }, as)
      const checked = await keys.checkCutting({ id: wanted.id, version: wanted.version, agreed: true, reason: '' }, as)
      await expect(keys.approveCutting({ id: wanted.id, version: checked.version, agreed: true, reason: '' }, as)).rejects.toMatchObject({ code: 'same-approver' })
      const approved = await keys.approveCutting({ id: wanted.id, version: checked.version, agreed: true, reason: '' }, other)
      const cut = await keys.cut({ id: wanted.id, version: approved.version, by: '锁匠' }, as)
      await keys.registerCut({ id: wanted.id, version: cut.version, board: '', hook: null }, as)
      model.owned += 3
      return true
    },
    async 'fill the drawer'() {
      if (inBook('cash') > 20_000) return false
      await cashier.drawFloat({ amountFen: 20_000, note: '', signature: onPaper, print: false }, as)
      into(book, [{ account: 'cash', tenant: null, fen: 20_000 }, { account: 'handed-in', tenant: null, fen: -20_000 }])
      return true
    },
    async 'count and close the day'() {
      const expectedFen = inBook('cash')
      const floatFen = Math.min(expectedFen, 30_000)
      await cashier.close({ counts: [{ fen: 1000, pieces: expectedFen / 1000 }], expectedFen, floatFen, reason: '', print: false }, as)
      into(book, [{ account: 'cash', tenant: null, fen: floatFen - expectedFen }, { account: 'handed-in', tenant: null, fen: expectedFen - floatFen }])
      // It breaks off by itself: the count stands.
      crash.after(0, null)
      if (random.chance(0.7)) return true
      const { closed } = await cashier.dayState(undefined, as)
      await cashier.closeDay({ after: closed?.id ?? null, note: closed ? '又有收付' : '', signature: onPaper, print: false }, as)
      return true
    },
  }

  const names = Object.keys(steps)
  // Passes are taken back several at a time: without more of them few would live to be renewed.
  const turns = [...names, 'issue', 'issue', 'renew']
  const posted: Book = {}
  let [journals, postings] = [0, 0]
  /** The most statements a step was seen to take: it breaks off at any of them. */
  const lengths: Record<string, number> = {}
  for (let day = 0; day < count; day++) {
    for (let at = random.int(1, 4); at > 0; at--) {
      t.clock.advance(random.int(1, 90) * 60_000)
      const name = random.pick(turns)
      const before = { ...model, book: { ...book } }
      const [kept, lent] = [open.map((one) => ({ ...one })), loans.map((one) => ({ ...one }))]
      // Some break off before their n-th statement; every now and then the file is looked at as a power cut there would leave it.
      const breaks = random.chance(0.15) ? random.int(1, lengths[name] ?? 25) : 0
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
        const { book: was, ...counts } = before
        Object.assign(model, counts)
        for (const key of Object.keys(book)) delete book[key]
        Object.assign(book, was)
        open.splice(0, open.length, ...kept)
        loans.splice(0, loans.length, ...lent)
        done['broke off'] = (done['broke off'] ?? 0) + 1
        if (breaks > 25) done['broke off late'] = 1
      } else lengths[name] = Math.max(lengths[name] ?? 0, crash.run)
      crash.after(0, null)
      const where = `day ${day}: ${name}`
      expect(await sound(read, journals), where).toEqual({ held: 0 - inBook('deposit'), owned: model.owned, out: model.out })
      into(posted, await read(POSTED(postings)))
      postings = (await read<{ id: number | null }>('SELECT max(id) AS id FROM posting'))[0]!.id ?? 0
      expect(posted, where).toEqual(book)
    }
    journals = (await store.read<{ id: number | null }>('SELECT max(id) AS id FROM journal'))[0]!.id ?? 0
    expect(await read(GAPS), `day ${day}`).toEqual([])
    t.clock.set(new Date(2026, 0, 6 + day, 8).getTime())
  }
  // Every kind of step came to its end, and some were broken off.
  const rare = ['return several', 'return several without their receipt', 'void the receipt of a key', 'void the receipt of a renewal', 'broke off', 'broke off late']
  for (const name of [...names, ...(count >= 1000 && seed === SEEDS[0] ? rare : [])]) expect(done[name] ?? 0, name).toBeGreaterThan(0)
}

class BreakOff extends Error {}

/** Lets a transaction break off before its n-th statement, after looking at the file as it is then. */
function breaksOff(store: Store) {
  const state = { left: 0, run: 0, broke: false, look: null as ((dir: string) => Promise<void>) | null }
  const write = store.write.bind(store)
  store.write = ((scope: Parameters<Store['write']>[0], work: (tx: Tx) => Promise<unknown>) => write(scope, (tx) => work(new Proxy(tx, {
    get(of, property) {
      const value = Reflect.get(of, property, of) as unknown
      if (property !== 'query') return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(of) : value
      return async (...args: Parameters<Tx['query']>) => {
        state.run++
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
    after(statements: number, look: ((dir: string) => Promise<void>) | null) { Object.assign(state, { left: statements, run: 0, broke: false, look }) },
    /** Statements since then. */
    get run() { return state.run },
    get broke() { return state.broke },
  }
}

/** Opens a copy of the database as it lies on the disk now, in the middle of a transaction, and finds it as it was before. */
async function cutOff(dir: string, before: { book: Book; owned: number; out: number }): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'qiantai-cut-'))
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(databasePath(dir) + suffix)) copyFileSync(databasePath(dir) + suffix, databasePath(copy) + suffix)
  const store = await Store.open({ dir: copy, clock: { now: () => 0 }, vault: new Vault(Buffer.alloc(32, 7)) })
  try {
    const read: Reader = (sql) => store.read(sql)
    expect(await read(GAPS)).toEqual([])
    const posted: Book = {}
    into(posted, await read(POSTED(0)))
    expect(posted).toEqual(before.book)
    expect(await sound(read)).toMatchObject({ owned: before.owned, out: before.out })
  } finally {
    await store.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
