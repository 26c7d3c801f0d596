import type { passes, PassRow } from '../../../shared/contract/passes'
import { addDays, dayOf } from '../../../shared/rules/time'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, condition } from '../list-query'
import { documentHash, documentTail, typedDocument } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { LISTED, type ListedPass, passRow } from './rows'

type Page = ParsedInput<typeof passes.list>
export type Filter = Page['filter']

const oneOf = (column: string, values: readonly string[]): Condition => condition(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values))

/** What a view shows; `expiryDays` ahead a pass is about to end. */
export const views: Record<Filter['view'], (today: string, expiryDays: number) => Condition | null> = {
  'all': () => null,
  'today': (today) => condition('p.day = ?', today),
  'ready': () => condition(`p.state = 'ready'`),
  'in-force': (today) => condition(`p.state = 'issued' AND p.valid_until >= ? AND p.valid_from <= ?`, today, today),
  'expiring': (today, days) => condition(`p.state = 'issued' AND p.valid_until BETWEEN ? AND ?`, today, addDays(today, days)),
  'expired': (today) => condition(`p.state = 'issued' AND p.valid_until < ?`, today),
  // What can be filed: of an application still to be handed out the signature is to come (12.C7).
  'unfiled': () => condition(`p.state <> 'void' AND a.filed_at IS NULL AND NOT EXISTS (SELECT 1 FROM pass o WHERE o.application_id = a.id AND o.state = 'ready')`),
}

/** Rows for conditions that speak of `p` (the pass) and `a` (its application), newest first. */
export const readPasses = ({ store }: House, conditions: readonly Condition[], limit: number, order = 'p.id DESC'): Promise<ListedPass[]> =>
  store.read<ListedPass>(`${LISTED} WHERE ${conditions.map((c) => `(${c.sql})`).join(' AND ') || '1'} ORDER BY ${order} LIMIT ?`, [...conditions.flatMap((c) => c.parameters), limit])

/** In number, holder, company, trade or room; or the whole document, or its last four. */
function searched({ store: { vault } }: House, search: string): Condition {
  const typed = search.normalize('NFKC')
  const { number, tail, whole } = typedDocument(typed)
  const ways = [condition(`instr(lower(${plainBrackets('p.no || char(10) || p.holder || char(10) || p.company || char(10) || p.trade || char(10) || p.room')}), lower(?)) > 0`, typed)]
  if (tail) ways.push(condition('p.document_tail = ?', documentTail(vault, number)))
  if (whole) ways.push(condition('p.document_hash = ?', documentHash(vault, number)))
  return condition(ways.map((way) => way.sql).join(' OR '), ...ways.flatMap((way) => way.parameters))
}

export function listRecords(house: House, { filter, before, limit }: Page): Promise<ListedPass[]> {
  const view = views[filter.view](dayOf(house.store.clock.now()), house.settings.current.passExpiryDays)
  return readPasses(house, [
    ...(view ? [view] : []),
    ...(filter.kinds.length > 0 ? [oneOf('p.kind', filter.kinds)] : []), ...(filter.states.length > 0 ? [oneOf('p.state', filter.states)] : []),
    ...(filter.from === null ? [] : [condition('p.day >= ?', filter.from)]), ...(filter.to === null ? [] : [condition('p.day <= ?', filter.to)]),
    ...(filter.tenantId === null ? [] : [condition('p.tenant_id = ?', filter.tenantId)]), ...(filter.unitId === null ? [] : [condition('p.unit_id = ?', filter.unitId)]),
    ...(filter.applicationId === null ? [] : [condition('p.application_id = ?', filter.applicationId)]),
    ...(filter.search === '' ? [] : [searched(house, filter.search)]),
    ...(before === null ? [] : [condition('p.id < ?', before)]),
  ], limit)
}

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listPasses(house: House, page: Page): Promise<{ rows: PassRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  const today = dayOf(house.store.clock.now())
  return { rows: rows.map((row) => passRow(row, today)), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}
