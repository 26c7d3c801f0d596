import type { QueryRunner } from 'typeorm'

/** A step of the schema, written by hand. Steps are never edited after they were released; a change is a new step. */
export interface Migration {
  version: number
  name: string
  statements: string[]
  /** For what SQL alone can't say; runs in the same transaction after the statements. */
  run?: (runner: QueryRunner) => Promise<void>
}

export class NewerDatabaseError extends Error {
  constructor(readonly found: number, readonly supported: number) {
    super(`database version ${found} is newer than ${supported}`)
  }
}

export async function schemaVersion(runner: QueryRunner): Promise<number> {
  const [row] = (await runner.query('PRAGMA user_version')) as { user_version: number }[]
  return row?.user_version ?? 0
}

/**
 * Brings the schema to the newest version. All missing steps run in one transaction, after `backUp` when there is
 * anything to lose; a failing step leaves the database as it was.
 * @throws NewerDatabaseError when a newer program wrote this database.
 */
export async function migrate(runner: QueryRunner, migrations: Migration[], backUp: (fromVersion: number) => Promise<void>): Promise<void> {
  const newest = Math.max(...migrations.map((m) => m.version))
  const current = await schemaVersion(runner)
  if (current > newest) throw new NewerDatabaseError(current, newest)
  const missing = migrations.filter((m) => m.version > current).sort((a, b) => a.version - b.version)
  if (missing.length === 0) return
  if (current > 0) await backUp(current)
  await runner.query('BEGIN IMMEDIATE')
  try {
    for (const migration of missing) {
      for (const statement of migration.statements) await runner.query(statement)
      await migration.run?.(runner)
    }
    await runner.query(`PRAGMA user_version = ${newest}`)
    await runner.query('COMMIT')
  } catch (error) {
    // A full disk has rolled back already; the first error is the one to tell.
    await runner.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
