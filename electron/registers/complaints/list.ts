import type { complaints, ComplaintRow } from '../../../shared/contract/complaints'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Sql } from '../../store/types'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, oneOf } from '../list-query'
import { phoneHash, phoneTail } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { ofKind, ofUnit, repeatSince } from './recurring'
import { complaintRow, type ListedComplaint, OPEN, ROW_COLUMNS } from './rows'

type Page = ParsedInput<typeof complaints.list>
export type Filter = Page['filter']

/** First and last day of the month a moment falls in, as days are compared: no month has more than 31. */
export function monthOf(at: number): { from: string; to: string } {
  const month = dayOf(at).slice(0, 7)
  return { from: `${month}-01`, to: `${month}-31` }
}

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listComplaints(house: House, page: Page): Promise<{ rows: ComplaintRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  return { rows: rows.map(complaintRow), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}

export async function listRecords(house: House, { filter, before, limit }: Page): Promise<ListedComplaint[]> {
  const conditions = [...viewOf(filter, house.store.clock.now()), ...given(filter), ...(filter.search === '' ? [] : [searched(house, filter.search)])]
  if (before !== null) conditions.push({ sql: 'c.id < ?', parameters: [before] })
  return rowsWhere(house, conditions, limit)
}

const rowsWhere = (house: House, conditions: Condition[], limit: number): Promise<ListedComplaint[]> =>
  house.store.read<ListedComplaint>(
    `SELECT ${ROW_COLUMNS} FROM complaint c WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1'} ORDER BY c.id DESC LIMIT ?`, [...conditions.flatMap(({ parameters }) => parameters), limit],
  )

function viewOf({ view }: Filter, now: number): Condition[] {
  const open: Condition = { sql: `c.state IN ${OPEN}`, parameters: [] }
  switch (view) {
    case 'all': return []
    case 'open': return [open]
    case 'escalated': return [open, { sql: 'c.escalated_at IS NOT NULL', parameters: [] }]
    case 'overdue': return [open, { sql: 'c.due_at < ?', parameters: [now] }]
    case 'to-ask': return [{ sql: `c.state = 'handled'`, parameters: [] }]
    case 'month': return [{ sql: 'c.day BETWEEN ? AND ?', parameters: Object.values(monthOf(now)) }]
  }
}

function given({ states, kind, from, to, tenantId, unitId }: Filter): Condition[] {
  const equal = (sql: string, value: Sql): Condition[] => (value === null ? [] : [{ sql, parameters: [value] }])
  return [
    ...(states.length === 0 ? [] : [oneOf('c.state', states)]),
    ...equal('c.kind = ?', kind), ...equal('c.day >= ?', from), ...equal('c.day <= ?', to), ...equal('c.tenant_id = ?', tenantId), ...equal('c.unit_id = ?', unitId),
  ]
}

const TEXTS = ['c.no', 'c.title', 'c.cause', 'c.name', 'c.tenant_name', 'c.room', 'c.place', 'c.person']

/** Any part of number, words, client, company, room, place or handler; the last four digits of the client's phone, or all of it. */
export function searched(house: House, search: string): Condition {
  const typed = search.normalize('NFKC')
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const conditions: [string, Sql][] = TEXTS.map((column) => [`${plainBrackets(column)} LIKE ? ESCAPE '\\'`, like])
  if (/^\d{4}$/.test(typed)) conditions.push(['c.phone_tail = ?', phoneTail(house.store.vault, typed)])
  const phone = normalizePhone(typed)
  if (phone.ok) conditions.push(['c.phone_hash = ?', phoneHash(house.store.vault, phone.normalized)])
  return { sql: conditions.map(([sql]) => sql).join(' OR '), parameters: conditions.map(([, value]) => value) }
}

const LIKE_LIMIT = 20

/** Of the same room or kind, open or of the last days; newest first. Shown while a new one is written. */
export async function likeComplaints(house: House, input: ParsedInput<typeof complaints.like>): Promise<ComplaintRow[]> {
  const same = [ofUnit(input), ofKind(input)].filter((condition) => condition !== null)
  if (same.length === 0) return []
  const rows = await rowsWhere(house, [
    { sql: same.map(({ sql }) => `(${sql})`).join(' OR '), parameters: same.flatMap(({ parameters }) => parameters) },
    { sql: `c.state IN ${OPEN} OR (c.state <> 'void' AND c.at >= ?)`, parameters: [repeatSince(house.store.clock.now())] },
  ], LIKE_LIMIT)
  return rows.map(complaintRow)
}

/** What the weekly meeting hears of (5.R2): marked ones received in the days, and those before that are not closed yet or were closed in them. */
export async function meetingList(house: House, { from, to }: ParsedInput<typeof complaints.meeting>): Promise<(ComplaintRow & { why: string })[]> {
  const rows = await house.store.read<ListedComplaint>(
    `SELECT ${ROW_COLUMNS} FROM complaint c WHERE c.for_meeting = 1 AND c.state <> 'void' AND c.day <= ? AND (c.day >= ? OR c.closed_at IS NULL OR c.closed_at >= ?) ORDER BY c.level DESC, c.id`,
    [to, from, dayStart(from)],
  )
  return rows.map((row) => ({ ...complaintRow(row), why: row.meeting_reason }))
}
