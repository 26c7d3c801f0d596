import type { KeyLoanRow, keys } from '../../../shared/contract/keys'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayStart, dayOf } from '../../../shared/rules/time'
import { formatNumber } from '../../store/numbers'
import type { Sql } from '../../store/types'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import type { Condition } from '../list-query'
import { phoneHash, phoneTail } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { tagText } from './hooks'
import { LOANS, STILL_OUT, type LoanView } from './loans'
import { type ListedLoan, loanRow } from './rows'

type Page = ParsedInput<typeof keys.loans>
export type Filter = Page['filter']

const views: Record<LoanView, (now: number) => Condition | null> = {
  all: () => null,
  out: () => ({ sql: `l.state = 'out'`, parameters: [] }),
  late: (now) => ({ sql: `${STILL_OUT} AND l.due_at < ?`, parameters: [now] }),
  'returned-today': (now) => ({ sql: `l.state = 'returned' AND l.returned_at >= ?`, parameters: [dayStart(dayOf(now))] }),
}

/** The number that was typed: YJ26-001203, yj26-1203, QT1:YJ26-001203, or 1203 of this year or the last. */
export function typedNumbers(typed: string, now: number): string[] {
  const text = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/^QT1:/, '')
  const whole = /^YJ(\d{2})-?(\d{1,8})$/.exec(text)
  if (whole) return [formatNumber('key-loans', 2000 + Number(whole[1]), Number(whole[2]))]
  if (!/^\d{1,8}$/.test(text)) return []
  const year = new Date(now).getFullYear()
  return [year, year - 1].map((of) => formatNumber('key-loans', of, Number(text)))
}

/** In the number, the tag, the borrower, the company, the room, or the borrower's phone number: whole, or its last four digits. */
function searchFor({ store: { vault, clock } }: House, search: string): Condition {
  const typed = search.normalize('NFKC')
  const ways: Condition[] = [
    { sql: 'l.no IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(typedNumbers(typed, clock.now()))] },
    { sql: '(k.no = ? OR l.key_no = ?)', parameters: [tagText(typed), tagText(typed)] },
    { sql: `instr(upper(${plainBrackets('l.borrower || char(10) || l.company || char(10) || l.tenant_name || char(10) || l.room || char(10) || l.key_name || char(10) || k.name || char(10) || l.pass_no')}), ?) > 0`, parameters: [typed.toUpperCase()] },
  ]
  const phone = normalizePhone(typed)
  if (/^\d{4}$/.test(typed)) ways.push({ sql: 'l.phone_tail = ?', parameters: [phoneTail(vault, typed)] })
  else if (phone.ok) ways.push({ sql: 'l.phone_hash = ?', parameters: [phoneHash(vault, phone.normalized)] })
  return { sql: `(${ways.map((way) => way.sql).join(' OR ')})`, parameters: ways.flatMap((way) => way.parameters) }
}

function conditionsOf(house: House, filter: Filter): Condition[] {
  const conditions: Condition[] = []
  const add = (sql: string, ...parameters: Sql[]): void => { conditions.push({ sql, parameters }) }
  const view = views[filter.view](house.store.clock.now())
  if (view) conditions.push(view)
  if (filter.keyId !== null) add('l.key_id = ?', filter.keyId)
  if (filter.tenantId !== null) add('l.tenant_id = ?', filter.tenantId)
  if (filter.unitId !== null) add('l.unit_id = ?', filter.unitId)
  if (filter.from !== null) add('l.day >= ?', filter.from)
  if (filter.to !== null) add('l.day <= ?', filter.to)
  if (filter.search !== '') conditions.push(searchFor(house, filter.search))
  return conditions
}

/** Loans, newest first, after the row `before`. */
export function listRecords(house: House, { filter, before, limit }: Page): Promise<ListedLoan[]> {
  const all = [...conditionsOf(house, filter), ...(before === null ? [] : [{ sql: 'l.id < ?', parameters: [before] }])]
  return house.store.read<ListedLoan & Record<string, unknown>>(
    `${LOANS} ${all.length > 0 ? `WHERE ${all.map((c) => c.sql).join(' AND ')}` : ''} ORDER BY l.id DESC LIMIT ${limit}`, all.flatMap((c) => c.parameters))
}

/** A page of the register; `next` is null on the last page. */
export async function listLoans(house: House, page: Page): Promise<{ rows: KeyLoanRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  const now = house.store.clock.now()
  return { rows: rows.map((row) => loanRow(row, now)), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}
