import type { Department } from '../../../shared/contract/base'
import { inChinese, readPhrases, type Said, say } from '../../../shared/rules/phrases'
import { closeUp } from '../../../shared/rules/spacing'
import { addDays, dayOf, dayStart, timeOf } from '../../../shared/rules/time'
import type { WaitingItem } from '../../../shared/contract/overview'
import type { Sql } from '../../store/types'
import { storedItems } from './rows'
import { NAME, NOTICE, type StoredItem } from './stored-item'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** More than these of one kind nobody hands over line by line: a last line says how many more, and the register's own list has them. */
const LIMIT = 200

interface Counted { of_all: number }
interface EntryRow extends Counted { id: number; no: string; people: number; room: string; tenant_name: string; host_name: string; card_no: string; matter: string; valid_until: number | null; expected_at: number | null; since: number | null; name: string }

/** How many there are before the limit. */
const OF_ALL = 'count(*) OVER () AS of_all'
const ENTRY = `id, no, people, room, tenant_name, host_name, card_no, matter, valid_until, expected_at, name, ${OF_ALL}`

const item = (what: StoredItem['what'], key: number | string, fields: Partial<StoredItem>): StoredItem => ({
  key: `${what}:${key}`, what, register: 'reception', recordId: null, no: '', title: '', detail: '', since: null, dueAt: null, dropped: null, seen: false, ...fields,
})

/** A line in words: in the tower's language, as it is kept and printed, and in its parts, for a page in another. */
const worded = (title: Said, detail: (Said | false | null | '')[], now = 0): Pick<StoredItem, 'title' | 'detail' | 'parts'> => {
  const parts = detail.filter((part): part is Said => Boolean(part))
  return { title: closeUp(inChinese(title)), detail: inChinese(parts, (at) => dayAndTime(at, now)), parts: { title: [title], detail: parts } }
}

/** Those that have no line of their own; none where every one has. */
const more = (count: number, what: StoredItem['what'], of: string, kind: Said, register = 'reception'): StoredItem[] => (count > 0 ? [item(what, `more:${of}`, { register, ...worded(say('more', { n: count }), [kind]) })] : [])
const listed = <R extends Counted>(rows: readonly R[], what: Exclude<StoredItem['what'], 'record-open' | 'written'>, lineOf: (row: R) => StoredItem, register?: string): StoredItem[] =>
  [...rows.map(lineOf), ...more((rows[0]?.of_all ?? 0) - rows.length, what, what, say(`kind-${what}`), register)]

const who = (row: EntryRow): Said[] => [row.people > 1 ? say('visitors', { who: NAME, n: row.people }) : NAME]
const place = (row: EntryRow): string => row.room || row.tenant_name || row.host_name

/**
 * What is unfinished at `now` (16.R5, 16.C1): visitors inside or waiting for an answer, those expected today or before,
 * notices nobody acknowledged, calls without a result, records of other registers whose turn it is at the desk, slips
 * not printed, and what was written into the hand-over before and never dropped. An item stays as long as its cause
 * does, whoever handed it over first.
 */
export async function unfinished(query: Query, now: number, waiting: readonly WaitingItem[] = []): Promise<StoredItem[]> {
  return [
    ...(await inside(query, now)), ...(await asked(query)), ...(await expected(query, now)), ...(await openNotices(query)),
    ...(await withoutResult(query)), ...openRecords(waiting), ...(await unprinted(query)), ...(await writtenBefore(query)),
  ]
}

/** The time, with its day where that is not today; a day is not broken over two lines. */
function dayAndTime(at: number, now: number): string {
  const [, month, day] = dayOf(at).split('-')
  return dayOf(at) === dayOf(now) ? timeOf(at) : `${Number(month)}\u00A0月\u00A0${Number(day)}\u00A0日 ${timeOf(at)}`
}

async function inside(query: Query, now: number): Promise<StoredItem[]> {
  const rows = await query<EntryRow>(`SELECT ${ENTRY}, inside_at AS since FROM entry WHERE state = 'inside' ORDER BY id LIMIT ${LIMIT}`)
  return listed(rows, 'still-inside', (row) => item('still-inside', row.id, {
    recordId: row.id, no: row.no, since: row.since, dueAt: row.valid_until,
    ...worded(say('inside', { who: who(row), place: place(row) }), [row.card_no, row.valid_until !== null && say('leave-by', { at: row.valid_until })], now),
  }))
}

async function asked(query: Query): Promise<StoredItem[]> {
  const rows = await query<EntryRow>(`SELECT ${ENTRY}, asked_at AS since FROM entry WHERE state = 'asked' ORDER BY id LIMIT ${LIMIT}`)
  return listed(rows, 'awaiting-answer', (row) => item('awaiting-answer', row.id, { recordId: row.id, no: row.no, since: row.since, ...worded(say('awaits', { who: who(row), place: place(row) }), [row.host_name, row.card_no]) }))
}

async function expected(query: Query, now: number): Promise<StoredItem[]> {
  const tomorrow = dayStart(addDays(dayOf(now), 1))
  const rows = await query<EntryRow>(`SELECT ${ENTRY}, expected_at AS since FROM entry WHERE state = 'expected' AND expected_at < ? ORDER BY expected_at LIMIT ${LIMIT}`, [tomorrow])
  return listed(rows, 'expected', (row) => item('expected', row.id, { recordId: row.id, no: row.no, since: row.since, ...worded(say('to-come', { who: who(row), place: place(row) }), [row.host_name, row.matter]) }))
}

/** The department, and the person where one is named: 客服部 主管. */
const whom = ({ department, person }: { department: Department; person: string }): Said[] => [person ? say('person-of', { department: [say(`department-${department}`)], person: readPhrases(person, 'person') }) : say(`department-${department}`)]

async function openNotices(query: Query): Promise<StoredItem[]> {
  const rows = await query<{ id: number; department: Department; person: string; register: string; record_id: number; no: string; created_at: number; reminders: number } & Counted>(
    `SELECT *, ${OF_ALL} FROM notice WHERE acknowledged_at IS NULL AND closed_at IS NULL ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'notice-open', (row) => item('notice-open', row.id, {
    register: row.register, recordId: row.record_id, no: row.no, since: row.created_at,
    ...worded(NOTICE, [say('not-acknowledged', { whom: whom(row) }), row.reminders > 0 && say('reminded', { n: row.reminders })]),
  }), 'notices')
}

/** A call whose notice is still open is handed over by that notice. */
async function withoutResult(query: Query): Promise<StoredItem[]> {
  const rows = await query<EntryRow>(
    `SELECT ${ENTRY}, at AS since FROM entry e WHERE state IN ('waiting', 'notified') AND result = ''
       AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.register = 'reception' AND n.record_id = e.id AND n.acknowledged_at IS NULL AND n.closed_at IS NULL)
     ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'no-result', (row) => item('no-result', row.id, { recordId: row.id, no: row.no, since: row.since, ...worded(row.name ? say('matter-of', { who: NAME, matter: row.matter }) : row.matter, [row.room || row.tenant_name, say('no-result')]) }))
}

/** Each kind of them has its own limit, so that a hundred passes to take back leave no complaint out. */
function openRecords(waiting: readonly WaitingItem[]): StoredItem[] {
  const lines: StoredItem[] = []
  const kinds = new Map<WaitingItem['what'], { register: string; count: number }>()
  for (const each of waiting) {
    const kind = kinds.get(each.what) ?? { register: each.register, count: 0 }
    kinds.set(each.what, { ...kind, count: kind.count + 1 })
    if (kind.count < LIMIT) lines.push(openRecord(each))
  }
  return [...lines, ...[...kinds].flatMap(([what, { register, count }]) => more(count - LIMIT, 'record-open', what, say(`open-${what}`), register))]
}

/** A record of another register: as that words it, without the client's name (P3). One record may wait for two things. */
function openRecord(waiting: WaitingItem): StoredItem {
  const [title, state] = [waiting.nameless ?? waiting.title, say(`open-${waiting.what}`)]
  return item('record-open', waiting.key, {
    register: waiting.register, recordId: waiting.recordId, no: waiting.no, since: waiting.since, dueAt: waiting.dueAt,
    title, detail: inChinese([waiting.detail, state]), parts: { title: readPhrases(title, 'record'), detail: [...waiting.detail.split('，').filter(Boolean).flatMap((part) => readPhrases(part, 'record')), state] },
  })
}

async function unprinted(query: Query): Promise<StoredItem[]> {
  const rows = await query<{ id: number; title: string; no: string; state: string; created_at: number } & Counted>(
    `SELECT id, title, no, state, created_at, ${OF_ALL} FROM print_job WHERE state IN ('waiting', 'printing', 'failed', 'unknown') ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'print-unfinished', (row) => item('print-unfinished', row.id, {
    register: 'printing', recordId: row.id, no: row.no, since: row.created_at,
    ...worded(say('not-printed', { slip: readPhrases(row.title, 'slip') }), [say(row.state === 'unknown' ? 'see-paper' : row.state === 'failed' ? 'did-not-print' : 'waits-for-printer')]),
  }), 'printing')
}

/** Lines written by hand go on from one hand-over to the next until somebody drops them with the reason. */
async function writtenBefore(query: Query): Promise<StoredItem[]> {
  const [last] = await query<{ items: string }>('SELECT items FROM handover ORDER BY id DESC LIMIT 1')
  if (!last) return []
  return storedItems(last).filter((stored) => stored.what === 'written' && stored.dropped === null).map((stored) => ({ ...stored, seen: false }))
}

/** A line written into the hand-over `of`. */
export const writtenItem = (of: { id: number; no: string }, index: number, text: string, at: number, by: string): StoredItem =>
  item('written', `${of.no}:${index}`, { register: 'handover', recordId: of.id, no: of.no, title: text, detail: by, since: at })
