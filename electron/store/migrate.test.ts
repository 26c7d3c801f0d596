import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource, type QueryRunner } from 'typeorm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, type Migration, schemaVersion } from './migrate'
import { migrations } from './migrations'
import { newDir } from './testing'

let dir: string
let source: DataSource
let runner: QueryRunner
beforeEach(async () => {
  dir = newDir()
  source = await new DataSource({ type: 'sqlite', database: join(dir, 'a.db') }).initialize()
  runner = source.createQueryRunner()
})
afterEach(async () => {
  await runner.release()
  await source.destroy()
  rmSync(dir, { recursive: true, force: true })
})

const first: Migration = { version: 1, name: 'first', statements: ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)'] }
const second: Migration = { version: 2, name: 'second', statements: ['ALTER TABLE a ADD COLUMN y'], run: (r) => r.query('UPDATE a SET y = x + 1') as Promise<void> }
const broken: Migration = { version: 3, name: 'broken', statements: ['CREATE TABLE b (z)', 'INSERT INTO nowhere VALUES (1)'] }

describe('migrations', () => {
  test('a new database gets them all, in order, without a backup of nothing', async () => {
    const backups: number[] = []
    await migrate(runner, [second, first], async (from) => { backups.push(from) })
    expect(await runner.query('SELECT * FROM a')).toEqual([{ x: 1, y: 2 }])
    expect(await schemaVersion(runner)).toBe(2)
    expect(backups).toEqual([])
  })

  test('one with data gets what is missing, after a backup of what was', async () => {
    await migrate(runner, [first], async () => undefined)
    await runner.query('INSERT INTO a VALUES (10)')
    let seen: unknown
    await migrate(runner, [first, second], async (from) => { seen = [from, await runner.query('SELECT * FROM a')] })
    expect(seen).toEqual([1, [{ x: 1 }, { x: 10 }]])
    expect(await runner.query('SELECT * FROM a')).toEqual([{ x: 1, y: 2 }, { x: 10, y: 11 }])
  })

  test('a step that fails leaves the database as it was, those before it too', async () => {
    await migrate(runner, [first], async () => undefined)
    await expect(migrate(runner, [first, second, broken], async () => undefined)).rejects.toThrow(/nowhere/)
    expect(await schemaVersion(runner)).toBe(1)
    expect(await runner.query('SELECT * FROM a')).toEqual([{ x: 1 }])
    expect(await runner.query(`SELECT name FROM sqlite_master WHERE name = 'b'`)).toEqual([])
    await migrate(runner, [first, second], async () => undefined)
    expect(await schemaVersion(runner)).toBe(2)
  })

  test('without a backup nothing is changed', async () => {
    await migrate(runner, [first], async () => undefined)
    await expect(migrate(runner, [first, second], async () => { throw new Error('the disk is full') })).rejects.toThrow('the disk is full')
    expect(await schemaVersion(runner)).toBe(1)
  })

  test('versions count up from one, each once', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, i) => i + 1))
  })
})
