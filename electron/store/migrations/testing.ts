import { DataSource, type QueryRunner } from 'typeorm'
import { appendAudit } from '../audit'
import { databasePath } from '../database'
import { migrate, type Migration } from '../migrate'
import { testScope } from '../testing'
import { indexedPairs, pairsQuery } from '../text-index'
import type { Sql } from '../types'
import { Vault } from '../vault'

/** A counter of an earlier version after a day's work, as that version wrote it, to be upgraded by a test. */

export const NOW = new Date(2026, 2, 12, 14, 26).getTime()
export const vault = new Vault(Buffer.alloc(32, 7))

export type Rows = Record<string, object[]>
export type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>
export type Insert = (table: string, values: Record<string, Sql>) => Promise<unknown>

const named = (of: readonly Migration[], statement: RegExp): string[] => of.flatMap(({ statements }) => statements.flatMap((sql) => statement.exec(sql)?.[1] ?? []))

/** Every table these migrations made with its rows, a text index by what it finds; `like` tells which columns each had. */
export async function content(of: readonly Migration[], query: Query, like?: Rows): Promise<Rows> {
  const rows: Rows = {}
  for (const index of named(of, /^CREATE VIRTUAL TABLE (\w+)/)) rows[index] = await query(`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`, [pairsQuery('空调')!])
  for (const table of named(of, /^CREATE TABLE (\w+)/)) rows[table] = await query(`SELECT ${like ? Object.keys(like[table]![0]!).map((column) => `"${column}"`).join(', ') : '*'} FROM ${table} ORDER BY 1, 2`)
  return rows
}

/** A database in `dir` that knows these migrations only, with what `seed` writes into it. @returns its content */
export async function seeded(dir: string, of: readonly Migration[], seed: (insert: Insert, query: Query) => Promise<void>): Promise<Rows> {
  const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
  const runner = source.createQueryRunner()
  await runner.query('PRAGMA journal_mode = WAL')
  await runner.query('PRAGMA foreign_keys = ON')
  await migrate(runner, [...of], async () => undefined)
  await seed(inserting(runner), (sql, parameters) => runner.query(` ${sql}`, parameters) as Promise<never[]>)
  const before = await content(of, (sql, parameters) => source.query(sql, parameters))
  await runner.release()
  await source.destroy()
  return before
}

const inserting = (runner: QueryRunner): Insert => (table, values) =>
  runner.query(` INSERT INTO ${table} (${Object.keys(values).map((column) => `"${column}"`).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values))

/** Names of tables that `rows` has nothing of: a seed leaves none. */
export const emptyTables = (rows: Rows): string[] => Object.entries(rows).filter(([, of]) => of.length === 0).map(([table]) => table)

/** Runs the upgrade of the database in `dir` with `broken` as its last step. */
export async function upgradeWith(dir: string, broken: readonly Migration[]): Promise<{ error: unknown; version: number; made: string[] }> {
  const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
  const runner = source.createQueryRunner()
  const error: unknown = await migrate(runner, [...broken], async () => undefined).then(() => null, (reason: unknown) => reason)
  const [{ user_version: version }] = (await runner.query('PRAGMA user_version')) as [{ user_version: number }]
  const made = ((await runner.query(`SELECT name FROM sqlite_master WHERE type = 'table'`)) as { name: string }[]).map(({ name }) => name)
  await runner.release()
  await source.destroy()
  return { error, version, made }
}

/** Of somebody's number, under the row's own key. */
export function sealed(table: string, number = '13800002716'): Record<'data_key' | 'phone_enc' | 'phone_hash' | 'phone_masked', Sql> {
  const key = vault.newKey()
  return { data_key: key.wrapped, phone_enc: key.encrypt(number, `${table}.phone_enc`), phone_hash: vault.hash('phone', number), phone_masked: '138****2716' }
}

/** A row in every table of the first version. */
export async function seedFrontDesk(insert: Insert, query: Query): Promise<void> {
  const key = vault.newKey()
  for (const [name, value] of [['tower', '"云汇中心"'], ['company', '"云汇中心物业服务有限公司"'], ['visitorRetentionDays', '45'], ['audit.head', '"x"']] as const) await insert('setting', { key: name, value, updated_at: NOW, updated_by: 1 })
  await insert('number_series', { series: 'reception', year: 2026, last: 2 })
  await insert('staff', { id: 1, staff_no: '101', name: '周晓岚', role: 'receptionist', department: 'customer-service', pin_hash: 'x' })
  await insert('unit', { id: 1, room: '1808', floor: '18', area_m2: 212.5 })
  await insert('tenant', { id: 1, name: '博远（北京）国际供应链管理有限公司' })
  await insert('tenancy', { unit_id: 1, tenant_id: 1 })
  await insert('contact', { id: 1, tenant_id: 1, unit_id: 1, name: '陆文博', extension: '8012', ...sealed('contact') })
  await insert('person', { id: 1, name: '何婉清', last_seen_at: NOW, ...sealed('person') })
  await insert('blind_index', { hash: vault.hash('phone-tail', '2716'), owner: 'person', owner_id: 1 })
  const entry = { at: NOW, day: '2026-03-12', receptionist_id: 1, receptionist: '周晓岚', station: 'A1', tenant_id: 1, unit_id: 1, room: '1808' }
  await insert('entry', { ...entry, id: 1, no: 'DJ26-000001', kind: 'visit', state: 'inside', person_id: 1, name: '何婉清', card_no: 'T-037', token: 'QT1:DJ26-000001:7F3A', ...sealed('entry') })
  await insert('entry', { ...entry, id: 2, no: 'DJ26-000002', kind: 'call', state: 'void', name: '陆文博', category: 'repair', matter: '空调不制冷', void_at: NOW, void_reason: '重复' })
  await insert('entry_text', { rowid: 2, pairs: indexedPairs(['空调不制冷']) })
  await insert('deny', { id: 1, name: '某人', name_folded: '某人', reason: '寻衅', at: NOW, by: '韩雪' })
  await insert('notice', { id: 1, department: 'engineering', text: '1808室，空调不制冷', register: 'reception', record_id: 2, no: 'DJ26-000002', created_at: NOW, created_by: '周晓岚' })
  await insert('link', { id: 1, from_register: 'reception', from_id: 2, from_no: 'DJ26-000002', to_register: 'reception', to_id: 1, to_no: 'DJ26-000001', at: NOW, by: '周晓岚' })
  await insert('print_job', { id: 1, printer: 'receipt', title: '访客单', register: 'reception', record_id: 1, no: 'DJ26-000001', document: '{"title":"访客单","lines":[]}', created_at: NOW, created_by: '周晓岚' })
  await insert('attachment', { id: 7, kind: 'photo', mime: 'image/png', size: 3, register: 'reception', record_id: 1, data_key: key.wrapped, content: key.encrypt('png', 'attachment.content'), created_at: NOW, created_by: '周晓岚' })
  await insert('draft', { staff_id: 1, form: 'visit', content: key.encrypt('{}', 'draft.content'), at: NOW })
  await insert('handover', { id: 1, no: 'JB26-000001', day: '2026-03-12', shift: '早班', station: 'A1', state: 'open', from_id: 1, from_name: '周晓岚', items: '[]', signed_off_at: NOW })
  for (const [id, action] of [[1, 'create'], [2, 'create'], [2, 'void']] as const) await appendAudit(query, testScope, NOW, { action, register: 'reception', recordId: id, detail: { no: `DJ26-00000${id}` } })
}
