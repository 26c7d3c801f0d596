import { addDays, type Day } from './time'

/** A day that is not what its weekday says: a public holiday, or a weekend that is worked (调休上班). */
export interface CalendarDay { day: Day; kind: 'holiday' | 'workday'; name: string }

/** Answers by the calendar's days, else by the weekday: Monday to Friday are worked. */
export function workingCalendar(days: readonly Pick<CalendarDay, 'day' | 'kind'>[]): { isWorkingDay(day: Day): boolean; before(day: Day, count: number): Day; after(day: Day, count: number): Day } {
  const special = new Map(days.map(({ day, kind }) => [day, kind]))
  const isWorkingDay = (day: Day): boolean => {
    const kind = special.get(day)
    if (kind) return kind === 'workday'
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6
  }
  const step = (day: Day, count: number, direction: 1 | -1): Day => {
    let found = day
    for (let left = count; left > 0;) {
      found = addDays(found, direction)
      if (isWorkingDay(found)) left--
    }
    return found
  }
  return { isWorkingDay, before: (day, count) => step(day, count, -1), after: (day, count) => step(day, count, 1) }
}
