import { UserError } from '../../../shared/contract/errors'
import { insertRow, updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import { refuseStale } from '../versions'

const tables = ['key_hook', 'key_loan', 'key_cutting', 'key_custody', 'stocktake'] as const
export type KeyTable = (typeof tables)[number]

/**
 * Hooks, loans, cuttings, custodies and stocktakes share one row of ids: what hangs on a record (steps, signatures,
 * slips, links) says only `keys` and its id.
 */
export async function nextId(tx: Pick<Tx, 'query'>): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT 1 + max(${tables.map((table) => `coalesce((SELECT max(id) FROM ${table}), 0)`).join(', ')}) AS id`)
  return row!.id
}

export async function insertRecord<Row extends { id: number }>(tx: Tx, table: KeyTable, values: Record<string, Sql>): Promise<Row> {
  const row = await insertRow<Row>(tx.query, table, { id: await nextId(tx), ...values })
  tx.changed('keys', row.id)
  return row
}

/** Changes columns and counts the version. */
export async function updateRecord<Row extends { id: number; version: number }>(tx: Tx, table: KeyTable, row: Row, values: Record<string, Sql>): Promise<Row> {
  const changed = { ...values, version: row.version + 1 }
  await updateRow(tx.query, table, row.id, changed)
  tx.changed('keys', row.id)
  return { ...row, ...changed }
}

/** @throws UserError not-found */
export async function loadRecord<Row>(tx: Pick<Tx, 'query'>, table: KeyTable, id: number): Promise<Row> {
  const [row] = await tx.query<Row>(`SELECT * FROM ${table} WHERE id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return row
}

/** A record somebody is about to take a step of, as they saw it. @throws UserError not-found, already-void, order-taken, stale */
export async function seenRecord<Row extends { id: number; no: string; version: number; state: string }>(tx: Tx, table: KeyTable, seen: { id: number; version: number }, action: string): Promise<Row> {
  const row = await loadRecord<Row>(tx, table, seen.id)
  if (row.state === 'void') throw new UserError('already-void', { no: row.no })
  await refuseStale(tx, 'keys', row, seen.version, action)
  return row
}

/** The room of a unit; empty for none. @throws UserError not-found */
export async function roomOf(tx: Pick<Tx, 'query'>, unitId: number | null): Promise<string> {
  if (unitId === null) return ''
  const [unit] = await tx.query<{ room: string }>('SELECT room FROM unit WHERE id = ?', [unitId])
  if (!unit) throw new UserError('not-found', {}, 'unitId')
  return unit.room
}
