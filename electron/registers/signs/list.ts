import type { SignRow, signs } from '../../../shared/contract/signs'
import { normalizePhone } from '../../../shared/rules/phone'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, condition } from '../list-query'
import { phoneHash, phoneTail } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { AMISS, LISTED, type ListedSign, signRow } from './rows'

type Page = ParsedInput<typeof signs.list>
export type Filter = Page['filter']
/** Whose turn it still is: the desk's, the client's, the maker's. */
export const OPEN = `s.state IN ('applied', 'returned', 'ordered')`
const views: Record<Filter['view'], Condition | null> = { all: null, open: condition(OPEN), installed: condition(`s.state = 'installed'`), amiss: condition(`${AMISS} IS NOT NULL`) }

/** Rows for conditions that speak of `s`, newest first unless said otherwise; a limit of −1 for all of them. */
export const readSigns = ({ store }: House, conditions: readonly Condition[], limit: number, order = 's.id DESC'): Promise<ListedSign[]> =>
  store.read<ListedSign & Record<string, unknown>>(`${LISTED} WHERE ${conditions.map((c) => `(${c.sql})`).join(' AND ') || '1'} ORDER BY ${order} LIMIT ?`, [...conditions.flatMap((c) => c.parameters), limit])

const TEXTS = `s.no || char(10) || s.name_zh || char(10) || s.name_en || char(10) || s.tenant_name || char(10) || s.room || char(10) || s.applicant || char(10) || s.sign_place`

/** In number, names, company, room, place or applicant; a slip's QR code; the applicant's phone number, whole or its last four digits. */
export function searched({ store: { vault } }: House, search: string): Condition {
  const typed = search.normalize('NFKC').trim()
  const ways = [condition(`instr(upper(${plainBrackets(TEXTS)}), ?) > 0`, typed.toUpperCase().replace(/^QT1:/, ''))]
  const phone = normalizePhone(typed)
  if (/^\d{4}$/.test(typed)) ways.push(condition('s.phone_tail = ?', phoneTail(vault, typed)))
  else if (phone.ok) ways.push(condition('s.phone_hash = ?', phoneHash(vault, phone.normalized)))
  return condition(ways.map((way) => way.sql).join(' OR '), ...ways.flatMap((way) => way.parameters))
}

export function listRecords(house: House, { filter, before, limit }: Page): Promise<ListedSign[]> {
  const view = views[filter.view]
  return readSigns(house, [
    ...(view ? [view] : []),
    ...(filter.states.length > 0 ? [condition('s.state IN (SELECT value FROM json_each(?))', JSON.stringify(filter.states))] : []),
    ...(filter.from === null ? [] : [condition('s.day >= ?', filter.from)]), ...(filter.to === null ? [] : [condition('s.day <= ?', filter.to)]),
    ...(filter.tenantId === null ? [] : [condition('s.tenant_id = ?', filter.tenantId)]), ...(filter.unitId === null ? [] : [condition('s.unit_id = ?', filter.unitId)]),
    ...(filter.search === '' ? [] : [searched(house, filter.search)]),
    ...(before === null ? [] : [condition('s.id < ?', before)]),
  ], limit)
}

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listSigns(house: House, page: Page): Promise<{ rows: SignRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  return { rows: rows.map(signRow), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}

/** How many stand where; what is amiss is among those installed. */
export async function signCounts({ store }: House): Promise<Answer<typeof signs.counts>> {
  const of = (state: string): string => `coalesce(sum(s.state = '${state}'), 0) AS ${state}`
  const [counts] = await store.read<Answer<typeof signs.counts>>(`SELECT ${['applied', 'returned', 'ordered', 'installed'].map(of).join(', ')}, coalesce(sum(${AMISS} IS NOT NULL), 0) AS amiss FROM sign s WHERE s.state IN ('applied', 'returned', 'ordered', 'installed')`)
  return counts!
}
