import type { repairs, WorkOrderRow } from '../../../shared/contract/repairs'
import { openWorkOrderStates, unreturnedStates, type WorkOrderState } from '../../../shared/rules/work-order'
import { normalizePhone } from '../../../shared/rules/phone'
import { orderTexts } from '../../store/order-text'
import { foldedIncludes, isExactQuery, pairsQuery } from '../../store/text-index'
import type { Sql } from '../../store/types'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, oneOf } from '../list-query'
import { phoneHash, phoneTail } from '../personal'
import { type ListedOrder, type OrderRecord, orderRow, ROW_COLUMNS } from './rows'

type Page = ParsedInput<typeof repairs.list>
export type Filter = Page['filter']

const viewStates: Record<Filter['view'], readonly WorkOrderState[] | null> = { all: null, open: openWorkOrderStates, unreturned: unreturnedStates, 'to-verify': ['returned'], late: unreturnedStates }

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listOrders(house: House, page: Page): Promise<{ rows: WorkOrderRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  const now = house.store.clock.now()
  return { rows: rows.map((row) => orderRow(row, now)), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}

function conditionsOf(filter: Filter, now: number): Condition[] {
  const conditions: Condition[] = []
  const add = (sql: string, ...parameters: Sql[]): void => { conditions.push({ sql, parameters }) }
  const states = viewStates[filter.view]
  if (states) conditions.push(oneOf('o.state', states))
  if (filter.states.length > 0) conditions.push(oneOf('o.state', filter.states))
  // 未返单 (13.R7): past its time and not back, though the work may be done; an order's own row says so, too.
  if (filter.view === 'late') add('o.due_at < ?', now)
  if (filter.from !== null) add('o.day >= ?', filter.from)
  if (filter.to !== null) add('o.day <= ?', filter.to)
  if (filter.trade !== null) add('+o.trade = ?', filter.trade)
  if (filter.tenantId !== null) add('o.tenant_id = ?', filter.tenantId)
  if (filter.unitId !== null) add('o.unit_id = ?', filter.unitId)
  if (filter.worker !== '') add('+o.worker = ?', filter.worker)
  return conditions
}

type Found = ListedOrder & Pick<OrderRecord, 'phone_tail' | 'phone_hash'>
interface Search { condition: Condition; holds: (row: Found) => boolean }

/**
 * Where what was typed may stand: in the text (and then it must stand there as one run), or in the reporter's number,
 * whole or its last four digits.
 */
function searchFor({ store: { vault } }: House, search: string): Search {
  const typed = search.normalize('NFKC')
  const phone = normalizePhone(typed)
  const number = /^\d{4}$/.test(typed) ? { column: 'phone_tail' as const, hash: phoneTail(vault, typed)! } : phone.ok ? { column: 'phone_hash' as const, hash: phoneHash(vault, phone.normalized) } : null
  const pairs = pairsQuery(typed)
  const ways: Condition[] = [
    ...(pairs === null ? [] : [{ sql: 'o.id IN (SELECT rowid FROM work_order_text WHERE work_order_text MATCH ?)', parameters: [pairs] }]),
    ...(number === null ? [] : [{ sql: `o.${number.column} = ?`, parameters: [number.hash] }]),
  ]
  return {
    condition: { sql: `(${ways.map((way) => way.sql).join(' OR ') || '0'})`, parameters: ways.flatMap((way) => way.parameters) },
    holds: (row) => (number !== null && row[number.column]?.equals(number.hash) === true) || isExactQuery(typed) || foldedIncludes(orderTexts(row), typed),
  }
}

export async function listRecords(house: House, page: Page): Promise<ListedOrder[]> {
  const { filter, limit } = page
  const search = filter.search === '' ? null : searchFor(house, filter.search)
  const conditions = [...conditionsOf(filter, house.store.clock.now()), ...(search ? [search.condition] : [])]
  const found: ListedOrder[] = []
  for (let { before } = page; found.length < limit;) {
    const all = [...conditions, ...(before === null ? [] : [{ sql: 'o.id < ?', parameters: [before] }])]
    const rows: Found[] = await house.store.read<Found>(
      `SELECT ${ROW_COLUMNS}${search ? ', o.phone_tail, o.phone_hash' : ''} FROM work_order o ${all.length > 0 ? `WHERE ${all.map((c) => c.sql).join(' AND ')}` : ''} ORDER BY o.id DESC LIMIT ${limit}`, all.flatMap((c) => c.parameters),
    )
    found.push(...(search ? rows.filter(search.holds) : rows))
    if (rows.length < limit) break
    before = rows.at(-1)!.id
  }
  return found.slice(0, limit)
}
