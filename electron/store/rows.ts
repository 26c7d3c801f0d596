import type { Sql } from './types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>
type Values = Readonly<Record<string, Sql>>

const insert = (table: string, values: Values): string => {
  const columns = Object.keys(values)
  return `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

/** Inserts a row; returns it as it is stored. `table` and the columns' names are the program's own words, here and below. */
export async function insertRow<R>(query: Query, table: string, values: Values): Promise<R> {
  const [row] = await query<R>(`${insert(table, values)} RETURNING *`, Object.values(values))
  return row!
}

/** Inserts a row; returns its id only, which is less to read back. */
export async function insertRowId(query: Query, table: string, values: Values): Promise<number> {
  const [row] = await query<{ id: number }>(`${insert(table, values)} RETURNING id`, Object.values(values))
  return row!.id
}

/** Changes columns of the row with this id, where there are any. */
export async function updateRow(query: Query, table: string, id: number, values: Values): Promise<void> {
  const columns = Object.keys(values)
  if (columns.length > 0) await query(`UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`, [...Object.values(values), id])
}
