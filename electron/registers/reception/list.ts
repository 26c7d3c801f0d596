import type { EntryRow, EntryState, reception } from '../../../shared/contract/reception'
import { entryTexts } from '../../store/entry-text'
import { foldedIncludes } from '../../store/text-index'
import type { ParsedInput } from '../handlers'
import { type Condition, oneOf } from '../list-query'
import { type IdRange, idRange } from './day-range'
import type { Desk } from './desk'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'
import { type IdSource, searchSources } from './search'

type Page = ParsedInput<typeof reception.list>
export type Filter = Page['filter']

/** Few entries are in one of these at a time, so their index is the best way in. */
const rare: ReadonlySet<EntryState> = new Set(['expected', 'asked', 'inside', 'waiting', 'notified', 'void', 'no-show', 'declined'])

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listEntries(desk: Desk, page: Page): Promise<{ rows: EntryRow[]; next: number | null }> {
  const rows = await listRecords(desk, page)
  return { rows: rows.map(entryRow), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}

export async function listRecords(desk: Desk, { filter, before, limit }: Page): Promise<ListedEntry[]> {
  const { store, settings } = desk.house
  const now = store.clock.now()
  const conditions: Condition[] = []
  if (before !== null) conditions.push({ sql: 'e.id < ?', parameters: [before] })
  if (filter.overdue) conditions.push({ sql: `((e.state = 'inside' AND e.valid_until < ?) OR (e.state = 'asked' AND e.asked_at < ?))`, parameters: [now, now - settings.current.answerLimitMinutes * 60_000] })
  const states: EntryState[] = filter.overdue ? ['inside', 'asked'] : filter.states
  // The `+` keeps a condition from choosing the index: the way in is chosen below.
  if (filter.kind) conditions.push({ sql: '+e.kind = ?', parameters: [filter.kind] })
  if (filter.overdue && filter.states.length > 0) conditions.push(oneOf('+e.state', filter.states))

  const ids: IdRange = { first: 1, last: before === null ? Number.MAX_SAFE_INTEGER : before - 1 }
  const oneDay = filter.from !== null && filter.from === filter.to
  if (filter.from !== null || filter.to !== null) {
    const range = await idRange(store, filter.from, filter.to)
    if (!range) return []
    conditions.push({ sql: 'e.id BETWEEN ? AND ?', parameters: [range.first, range.last] })
    ids.first = range.first
    ids.last = Math.min(ids.last, range.last)
    if (filter.from !== null) conditions.push({ sql: '+e.day >= ?', parameters: [filter.from] })
    if (filter.to !== null) conditions.push({ sql: '+e.day <= ?', parameters: [filter.to] })
  }
  if (filter.search !== '') {
    conditions.push(...others(filter, states, null))
    return searched(desk, filter.search, conditions, ids, limit)
  }
  const open = states.length > 0 && states.every((state) => rare.has(state))
  const way = open ? 'state' : oneDay ? 'day' : filter.tenantId !== null ? 'tenant' : filter.receptionistId !== null ? 'receptionist' : states.length > 0 ? 'state' : filter.kind ? 'kind' : null
  conditions.push(...others(filter, states, way))
  // Each state is a run of the index in order; together they are merged, not sorted.
  const runs: Condition[] =
    way === 'state' ? [...new Set(states)].map((state) => ({ sql: 'e.state = ?', parameters: [state] }))
    : way === 'day' ? [{ sql: 'e.day = ?', parameters: [filter.from] }]
    : way === 'tenant' ? [{ sql: 'e.tenant_id = ?', parameters: [filter.tenantId] }]
    : way === 'receptionist' ? [{ sql: 'e.receptionist_id = ?', parameters: [filter.receptionistId] }]
    : way === 'kind' ? [{ sql: 'e.kind = ?', parameters: [filter.kind] }]
    : [{ sql: '1', parameters: [] }]
  const parts = runs.map((run) => `SELECT ${ROW_COLUMNS} FROM entry e WHERE ${[run, ...conditions].map((c) => c.sql).join(' AND ')} ORDER BY e.id DESC LIMIT ${limit}`)
  const parameters = runs.flatMap((run) => [run, ...conditions].flatMap((c) => c.parameters))
  const sql = parts.length === 1 ? parts[0]! : `${parts.map((part) => `SELECT * FROM (${part})`).join(' UNION ALL ')} ORDER BY id DESC LIMIT ${limit}`
  return store.read<ListedEntry>(sql, parameters)
}

/** The conditions that are not the way in. */
function others(filter: Filter, states: readonly EntryState[], way: string | null): Condition[] {
  const conditions: Condition[] = []
  if (states.length > 0 && way !== 'state') conditions.push(oneOf('+e.state', states))
  if (filter.tenantId !== null && way !== 'tenant') conditions.push({ sql: '+e.tenant_id = ?', parameters: [filter.tenantId] })
  if (filter.receptionistId !== null && way !== 'receptionist') conditions.push({ sql: '+e.receptionist_id = ?', parameters: [filter.receptionistId] })
  return conditions
}

/** Most ids looked at in one round while a filter lets few of them through. */
const MOST_IDS = 2000

/** The newest entries that any of the search's indexes names, verified and filtered, until the page is full. */
async function searched(desk: Desk, typed: string, conditions: Condition[], within: IdRange, limit: number): Promise<ListedEntry[]> {
  const { store, settings } = desk.house
  const sources = searchSources(store.vault, settings.current, typed)
  const only = sources.length === 1 ? sources[0] : undefined
  // The usual search, two characters: one index, no second look, so one statement does it all.
  if (only?.exact) {
    const where = [only.where, `${only.id} BETWEEN ? AND ?`, ...conditions.map((c) => c.sql)].join(' AND ')
    return store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM ${only.from} CROSS JOIN entry e ON e.id = ${only.id} WHERE ${where} ORDER BY ${only.id} DESC LIMIT ${limit}`, [...only.parameters, within.first, within.last, ...conditions.flatMap((c) => c.parameters)])
  }
  const found: ListedEntry[] = []
  let { last } = within
  for (let count = limit; found.length < limit; count = Math.min(count * 4, MOST_IDS)) {
    const { ids, exact, more } = await newestIds(desk, sources, { first: within.first, last }, count)
    if (ids.length > 0) {
      const where = ['e.id IN (SELECT value FROM json_each(?))', ...conditions.map((c) => c.sql)].join(' AND ')
      const rows = await store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE ${where} ORDER BY e.id DESC`, [JSON.stringify(ids), ...conditions.flatMap((c) => c.parameters)])
      // The pairs may stand apart in the text; what was typed must stand there as one run.
      found.push(...rows.filter((row) => exact.has(row.id) || foldedIncludes(entryTexts(row), typed)))
      last = ids.at(-1)! - 1
    }
    if (!more) break
  }
  return found.slice(0, limit)
}

/** The newest ids of the range from all sources; what lies beyond the end of a full list is left for the next round. */
async function newestIds(desk: Desk, sources: IdSource[], within: IdRange, count: number): Promise<{ ids: number[]; exact: Set<number>; more: boolean }> {
  const lists = await Promise.all(sources.map(async ({ from, id, where, parameters }) =>
    (await desk.house.store.read<{ id: number }>(`SELECT ${id} AS id FROM ${from} WHERE ${where} AND ${id} BETWEEN ? AND ? ORDER BY ${id} DESC LIMIT ${count}`, [...parameters, within.first, within.last])).map((row) => row.id)))
  const full = lists.filter((list) => list.length === count)
  const horizon = full.length > 0 ? Math.max(...full.map((list) => list.at(-1)!)) : 0
  const ids = [...new Set(lists.flat())].filter((id) => id >= horizon).sort((a, b) => b - a)
  return { ids, exact: new Set(lists.filter((_, index) => sources[index]!.exact).flat()), more: full.length > 0 }
}
