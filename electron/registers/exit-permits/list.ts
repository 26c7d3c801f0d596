import type { ExitPermitRow, exitPermits } from '../../../shared/contract/exit-permits'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Condition, condition } from '../list-query'
import { phoneHash, phoneTail } from '../personal'
import { plainBrackets } from '../plain-brackets'
import { movesTyped, plainCode, typedNumbers } from './code'
import { LISTED, type ListedPermit, MISSING, permitRow } from './rows'

type Page = ParsedInput<typeof exitPermits.list>
export type Filter = Page['filter']

/** Written or leaving today; waiting at the gate, today; over its day and not closed. */
const views: Record<Filter['view'], (today: string) => Condition | null> = {
  'all': () => null,
  'today': (today) => condition('p.day = ? OR p.leaving_on = ?', today, today),
  'at-gate': (today) => condition(`p.state IN ('issued', 'differs') AND p.leaving_on = ?`, today),
  'to-chase': (today) => condition(MISSING, today),
}

/** Rows for conditions that speak of `p`, newest first. */
export const readPermits = ({ store }: House, conditions: readonly Condition[], limit: number): Promise<ListedPermit[]> =>
  store.read<ListedPermit>(`${LISTED} WHERE ${conditions.map((c) => `(${c.sql})`).join(' AND ') || '1'} ORDER BY p.id DESC LIMIT ?`, [...conditions.flatMap((c) => c.parameters), limit])

const TEXTS = `p.no || char(10) || p.applicant || char(10) || p.tenant_name || char(10) || p.room || char(10) || p.vehicle_no || char(10) || p.goods`

/** Of a move-out (TZ26-000012): the permits it left by. */
const ofMoveOut = (numbers: string[]): Condition => condition('p.move_out_id IN (SELECT id FROM move_out WHERE no IN (SELECT value FROM json_each(?)))', JSON.stringify(numbers))

/** In number, that of its move-out, applicant, company, room, plate or goods; a slip's QR code; the applicant's phone number, whole or its last four digits. */
export function searched({ store: { vault, clock } }: House, search: string): Condition {
  const typed = search.normalize('NFKC')
  const ways = [condition(`instr(upper(${plainBrackets(TEXTS)}), ?) > 0`, typed.toUpperCase()), condition('p.token = ?', plainCode(typed)), condition('p.no IN (SELECT value FROM json_each(?))', JSON.stringify(typedNumbers(plainCode(typed), clock.now())))]
  const moveOuts = movesTyped(search, clock.now())
  if (moveOuts.length > 0) ways.push(ofMoveOut(moveOuts))
  const phone = normalizePhone(typed)
  if (/^\d{4}$/.test(typed)) ways.push(condition('p.phone_tail = ?', phoneTail(vault, typed)))
  else if (phone.ok) ways.push(condition('p.phone_hash = ?', phoneHash(vault, phone.normalized)))
  return condition(ways.map((way) => way.sql).join(' OR '), ...ways.flatMap((way) => way.parameters))
}

export function listRecords(house: House, { filter, before, limit }: Page): Promise<ListedPermit[]> {
  const view = views[filter.view](dayOf(house.store.clock.now()))
  return readPermits(house, [
    ...(view ? [view] : []),
    ...(filter.states.length > 0 ? [condition('p.state IN (SELECT value FROM json_each(?))', JSON.stringify(filter.states))] : []),
    ...(filter.from === null ? [] : [condition('p.day >= ?', filter.from)]), ...(filter.to === null ? [] : [condition('p.day <= ?', filter.to)]),
    ...(filter.tenantId === null ? [] : [condition('p.tenant_id = ?', filter.tenantId)]), ...(filter.unitId === null ? [] : [condition('p.unit_id = ?', filter.unitId)]),
    ...(filter.search === '' ? [] : [searched(house, filter.search)]),
    ...(before === null ? [] : [condition('p.id < ?', before)]),
  ], limit)
}

/** A page of the register, newest first, after the row `before`; `next` is null on the last page. */
export async function listPermits(house: House, page: Page): Promise<{ rows: ExitPermitRow[]; next: number | null }> {
  const rows = await listRecords(house, page)
  const today = dayOf(house.store.clock.now())
  return { rows: rows.map((row) => permitRow(row, today)), next: rows.length === page.limit ? rows.at(-1)!.id : null }
}

/** How many are where, as the views show them; `differs` are among those at the gate. */
export async function permitCounts({ store }: House): Promise<Answer<typeof exitPermits.counts>> {
  const today = dayOf(store.clock.now())
  const [counts] = await store.read<Answer<typeof exitPermits.counts>>(
    `SELECT coalesce(sum(day = ?1 OR leaving_on = ?1), 0) AS today, coalesce(sum(state IN ('issued', 'differs') AND leaving_on = ?1), 0) AS atGate, coalesce(sum(state = 'differs' AND leaving_on = ?1), 0) AS differs,
       coalesce(sum(released_at >= ?2), 0) AS released, coalesce(sum(state IN ('issued', 'differs', 'released') AND leaving_on < ?1), 0) AS toChase, coalesce(sum(state = 'held'), 0) AS held
     FROM exit_permit WHERE state IN ('held', 'issued', 'differs', 'released') OR day = ?1 OR leaving_on = ?1`, [today, dayStart(today)],
  )
  return counts!
}
