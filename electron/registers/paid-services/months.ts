import { addDays, addMonths, dayOf, dayStart } from '../../../shared/rules/time'

/** A local month, YYYY-MM. Sorts as text. */
export const monthOf = (ms: number): string => dayOf(ms).slice(0, 7)

/** The first and last day of a month, and its moments from `start` to before `end`. */
export function monthRange(month: string): { firstDay: string; lastDay: string; start: number; end: number } {
  const next = `${addMonths(month, 1)}-01`
  return { firstDay: `${month}-01`, lastDay: addDays(next, -1), start: dayStart(`${month}-01`), end: dayStart(next) }
}
