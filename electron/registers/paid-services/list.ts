import type { PaidServiceRow, paidServices } from '../../../shared/contract/paid-services'
import type { PaidServiceState } from '../../../shared/rules/paid-service'
import type { Sql } from '../../store/types'
import type { Vault } from '../../store/vault'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, oneOf } from '../list-query'
import { phoneTail } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { monthRange } from './months'
import { type ListedSlip, ROW_COLUMNS, ROW_TABLES, slipRow } from './rows'

type Page = ParsedInput<typeof paidServices.list>


const views: Record<Exclude<Page['filter']['view'], 'all'>, PaidServiceState[]> = { open: ['quoted', 'agreed', 'done'], due: ['done'], monthly: ['monthly'] }

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listSlips(house: House, { filter, before, limit }: Page): Promise<{ rows: PaidServiceRow[]; next: number | null }> {
  const conditions: Condition[] = []
  const where = (sql: string, ...parameters: Sql[]): void => { conditions.push({ sql, parameters }) }
  if (before !== null) where('s.id < ?', before)
  if (filter.view !== 'all') conditions.push(oneOf('s.state', views[filter.view]))
  if (filter.states.length > 0) conditions.push(oneOf('s.state', filter.states))
  if (filter.from !== null) where('s.day >= ?', filter.from)
  if (filter.to !== null) where('s.day <= ?', filter.to)
  if (filter.tenantId !== null) where('s.tenant_id = ?', filter.tenantId)
  if (filter.unitId !== null) where('s.unit_id = ?', filter.unitId)
  if (filter.month !== null) {
    // On the notice of the month, or opened in it and on none.
    const { firstDay, lastDay } = monthRange(filter.month)
    where(`(s.month = ? OR (s.month = '' AND s.day BETWEEN ? AND ?))`, filter.month, firstDay, lastDay)
  }
  if (filter.search !== '') conditions.push(searched(house.store.vault, filter.search))
  const rows = await readRows(house, conditions, limit)
  return { rows: rows.map(slipRow), next: rows.length === limit ? rows.at(-1)!.id : null }
}

export const readRows = (house: House, conditions: readonly Condition[], limit: number): Promise<ListedSlip[]> =>
  house.store.read<ListedSlip & Record<string, unknown>>(
    `SELECT ${ROW_COLUMNS} FROM ${ROW_TABLES} WHERE ${conditions.map(({ sql }) => sql).join(' AND ') || '1'} ORDER BY s.id DESC LIMIT ?`, [...conditions.flatMap(({ parameters }) => parameters), limit],
  )

/**
 * Any part of number, order, title, client, company, room or receipt, or the last four digits of the client's phone. A
 * tower has some thousand slips, so the rows themselves are looked through.
 */
export function searched(vault: Vault, typed: string): Condition {
  const text = typed.normalize('NFKC').trim()
  const columns = ['s.no', 's.for_no', 's.title', 's.client', 's.tenant_name', 's.room', 's.place', 'r.no']
  const like = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const tail = /^\d{4}$/.test(text) ? phoneTail(vault, text) : null
  const sql = [...columns.map((column) => `${plainBrackets(column)} LIKE ? ESCAPE '\\'`), ...(tail ? ['s.phone_tail = ?'] : [])].join(' OR ')
  return { sql: `(${sql})`, parameters: [...columns.map(() => like), ...(tail ? [tail] : [])] }
}

/** What waits, and how much of it. */
export async function counts(house: House): Promise<{ quoted: number; agreed: number; due: number; dueFen: number; monthly: number; monthlyFen: number }> {
  const rows = await house.store.read<{ state: PaidServiceState; n: number; fen: number }>(`SELECT state, count(*) AS n, sum(total_fen) AS fen FROM paid_service WHERE state IN ('quoted', 'agreed', 'done', 'monthly') GROUP BY state`)
  const of = (state: PaidServiceState) => rows.find((row) => row.state === state) ?? { n: 0, fen: 0 }
  return { quoted: of('quoted').n, agreed: of('agreed').n, due: of('done').n, dueFen: of('done').fen, monthly: of('monthly').n, monthlyFen: of('monthly').fen }
}
