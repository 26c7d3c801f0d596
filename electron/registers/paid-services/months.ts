import { addDays, dayOf, dayStart } from '../../../shared/rules/time'

/** A local month, YYYY-MM. Sorts as text. */
export const monthOf = (ms: number): string => dayOf(ms).slice(0, 7)

export function nextMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + number - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The first and last day of a month, and its moments from `start` to before `end`. */
export function monthRange(month: string): { firstDay: string; lastDay: string; start: number; end: number } {
  const next = `${nextMonths(month, 1)}-01`
  return { firstDay: `${month}-01`, lastDay: addDays(next, -1), start: dayStart(`${month}-01`), end: dayStart(next) }
}
