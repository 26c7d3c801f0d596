import type { AuditLine, Sql, Tx } from '../../../store/types'

/** What taking in the good rows would do, and how it is done. */
export interface Plan {
  added: number
  changed: number
  unchanged: number
  /** Writes it; the audit lines are the caller's to append. */
  write(tx: Tx): Promise<{ audit: AuditLine[]; ids: number[] }>
}

/** The columns whose value is given and differs. */
export function differing(before: object, after: Record<string, Sql | undefined>): Record<string, Sql> {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => value !== undefined && (before as Record<string, Sql>)[column] !== value)) as Record<string, Sql>
}

export async function nextId(tx: Tx, table: 'unit' | 'tenant' | 'contact'): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`)
  return row!.id
}

export async function updateRow(tx: Tx, table: 'unit' | 'tenant' | 'contact', id: number, columns: Record<string, Sql>): Promise<void> {
  const names = Object.keys(columns)
  if (names.length > 0) await tx.query(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [...Object.values(columns), id])
}
