/** A local calendar day, `YYYY-MM-DD`. Sorts as text. */
export type Day = string

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The local calendar day in which `ms` (epoch milliseconds) falls. */
export function dayOf(ms: number): Day {
  const date = new Date(ms)
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** Local wall time `HH:MM` of `ms` (epoch milliseconds). */
export function timeOf(ms: number): string {
  const date = new Date(ms)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** Whether year, month (1–12) and day of month name a day of the Gregorian calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= lengths[month - 1]!
}

/** `YYYYMMDD` or `YYYY-MM-DD` as a `Day`; undefined where it is not a real day. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text)
  if (!match) return undefined
  const [, year, , month, day] = match
  return isRealDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined
}

/** Epoch milliseconds of the first moment of a local day. */
export function dayStart(day: Day): number {
  const [year, month, date] = fields(day)
  return new Date(year, month - 1, date).getTime()
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  const [year, month, date] = fields(day)
  // Noon, so that a zone that moves its clocks at midnight does not land a day off.
  return dayOf(new Date(year, month - 1, date + count, 12).getTime())
}

/** The month (YYYY-MM) `count` months later (earlier if negative). */
export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + number - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const utc = (day: Day): number => {
    const [year, month, date] = fields(day)
    return Date.UTC(year, month - 1, date)
  }
  return (utc(to) - utc(from)) / 86_400_000
}

function fields(day: Day): [year: number, month: number, date: number] {
  if (parseDay(day) !== day) throw new RangeError(`not a day: ${day}`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** How long something has waited, ready for words: 24 分 · 2 时 46 分 · 超 34 分. */
export interface Age {
  /** `over`: hours and minutes count from the limit on, not from the start. */
  readonly stage: 'within' | 'near' | 'over'
  readonly hours: number
  readonly minutes: number
}

/**
 * The age at `now` of what began at `since`; both epoch milliseconds, `limit` in milliseconds.
 * `near` from two thirds of the limit on, `over` once past it; without a limit always `within`.
 * A start in the future (a clock set back) has age nought.
 */
export function ageParts(since: number, now: number, limit?: number): Age {
  const age = Math.max(0, now - since)
  const over = limit !== undefined && age > limit
  const near = limit !== undefined && age * 3 >= limit * 2
  const minutes = Math.floor((over ? age - limit : age) / 60_000)
  return { stage: over ? 'over' : near ? 'near' : 'within', hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** Day and time as slips and registers print them: `2026-03-12 14:26`, local. */
export const stampOf = (ms: number): string => `${dayOf(ms)} ${timeOf(ms)}`
