import { departmentWords } from '../../../shared/slip/visitor-slip'
import type { Department } from '../../../shared/contract/base'
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

/** Those that have no line of their own; none where every one has. */
const more = (count: number, what: StoredItem['what'], of: string, detail: string, register = 'reception'): StoredItem[] => (count > 0 ? [item(what, `more:${of}`, { register, title: `另有 ${count} 件`, detail })] : [])
const listed = <R extends Counted>(rows: readonly R[], what: StoredItem['what'], detail: string, lineOf: (row: R) => StoredItem, register?: string): StoredItem[] =>
  [...rows.map(lineOf), ...more((rows[0]?.of_all ?? 0) - rows.length, what, what, detail, register)]

const words = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join('，')
const group = (row: EntryRow): string => (row.people > 1 ? `${NAME}等 ${row.people} 人` : NAME)
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
  return listed(rows, 'still-inside', '仍在内', (row) => item('still-inside', row.id, {
    recordId: row.id, no: row.no, since: row.since, dueAt: row.valid_until, title: closeUp(`${group(row)}仍在 ${place(row)}`),
    detail: words(row.card_no, row.valid_until !== null && `${dayAndTime(row.valid_until, now)} 前离开`),
  }))
}

async function asked(query: Query): Promise<StoredItem[]> {
  const rows = await query<EntryRow>(`SELECT ${ENTRY}, asked_at AS since FROM entry WHERE state = 'asked' ORDER BY id LIMIT ${LIMIT}`)
  return listed(rows, 'awaiting-answer', '待回复', (row) => item('awaiting-answer', row.id, { recordId: row.id, no: row.no, since: row.since, title: closeUp(`${group(row)}等 ${place(row)} 回复`), detail: words(row.host_name, row.card_no) }))
}

async function expected(query: Query, now: number): Promise<StoredItem[]> {
  const tomorrow = dayStart(addDays(dayOf(now), 1))
  const rows = await query<EntryRow>(`SELECT ${ENTRY}, expected_at AS since FROM entry WHERE state = 'expected' AND expected_at < ? ORDER BY expected_at LIMIT ${LIMIT}`, [tomorrow])
  return listed(rows, 'expected', '预约未到', (row) => item('expected', row.id, { recordId: row.id, no: row.no, since: row.since, title: closeUp(`${group(row)}预约到 ${place(row)}`), detail: words(row.host_name, row.matter) }))
}

async function openNotices(query: Query): Promise<StoredItem[]> {
  const rows = await query<{ id: number; department: Department; person: string; register: string; record_id: number; no: string; created_at: number; reminders: number } & Counted>(
    `SELECT *, ${OF_ALL} FROM notice WHERE acknowledged_at IS NULL AND closed_at IS NULL ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'notice-open', '通知未签收', (row) => item('notice-open', row.id, {
    register: row.register, recordId: row.record_id, no: row.no, since: row.created_at, title: NOTICE,
    detail: words(`${departmentWords[row.department]}${row.person && ` ${row.person}`}未签收`, row.reminders > 0 && `催过 ${row.reminders} 次`),
  }), 'notices')
}

/** A call whose notice is still open is handed over by that notice. */
async function withoutResult(query: Query): Promise<StoredItem[]> {
  const rows = await query<EntryRow>(
    `SELECT ${ENTRY}, at AS since FROM entry e WHERE state IN ('waiting', 'notified') AND result = ''
       AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.register = 'reception' AND n.record_id = e.id AND n.acknowledged_at IS NULL AND n.closed_at IS NULL)
     ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'no-result', '未填结果', (row) => item('no-result', row.id, { recordId: row.id, no: row.no, since: row.since, title: row.name ? `${NAME}：${row.matter}` : row.matter, detail: words(row.room || row.tenant_name, '未填结果') }))
}

const OPEN: Record<WaitingItem['what'], string> = {
  'order-quoting': '待客户答复报价', 'order-unfetched': '待领单', 'order-working': '维修中', 'order-parts': '待料', 'order-unsigned': '待客户签字', 'order-unreturned': '未返单', 'order-unverified': '待核验',
  'service-quoted': '待客户答复报价', 'service-due': '待付', 'complaint-new': '待处理', 'complaint-escalated': '已升级', 'complaint-handling': '处理中', 'complaint-to-ask': '待问客户', 'complaint-repairing': '转报修，待返单',
  'pass-ready': '待领', 'pass-expiring': '将到期', 'pass-expired': '已过期未退', 'pass-unfiled': '资料待归档', 'permit-held': '待签发', 'permit-open': '待放行', 'permit-differs': '不符退回', 'permit-missing': '未收回',
  'key-out': '在借', 'key-late': '逾期未还', 'cutting-requested': '配制待主管核', 'cutting-checked': '配制待批', 'cutting-approved': '待配制', 'cutting-cut': '待登记入柜', 'custody-unsealed': '已启封未再封', 'key-incident': '损坏遗失待了结', 'stocktake-unchecked': '盘点待核', 'stocktake-due': '该盘点了',
  'sign-applied': '待客户核对', 'sign-returned': '已退客户', 'sign-ordered': '制作中', 'sign-departed': '已退租待拆', 'sign-moved': '已换房待拆', 'sign-renamed': '已更名待换',
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
  return [...lines, ...[...kinds].flatMap(([what, { register, count }]) => more(count - LIMIT, 'record-open', what, OPEN[what], register))]
}

/** A record of another register: as that words it, without the client's name (P3). One record may wait for two things. */
const openRecord = (waiting: WaitingItem): StoredItem =>
  item('record-open', waiting.key, { register: waiting.register, recordId: waiting.recordId, no: waiting.no, since: waiting.since, dueAt: waiting.dueAt, title: waiting.nameless ?? waiting.title, detail: words(waiting.detail, OPEN[waiting.what]) })

async function unprinted(query: Query): Promise<StoredItem[]> {
  const rows = await query<{ id: number; title: string; no: string; state: string; created_at: number } & Counted>(
    `SELECT id, title, no, state, created_at, ${OF_ALL} FROM print_job WHERE state IN ('waiting', 'printing', 'failed', 'unknown') ORDER BY id LIMIT ${LIMIT}`,
  )
  return listed(rows, 'print-unfinished', '未打印', (row) => item('print-unfinished', row.id, {
    register: 'printing', recordId: row.id, no: row.no, since: row.created_at, title: `${row.title}未打印`,
    detail: row.state === 'unknown' ? '发出后没有回音，请先看纸' : row.state === 'failed' ? '没有打出' : '在等打印机',
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
