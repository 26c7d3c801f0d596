import type { CalendarDayRow } from '@shared/contract/calendar'
import { addDays, type Day, parseDay } from '@shared/rules/time'

/** As many as the store takes of one year. */
export const MOST_DAYS = 120

export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

/** A day's own name; one that only repeats its kind, in the words the year came with, is none. */
const KIND_NAMES: Record<string, string> = { holiday: '放假', workday: '调休上班' }
export const ownName = (name: string, kind: string): string => (name === KIND_NAMES[kind] ? '' : name)

/** What is added: one day, or from one to another. */
export interface Addition { from: string; to: string; kind: CalendarDayRow['kind']; name: string }

/** The year's days with those that are added, in order; a day stands once, as it was said last. Or what is wrong. */
export function withDays(days: readonly CalendarDayRow[], year: number, addition: Addition): CalendarDayRow[] | { field: 'from' | 'to'; code: 'day' | 'year' | 'order' | 'weekday' | 'many' } {
  const from = parseDay(addition.from.trim())
  const to = addition.to.trim() ? parseDay(addition.to.trim()) : from
  if (!from) return { field: 'from', code: 'day' }
  if (!to) return { field: 'to', code: 'day' }
  if (!from.startsWith(`${year}-`)) return { field: 'from', code: 'year' }
  if (!to.startsWith(`${year}-`)) return { field: 'to', code: 'year' }
  if (to < from) return { field: 'to', code: 'order' }
  const added: CalendarDayRow[] = []
  for (let day: Day = from; day <= to; day = addDays(day, 1)) added.push({ day, kind: addition.kind, name: addition.name.trim() })
  // 调休上班 is on a weekend: any other day is worked anyway.
  if (addition.kind === 'workday' && added.some(({ day }) => !isWeekend(day))) return { field: 'from', code: 'weekday' }
  const all = [...days.filter(({ day }) => day < from || day > to), ...added].sort((a, b) => (a.day < b.day ? -1 : 1))
  return all.length > MOST_DAYS ? { field: 'to', code: 'many' } : all
}

export interface MonthDays { month: string; /** Empty places before the first, Monday first. */ before: number; days: { day: Day; kind: 'holiday' | 'workday' | 'weekend' | 'plain'; name: string }[] }

/** The year as twelve months to look at. */
export function monthsOf(year: number, days: readonly CalendarDayRow[]): MonthDays[] {
  const special = new Map(days.map((one) => [one.day, one]))
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const first: Day = `${month}-01`
    const list: MonthDays['days'] = []
    for (let day = first; day.startsWith(month); day = addDays(day, 1)) list.push({ day, kind: special.get(day)?.kind ?? (isWeekend(day) ? 'weekend' : 'plain'), name: special.get(day)?.name ?? '' })
    return { month, before: (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7, days: list }
  })
}
