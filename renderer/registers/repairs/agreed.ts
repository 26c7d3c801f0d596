import { parseDay, type Day } from '@shared/rules/time'
import { momentOf } from '../../desk/moment'

/** The moment of a day and a time as written, today and `usual` where one of them is left out. Empty: null. Unreadable: which of the two. */
export function agreedMoment(day: string, time: string, today: Day, usual: string): number | null | 'day' | 'time' {
  if (!day.trim() && !time.trim()) return null
  const on = day.trim() ? parseDay(day.trim()) : today
  if (!on) return 'day'
  return momentOf(on, time.trim() || usual) ?? 'time'
}
