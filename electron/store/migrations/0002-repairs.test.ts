import { rmSync } from 'node:fs'
import { DataSource, type QueryRunner } from 'typeorm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit, verifyAudit } from '../audit'
import { listBackups, withDatabase } from '../backup'
import { databasePath } from '../database'
import { migrate } from '../migrate'
import { SettingsStore } from '../settings'
import { newDir, openTestStore, testScope, type TestStore } from '../testing'
import { indexedPairs, pairsQuery } from '../text-index'
import type { Sql } from '../types'
import { Vault } from '../vault'
import { frontDesk } from './0001-front-desk'
import { repairs } from './0002-repairs'
import { migrations } from '.'

const NOW = new Date(2026, 2, 12, 14, 26).getTime()
const vault = new Vault(Buffer.alloc(32, 7))
let dir: string
let opened: TestStore | undefined
beforeEach(() => { dir = newDir() })
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(dir, { recursive: true, force: true })
})

type Rows = Record<string, object[]>
type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** Every table of the first stage with its rows, the text index by what it finds; `like` tells which columns it had. */
async function content(query: Query, like?: Rows): Promise<Rows> {
  const tables = frontDesk.statements.flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? [])
  const rows: Rows = { found: await query('SELECT rowid FROM entry_text WHERE entry_text MATCH ?', [pairsQuery('空调')!]) }
  for (const table of tables) rows[table] = await query(`SELECT ${like ? Object.keys(like[table]![0]!).join(', ') : '*'} FROM ${table} ORDER BY 1, 2`)
  return rows
}

/** A counter of the first version after a day's work, as that version wrote it. */
async function versionOne(): Promise<Rows> {
  const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
  const runner = source.createQueryRunner()
  await runner.query('PRAGMA journal_mode = WAL')
  await runner.query('PRAGMA foreign_keys = ON')
  await migrate(runner, [frontDesk], async () => undefined)
  await seed(runner)
  const query: Query = (sql, parameters) => source.query(sql, parameters)
  const before = await content(query)
  await runner.release()
  await source.destroy()
  return before
}

async function seed(runner: QueryRunner): Promise<void> {
  const key = vault.newKey()
  const insert = (table: string, values: Record<string, Sql>) =>
    runner.query(` INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values))
  const sealed = { data_key: key.wrapped, phone_enc: key.encrypt('13800002716', 'entry.phone_enc'), phone_hash: vault.hash('phone', '13800002716'), phone_masked: '138****2716' }
  for (const [name, value] of [['tower', '"云汇中心"'], ['company', '"云汇中心物业服务有限公司"'], ['visitorRetentionDays', '45'], ['audit.head', '"x"']] as const) await insert('setting', { key: name, value, updated_at: NOW, updated_by: 1 })
  await insert('number_series', { series: 'reception', year: 2026, last: 2 })
  await insert('staff', { id: 1, staff_no: '101', name: '周晓岚', role: 'receptionist', department: 'customer-service', pin_hash: 'x' })
  await insert('unit', { id: 1, room: '1808', floor: '18', area_m2: 212.5 })
  await insert('tenant', { id: 1, name: '博远（北京）国际供应链管理有限公司' })
  await insert('tenancy', { unit_id: 1, tenant_id: 1 })
  await insert('contact', { id: 1, tenant_id: 1, unit_id: 1, name: '陆文博', extension: '8012', ...sealed })
  await insert('person', { id: 1, name: '何婉清', last_seen_at: NOW, ...sealed })
  await insert('blind_index', { hash: vault.hash('phone-tail', '2716'), owner: 'person', owner_id: 1 })
  const entry = { at: NOW, day: '2026-03-12', receptionist_id: 1, receptionist: '周晓岚', station: 'A1', tenant_id: 1, unit_id: 1, room: '1808' }
  await insert('entry', { ...entry, id: 1, no: 'DJ26-000001', kind: 'visit', state: 'inside', person_id: 1, name: '何婉清', card_no: 'T-037', token: 'QT1:DJ26-000001:7F3A', ...sealed })
  await insert('entry', { ...entry, id: 2, no: 'DJ26-000002', kind: 'call', state: 'void', name: '陆文博', category: 'repair', matter: '空调不制冷', void_at: NOW, void_reason: '重复' })
  await insert('entry_text', { rowid: 2, pairs: indexedPairs(['空调不制冷']) })
  await insert('deny', { id: 1, name: '某人', name_folded: '某人', reason: '寻衅', at: NOW, by: '韩雪' })
  await insert('notice', { id: 1, department: 'engineering', text: '1808室，空调不制冷', register: 'reception', record_id: 2, no: 'DJ26-000002', created_at: NOW, created_by: '周晓岚' })
  await insert('link', { id: 1, from_register: 'reception', from_id: 2, from_no: 'DJ26-000002', to_register: 'reception', to_id: 1, to_no: 'DJ26-000001', at: NOW, by: '周晓岚' })
  await insert('print_job', { id: 1, printer: 'receipt', title: '访客单', register: 'reception', record_id: 1, no: 'DJ26-000001', document: '{"title":"访客单","lines":[]}', created_at: NOW, created_by: '周晓岚' })
  await insert('attachment', { id: 7, kind: 'photo', mime: 'image/png', size: 3, register: 'reception', record_id: 1, data_key: key.wrapped, content: key.encrypt('png', 'attachment.content'), created_at: NOW, created_by: '周晓岚' })
  await insert('draft', { staff_id: 1, form: 'visit', content: key.encrypt('{}', 'draft.content'), at: NOW })
  await insert('handover', { id: 1, no: 'JB26-000001', day: '2026-03-12', shift: '早班', station: 'A1', state: 'open', from_id: 1, from_name: '周晓岚', items: '[]', signed_off_at: NOW })
  const query: Query = (sql, parameters) => runner.query(` ${sql}`, parameters) as Promise<never[]>
  for (const [id, action] of [[1, 'create'], [2, 'create'], [2, 'void']] as const) await appendAudit(query, testScope, NOW, { action, register: 'reception', recordId: id, detail: { no: `DJ26-00000${id}` } })
}

async function upgrade(): Promise<TestStore> {
  opened = await openTestStore({ dir, now: NOW })
  return opened
}
const read = <T>(sql: string, parameters: Sql[] = []) => opened!.store.read<T>(sql, parameters)

describe('a counter of the first version', () => {
  test('keeps every row of every table as it was, and its references and audit chain hold', async () => {
    const before = await versionOne()
    // Each table of the first version has something to lose.
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([])
    await upgrade()
    expect(await content(read, before)).toEqual(before)
    expect(await read('PRAGMA user_version')).toEqual([{ user_version: migrations.length }])
    expect(await read('PRAGMA foreign_key_check')).toEqual([])
    expect(await read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await verifyAudit(read)).toMatchObject({ lines: 3, brokenAt: null })
  })

  test('is backed up first, as it was', async () => {
    const before = await versionOne()
    await upgrade()
    const [backup, ...others] = listBackups(dir)
    expect(others).toEqual([])
    await withDatabase(backup!.file, async (source) => {
      expect(await source.query('PRAGMA user_version')).toEqual([{ user_version: 1 }])
      expect(await content((sql, parameters) => source.query(sql, parameters))).toEqual(before)
    })
  })

  test('goes on from there: its settings with what is new by default, its numbers, its numbers of persons', async () => {
    await versionOne()
    const t = await upgrade()
    const settings = new SettingsStore(t.store)
    await settings.load()
    expect(settings.current).toMatchObject({ tower: '云汇中心', visitorRetentionDays: 45, workOrderCopies: 2, onTimeGoalPercent: 95 })
    expect(await t.store.write(testScope, async (tx) => [await tx.number('reception'), await tx.number('repairs'), await tx.number('receipts')])).toEqual(['DJ26-000003', 'WX26-000001', 'SJ26-000001'])
    const [entry] = await read<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM entry WHERE id = 1')
    expect(vault.openKey(entry!.data_key).decrypt(entry!.phone_enc, 'entry.phone_enc').toString()).toBe('13800002716')
  })

  test('is left as it was when a step fails', async () => {
    const before = await versionOne()
    const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
    const runner = source.createQueryRunner()
    await expect(migrate(runner, [frontDesk, { ...repairs, statements: [...repairs.statements, 'INSERT INTO nowhere VALUES (1)'] }], async () => undefined)).rejects.toThrow(/nowhere/)
    expect(await runner.query('PRAGMA user_version')).toEqual([{ user_version: 1 }])
    expect(await runner.query(`SELECT name FROM sqlite_master WHERE name IN ('work_order', 'journal')`)).toEqual([])
    await runner.release()
    await source.destroy()
    await upgrade()
    expect(await content(read, before)).toEqual(before)
  })
})

describe('the new tables', () => {
  const write = (sql: string, parameters: Sql[] = []) => opened!.store.write(testScope, (tx) => tx.query(sql, parameters))
  const order = `INSERT INTO work_order (no, at, day, state, station, tenant_id, fault, content, trade, urgency, due_at, received_by, token)`

  test('refer to what is there, and to nothing that is not', async () => {
    await versionOne()
    await upgrade()
    await write(`${order} VALUES ('WX26-000001', 1, '2026-03-12', 'issued', 'A1', 1, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'a')`)
    await expect(write(`${order} VALUES ('WX26-000002', 1, '2026-03-12', 'issued', 'A1', 99, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'b')`)).rejects.toThrow(/FOREIGN KEY/)
    await expect(write(`${order} VALUES ('WX26-000001', 1, '2026-03-12', 'issued', 'A1', 1, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'c')`)).rejects.toThrow(/UNIQUE/)
  })

  test('17.R2 a record has one slip in force; a void one gives way', async () => {
    await upgrade()
    const slip = (no: string) => write(`INSERT INTO paid_service (no, at, day, state, station, title, opened_by, for_register, for_id) VALUES (?, 1, '2026-03-12', 'quoted', 'A1', 'x', '周晓岚', 'repairs', 1)`, [no])
    await slip('YC26-000001')
    await expect(slip('YC26-000002')).rejects.toThrow(/UNIQUE/)
    await write(`UPDATE paid_service SET state = 'void'`)
    await slip('YC26-000002')
    expect(await read('SELECT no FROM paid_service ORDER BY id')).toEqual([{ no: 'YC26-000001' }, { no: 'YC26-000002' }])
  })

  test('M1 a receipt is of something, and a price is never below nought', async () => {
    await upgrade()
    await write(`INSERT INTO journal (id, at, day, kind, register, record_id, no, actor, station) VALUES (1, 1, '2026-03-12', 'receipt', 'paid-services', 1, 'SJ26-000001', '周晓岚', 'A1')`)
    await expect(write(`INSERT INTO receipt (no, at, day, station, cashier, payer, subject, register, record_id, record_no, lines, total_fen, payment, journal_id) VALUES ('SJ26-000001', 1, '2026-03-12', 'A1', 'x', 'x', 'x', 'paid-services', 1, 'x', '[]', 0, 'cash', 1)`)).rejects.toThrow(/CHECK/)
    await expect(write(`INSERT INTO price_item (code, category, name, kind, unit, price_fen, valid_from) VALUES ('S-01', '水', 'x', 'labour', '次', -1, '2026-01-01')`)).rejects.toThrow(/CHECK/)
  })
})
