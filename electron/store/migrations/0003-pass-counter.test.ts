import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fen } from '../../../shared/rules/money'
import { verifyAudit } from '../audit'
import { listBackups, withDatabase } from '../backup'
import { Ledger } from '../ledger'
import { SettingsStore } from '../settings'
import { newDir, openTestStore, testScope, type TestStore } from '../testing'
import { indexedPairs } from '../text-index'
import type { Sql } from '../types'
import { frontDesk } from './0001-front-desk'
import { repairs } from './0002-repairs'
import { passCounter } from './0003-pass-counter'
import { content, emptyTables, type Insert, NOW, type Query, type Rows, sealed, seeded, seedFrontDesk, upgradeWith, vault } from './testing'
import { migrations } from '.'

let dir: string
let opened: TestStore | undefined
beforeEach(() => { dir = newDir() })
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(dir, { recursive: true, force: true })
})

const two = [frontDesk, repairs]
/** A counter of the second version after a day's work: a repair that was charged for and paid, a drawer that was counted, a complaint. */
const versionTwo = (): Promise<Rows> => seeded(dir, two, async (insert, query) => {
  await seedFrontDesk(insert, query)
  await seedRepairs(insert)
})

async function seedRepairs(insert: Insert): Promise<void> {
  const record = { at: NOW, day: '2026-03-12', station: 'A1', tenant_id: 1, unit_id: 1, room: '1808' }
  for (const [series, last] of [['repairs', 1], ['paid-services', 1], ['receipts', 2], ['complaints', 1]] as const) await insert('number_series', { series, year: 2026, last })
  await insert('work_order', { ...record, id: 1, no: 'WX26-000001', state: 'returned', reporter: '陆文博', ...sealed('work_order'), fault: '空调不制冷', content: '空调不制冷', trade: 'hvac', urgency: 'normal', chargeable: 1, due_at: NOW, received_by: '周晓岚', token: 'a', client_sign_by: '陆文博', client_sign_at: NOW })
  await insert('work_order_text', { rowid: 1, pairs: indexedPairs(['空调不制冷']) })
  await insert('fault', { id: 1, trade: 'hvac', text: '空调不制冷', uses: 3, listed: 1 })
  await insert('spot_check', { id: 1, at: NOW, day: '2026-03-12', by: '韩雪', order_id: 1, stage: 'returned', passed: 1, note: '' })
  await insert('step', { id: 1, register: 'repairs', record_id: 1, action: 'create', from_state: '', to_state: 'issued', at: NOW, actor: '周晓岚', station: 'A1' })
  await insert('price_item', { id: 1, code: 'S-01', category: '空调', name: '清洗滤网', kind: 'labour', unit: '次', price_fen: 8_000, valid_from: '2026-01-01' })
  await insert('service_batch', { id: 1, month: '2026-02', checked_by_id: 1, checked_by: '周晓岚', checked_at: NOW })
  await insert('journal', { id: 1, at: NOW, day: '2026-03-12', kind: 'service', register: 'paid-services', record_id: 1, no: 'YC26-000001', actor: '周晓岚', station: 'A1' })
  await insert('journal', { id: 2, at: NOW, day: '2026-03-12', kind: 'receipt', register: 'paid-services', record_id: 1, no: 'SJ26-000001', actor: '周晓岚', station: 'A1' })
  for (const [journal_id, account, amount_fen] of [[1, 'receivable', 8_000], [1, 'service-income', -8_000], [2, 'cash', 8_000], [2, 'receivable', -8_000]] as const) await insert('posting', { journal_id, account, amount_fen, tenant_id: 1, station: 'A1' })
  await insert('receipt', {
    id: 1, no: 'SJ26-000001', at: NOW, day: '2026-03-12', station: 'A1', cashier: '周晓岚', payer: '博远', room: '1808', tenant_id: 1, subject: '清洗滤网', register: 'paid-services', record_id: 1, record_no: 'YC26-000001', lines: '[]', total_fen: 8_000, payment: 'cash', journal_id: 2,
  })
  await insert('paid_service', { ...record, id: 1, no: 'YC26-000001', state: 'paid', client: '陆文博', ...sealed('paid_service'), title: '清洗滤网', for_register: 'repairs', for_id: 1, for_no: 'WX26-000001', opened_by: '周晓岚', total_fen: 8_000, journal_id: 1, receipt_id: 1, paid_at: NOW })
  await insert('service_line', { id: 1, service_id: 1, position: 1, price_item_id: 1, basis: 'listed', name: '清洗滤网', kind: 'labour', supplier: 'us', unit_price_fen: 8_000, quoted_milli: 1000, amount_fen: 8_000 })
  await insert('drawer_close', { id: 1, no: 'QD26-000001', at: NOW, day: '2026-03-12', station: 'A1', by: '周晓岚', expected_fen: 8_000, counted_fen: 8_000, difference_fen: 0, handed_in_fen: 0, float_fen: 8_000, counts: '[]', last_posting_id: 4 })
  await insert('complaint', { ...record, id: 1, no: 'TS26-000001', state: 'handling', name: '陆文博', ...sealed('complaint'), channel: 'phone', kind: 'facilities', level: 2, title: '空调', cause: '', received_by: '周晓岚', due_at: NOW })
  await insert('complaint_round', { complaint_id: 1, round: 1, due_at: NOW })
}

async function upgrade(): Promise<TestStore> {
  opened = await openTestStore({ dir, now: NOW })
  return opened
}
const read: Query = (sql: string, parameters: Sql[] = []) => opened!.store.read(sql, parameters)
const write = (sql: string, parameters: Sql[] = []) => opened!.store.write(testScope, (tx) => tx.query(sql, parameters))

describe('a counter of the second version', () => {
  test('keeps every row of every table as it was, and its references and audit chain hold', async () => {
    const before = await versionTwo()
    // Each table of the first two versions has something to lose.
    expect(emptyTables(before)).toEqual([])
    await upgrade()
    expect(await content(two, read, before)).toEqual(before)
    expect(await read('PRAGMA user_version')).toEqual([{ user_version: migrations.length }])
    expect(await read('PRAGMA foreign_key_check')).toEqual([])
    expect(await read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await verifyAudit(read)).toMatchObject({ lines: 3, brokenAt: null })
  })

  test('is backed up first, as it was', async () => {
    const before = await versionTwo()
    await upgrade()
    const [backup, ...others] = listBackups(dir)
    expect(others).toEqual([])
    await withDatabase(backup!.file, async (source) => {
      expect(await source.query('PRAGMA user_version')).toEqual([{ user_version: 2 }])
      expect(await content(two, (sql, parameters) => source.query(sql, parameters))).toEqual(before)
    })
  })

  test('M1 M2 goes on from there: settings with what is new by default, numbers, the ledger, receipts that are no refunds, who reported', async () => {
    await versionTwo()
    const t = await upgrade()
    const settings = new SettingsStore(t.store)
    await settings.load()
    expect(settings.current).toMatchObject({ tower: '云汇中心', visitorRetentionDays: 45, passExpiryDays: 14, movingNoticeDays: 1 })
    expect(await t.store.write(testScope, async (tx) => [await tx.number('receipts'), await tx.number('refunds'), await tx.number('identity'), await tx.number('signs')])).toEqual(['SJ26-000003', 'TK26-000001', 'SF26-000001', 'SP26-000001'])
    expect(await new Ledger(t.store).balances()).toEqual({ accounts: [{ account: 'cash', balanceFen: 8_000 }, { account: 'receivable', balanceFen: 0 }, { account: 'service-income', balanceFen: -8_000 }], unbalanced: [] })
    expect(await read('SELECT no, kind FROM receipt')).toEqual([{ no: 'SJ26-000001', kind: 'receipt' }])
    const [order] = await read<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM work_order')
    expect(vault.openKey(order!.data_key).decrypt(order!.phone_enc, 'work_order.phone_enc').toString()).toBe('13800002716')
  })

  test('is left as it was when a step fails', async () => {
    const before = await versionTwo()
    const { error, version, made } = await upgradeWith(dir, [...two, { ...passCounter, statements: [...passCounter.statements, 'INSERT INTO nowhere VALUES (1)'] }])
    expect([String(error), version, made.filter((table) => table === 'pass' || table === 'deposit')]).toEqual([expect.stringContaining('nowhere'), 2, []])
    await upgrade()
    expect(await content(two, read, before)).toEqual(before)
  })

  test('one of the first version comes all the way', async () => {
    const before = await seeded(dir, [frontDesk], seedFrontDesk)
    await upgrade()
    expect(await content([frontDesk], read, before)).toEqual(before)
    expect(await read('PRAGMA user_version')).toEqual([{ user_version: migrations.length }])
  })
})

describe('the new tables', () => {
  test('12.R1–R5 12.R9 begin with the four kinds of pass and the year\'s working days', async () => {
    await upgrade()
    expect(await read('SELECT kind, deposit_fen, fee_fen, term_days, min_age FROM pass_kind ORDER BY kind')).toEqual([
      { kind: 'construction', deposit_fen: 10_000, fee_fen: 1_000, term_days: 30, min_age: 18 }, { kind: 'contractor', deposit_fen: 5_000, fee_fen: 2_000, term_days: 365, min_age: 18 },
      { kind: 'identity', deposit_fen: 5_000, fee_fen: 2_000, term_days: 365, min_age: 16 }, { kind: 'temporary', deposit_fen: 5_000, fee_fen: 1_000, term_days: 90, min_age: 16 },
    ])
    expect(await read(`SELECT kind, count(*) AS n FROM calendar_day GROUP BY kind ORDER BY kind`)).toEqual([{ kind: 'holiday', n: 33 }, { kind: 'workday', n: 6 }])
  })

  test('M1 a deposit is of a receipt, above nought, and one at a time for a record; a day is closed once at a station', async () => {
    await versionTwo()
    await upgrade()
    const deposit = (amount: number, receipt = 1) => write(`INSERT INTO deposit (at, day, state, kind, register, record_id, record_no, amount_fen, receipt_id) VALUES (1, '2026-03-12', 'held', 'key', 'keys', 1, 'YJ26-000001', ?, ?)`, [amount, receipt])
    await expect(deposit(0)).rejects.toThrow(/CHECK/)
    await expect(deposit(100, 99)).rejects.toThrow(/FOREIGN KEY/)
    await deposit(100)
    await expect(deposit(100)).rejects.toThrow(/UNIQUE/)
    await write(`UPDATE deposit SET state = 'refunded'`)
    await deposit(100)
    const close = (no: string, station: string) => write(`INSERT INTO day_close (no, at, day, station, by, ledger_fen, counted_fen, held_fen, open) VALUES (?, 1, '2026-03-12', ?, 'x', 0, 0, 0, '[]')`, [no, station])
    await close('RJ26-000001', 'A1')
    await close('RJ26-000002', 'B1')
    await expect(close('RJ26-000003', 'A1')).rejects.toThrow(/UNIQUE/)
  })

  test('M1 money can be posted to the new accounts, and still adds up', async () => {
    const t = await upgrade()
    const ledger = new Ledger(t.store)
    await t.store.write(testScope, (tx) => ledger.post(tx, { kind: 'receipt', register: 'passes', recordId: 1, no: 'SJ26-000001', postings: [{ account: 'cash', amountFen: fen(7_000) }, { account: 'deposit', amountFen: fen(-5_000) }, { account: 'fee-income', amountFen: fen(-2_000) }] }))
    expect((await ledger.balances()).unbalanced).toEqual([])
  })

  test('11.C4 a loan never has more keys back and lost than were lent, and a seal is on one custody at a time', async () => {
    await upgrade()
    await write(`INSERT INTO key_hook (id, no, board, hook, type, name, owned) VALUES (1, 'A-1', 'A', 1, 'door', 'x', 3)`)
    const loan = (returned: number, lost: number) => write(`INSERT INTO key_loan (no, at, day, state, station, key_id, count, returned, lost, due_at, lent_by) VALUES (?, 1, '2026-03-12', 'out', 'A1', 1, 2, ?, ?, 2, 'x')`, [`YJ${returned}${lost}`, returned, lost])
    await loan(1, 1)
    await expect(loan(2, 1)).rejects.toThrow(/CHECK/)
    const custody = (no: string) => write(`INSERT INTO key_custody (no, at, day, state, station, reason, seal_no, purpose_explained, client_seal_seen, keys, authorised, keeper) VALUES (?, 1, '2026-03-12', 'sealed', 'A1', 'x', 'F-1', 1, 1, '[]', '[]', 'x')`, [no])
    await custody('TG26-000001')
    await expect(custody('TG26-000002')).rejects.toThrow(/UNIQUE/)
  })
})
