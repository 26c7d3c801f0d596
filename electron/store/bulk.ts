import type { Sql } from './types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** SQLite takes 32,766 parameters a statement; more than 500 rows at once gain nothing. */
const MAX_PARAMETERS = 32_000
const MAX_ROWS = 500

/** Inserts many rows with few statements; call it inside a transaction. `columns` and `table` are the program's own words. */
export async function insertRows(query: Query, table: string, columns: readonly string[], rows: readonly Sql[][]): Promise<void> {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns.length))
  const tuple = `(${columns.map(() => '?').join(', ')})`
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size)
    await query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${chunk.map(() => tuple).join(', ')}`, chunk.flat())
  }
}
