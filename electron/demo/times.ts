import { addDays, dayOf, dayStart, type Day } from '../../shared/rules/time'
import type { Random } from './random'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export interface WorkDay { day: Day; opens: number; closes: number; visits: number; calls: number }

const OPENS = 8.5 * HOUR
const CLOSES = 18.5 * HOUR

/**
 * The days of the demo's month, the last one until `now`: about forty visits and thirty calls a workday. Today has
 * its share so far, and a few however early it is, so that there is always something to see.
 */
export function demoDays(random: Random, now: number, days: number): WorkDay[] {
  const today = dayOf(now)
  return Array.from({ length: days + 1 }, (_, i) => addDays(today, i - days)).map((day) => {
    const start = dayStart(day)
    const isToday = day === today
    const quiet = !isToday && [0, 6].includes(new Date(start).getDay())
    const opens = isToday ? Math.max(start, Math.min(start + OPENS, now - 2 * HOUR)) : start + OPENS
    const closes = isToday ? Math.max(opens + MINUTE, Math.min(start + CLOSES, now)) : start + CLOSES
    const share = isToday ? Math.max(0.3, (closes - opens) / (CLOSES - OPENS)) : 1
    return { day, opens, closes, visits: Math.round((quiet ? 6 : random.int(36, 44)) * share), calls: Math.round((quiet ? 4 : random.int(27, 33)) * share) }
  })
}

/** A moment of the day: mornings and early afternoons are busier. */
export function busyMoment(random: Random, { opens, closes }: WorkDay): number {
  const spread = random.chance(0.6) ? (random.next() + random.next()) / 2 : random.next()
  return Math.floor(opens + spread * (closes - opens - 1))
}

/** When it is done that would fall outside office hours: in the course of the next morning. */
export function deskTime(at: number): number {
  const start = dayStart(dayOf(at))
  if (at < start + OPENS) return start + OPENS + ((at - start) % HOUR)
  return at <= start + CLOSES ? at : dayStart(addDays(dayOf(at), 1)) + OPENS + ((at - start) % HOUR)
}
