import sqlite3 from 'sqlite3'
import type { Parameter } from './data'

export interface Statement { sql: string; parameters: Parameter[] }

/** What the store asks of the driver while `work` runs, in its order. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const driver = sqlite3.Database.prototype as unknown as Record<'run' | 'all', (...given: unknown[]) => unknown>
  const before = { run: driver.run, all: driver.all }
  for (const name of ['run', 'all'] as const) {
    driver[name] = function record(this: unknown, ...given: unknown[]) {
      statements.push({ sql: String(given[0]), parameters: Array.isArray(given[1]) ? (given[1] as Parameter[]) : [] })
      return before[name].apply(this, given)
    }
  }
  try {
    await work()
  } finally {
    Object.assign(driver, before)
  }
  return statements
}
