import { rmSync } from 'node:fs'
import { DataSource, type QueryRunner } from 'typeorm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../audit'
import { listBackups, withDatabase } from '../backup'
import { databasePath } from '../database'
import { migrate, type Migration } from '../migrate'
import { newDir, openTestStore, testScope, type TestStore } from '../testing'
import { pairsQuery } from '../text-index'
import type { Sql } from '../types'
import { type Insert, NOW, type Query, type Seed, seeds } from './seeds'
import { migrations } from '.'

/** Counters of earlier versions after a day's work, upgraded by a test. */

export type Rows = Record<string, object[]>

const named = (of: readonly Migration[], statement: RegExp): string[] => of.flatMap(({ statements }) => statements.flatMap((sql) => statement.exec(sql)?.[1] ?? []))

/** Every table these migrations made with its rows, a text index by what it finds; `like` tells which columns each had. */
async function content(of: readonly Migration[], query: Query, like?: Rows): Promise<Rows> {
  const rows: Rows = {}
  for (const index of named(of, /^CREATE VIRTUAL TABLE (\w+)/)) rows[index] = await query(`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`, [pairsQuery('空调')!])
  for (const table of named(of, /^CREATE TABLE (\w+)/)) rows[table] = await query(`SELECT ${like ? Object.keys(like[table]![0]!).map((column) => `"${column}"`).join(', ') : '*'} FROM ${table} ORDER BY 1, 2`)
  return rows
}

async function withRunner<T>(dir: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
  const runner = source.createQueryRunner()
  try {
    return await work(runner)
  } finally {
    await runner.release()
    await source.destroy()
  }
}

const inserting = (runner: QueryRunner): Insert => (table, values) =>
  runner.query(` INSERT INTO ${table} (${Object.keys(values).map((column) => `"${column}"`).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values))

/** A database in `dir` that knows these migrations only, with what each version's day wrote into it. @returns its content */
function seeded(dir: string, of: readonly Migration[], more?: Seed): Promise<Rows> {
  return withRunner(dir, async (runner) => {
    await runner.query('PRAGMA journal_mode = WAL')
    await runner.query('PRAGMA foreign_keys = ON')
    await migrate(runner, [...of], async () => undefined)
    const query: Query = (sql, parameters) => runner.query(` ${sql}`, parameters) as Promise<never[]>
    for (const seed of [...seeds.slice(0, of.length), ...(more ? [more] : [])]) await seed(inserting(runner), query)
    return content(of, query)
  })
}

const emptyTables = (rows: Rows): string[] => Object.entries(rows).filter(([, of]) => of.length === 0).map(([table]) => table)

const schemaOf = (query: Query): Promise<unknown[]> => query('SELECT name, sql FROM sqlite_master ORDER BY name')

/** The upgrade with a last step that fails. */
function failing(dir: string, of: readonly Migration[], next: Migration): Promise<{ error: string; version: unknown; schema: unknown[][] }> {
  return withRunner(dir, async (runner) => {
    const query: Query = (sql) => runner.query(sql) as Promise<never[]>
    const before = await schemaOf(query)
    const broken = { ...next, statements: [...next.statements, 'INSERT INTO nowhere VALUES (1)'] }
    const error: unknown = await migrate(runner, [...of, broken], async () => undefined).then(() => null, (reason: unknown) => reason)
    return { error: String(error), version: await query('PRAGMA user_version'), schema: [before, await schemaOf(query)] }
  })
}

export interface Upgrading {
  /** A counter of an earlier version after a day's work, and `more`; of the one before this unless said. */
  earlier(version?: number, more?: Seed): Promise<Rows>
  /** Opens it with today's program. */
  upgrade(): Promise<TestStore>
  read: Query
  write(sql: string, parameters?: Sql[]): Promise<unknown[]>
}

/** A directory for each test of this file, with a counter of version `from` to come. */
export function upgradingFrom(from: number): Upgrading & { dir(): string } {
  let dir: string
  let opened: TestStore | undefined
  beforeEach(() => { dir = newDir() })
  afterEach(async () => {
    await opened?.close()
    opened = undefined
    rmSync(dir, { recursive: true, force: true })
  })
  return {
    dir: () => dir,
    earlier: (version = from, more) => seeded(dir, migrations.slice(0, version), more),
    upgrade: async () => (opened = await openTestStore({ dir, now: NOW })),
    read: (sql, parameters = []) => opened!.store.read(sql, parameters),
    write: (sql, parameters = []) => opened!.store.write(testScope, (tx) => tx.query(sql, parameters)),
  }
}

/** What every upgrade keeps to, from version `from` to the newest. */
export function keepsEverything(from: number, counter: ReturnType<typeof upgradingFrom>): void {
  const of = migrations.slice(0, from)
  const { earlier, upgrade, read, dir } = counter
  describe(`a counter of version ${from}`, () => {
    test('keeps every row of every table as it was, and its references and audit chain hold', async () => {
      const before = await earlier()
      // Each table has something to lose.
      expect(emptyTables(before)).toEqual([])
      await upgrade()
      expect(await content(of, read, before)).toEqual(before)
      expect(await read('PRAGMA user_version')).toEqual([{ user_version: migrations.length }])
      expect(await read('PRAGMA foreign_key_check')).toEqual([])
      expect(await read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await verifyAudit(read)).toMatchObject({ lines: 3, brokenAt: null })
    })

    test('is backed up first, as it was', async () => {
      const before = await earlier()
      await upgrade()
      const [backup, ...others] = listBackups(dir())
      expect(others).toEqual([])
      await withDatabase(backup!.file, async (source) => {
        expect(await source.query('PRAGMA user_version')).toEqual([{ user_version: from }])
        expect(await content(of, (sql, parameters) => source.query(sql, parameters))).toEqual(before)
      })
    })

    test('is left as it was when a step fails', async () => {
      const before = await earlier()
      const { error, version, schema: [was, is] } = await failing(dir(), of, migrations[from]!)
      expect([error, version]).toEqual([expect.stringContaining('nowhere'), [{ user_version: from }]])
      expect(is).toEqual(was)
      await upgrade()
      expect(await content(of, read, before)).toEqual(before)
    })

    for (let first = 1; first < from; first++) {
      test(`one of version ${first} comes all the way`, async () => {
        const before = await earlier(first)
        await upgrade()
        expect(await content(migrations.slice(0, first), read, before)).toEqual(before)
        expect(await read('PRAGMA user_version')).toEqual([{ user_version: migrations.length }])
      })
    }
  })
}
