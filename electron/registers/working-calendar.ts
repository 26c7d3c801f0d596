import { UserError } from '../../shared/contract/errors'
import { type CalendarDay, workingCalendar } from '../../shared/rules/working-days'
import type { Sql } from '../store/types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The days of a year that are not what their weekday says; none: the year was not entered. */
export const calendarDays = (query: Query, year: number): Promise<CalendarDay[]> =>
  query<CalendarDay>('SELECT day, kind, name FROM calendar_day WHERE day BETWEEN ? AND ? ORDER BY day', [`${year}-01-01`, `${year}-12-31`])

/** `count` working days before a day; `missing` is the first year of those counted through that nobody entered. */
export async function workingDaysBefore(query: Query, day: string, count: number): Promise<{ day: string; missing: number | null }> {
  // The longest count asked for (60) reaches a hundred days back at most.
  const years = [yearOf(day) - 1, yearOf(day)]
  const days = await Promise.all(years.map((year) => calendarDays(query, year)))
  const before = workingCalendar(days.flat()).before(day, count)
  const missing = years.filter((year, i) => year >= yearOf(before) && days[i]!.length === 0)
  return { day: before, missing: missing[0] ?? null }
}

/** The last day to ask, `count` working days before the term's end (12.R9). @throws UserError calendar-year-missing */
export async function lastDayToAsk(query: Query, until: string, count: number): Promise<string> {
  const { day, missing } = await workingDaysBefore(query, until, count)
  if (missing !== null) throw new UserError('calendar-year-missing', { year: missing })
  return day
}
