import { dayStart, parseDay, type Day } from '@shared/rules/time'

/** A moment of `day` from `HH:MM` (also 9:30, 1830, １８：３０), in milliseconds; null where it is none. */
export function momentOf(day: Day, text: string): number | null {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours > 23 || minutes > 59 ? null : dayStart(day) + (hours * 60 + minutes) * 60_000
}

/** The moment of a day and a time as written, today and `usual` where one of them is left out. Empty: null. Unreadable: which of the two. */
export function agreedMoment(day: string, time: string, today: Day, usual: string): number | null | 'day' | 'time' {
  if (!day.trim() && !time.trim()) return null
  const on = day.trim() ? parseDay(day.trim()) : today
  if (!on) return 'day'
  return momentOf(on, time.trim() || usual) ?? 'time'
}
