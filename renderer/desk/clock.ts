import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { dayOf, timeOf } from '@shared/rules/time'
import type { Day } from '@shared/rules/time'
import { currentLocale, t } from '../locales'

const TICK = 10_000
const now = ref(Date.now())
let ticking = false

/** Milliseconds since 1970, fresh each ten seconds. One clock for the whole page. */
export function useNow(): Ref<number> {
  if (!ticking) {
    ticking = true
    // On the whole ten seconds, so that the bar's minute is the minute.
    const tick = (): void => {
      now.value = Date.now()
      setTimeout(tick, TICK - (now.value % TICK))
    }
    tick()
    // A machine that slept shows the right time at once.
    document.addEventListener('visibilitychange', () => { now.value = Date.now() })
  }
  return now
}

/** Today's local day; changes at midnight. */
export function useToday(): ComputedRef<Day> {
  const at = useNow()
  return computed(() => dayOf(at.value))
}

/** `14:26`. */
export const clockTime = timeOf

/** `14:26:31`. */
export function clockSeconds(ms: number): string {
  return `${timeOf(ms)}:${String(new Date(ms).getSeconds()).padStart(2, '0')}`
}

const month = (date: Date): string | number =>
  currentLocale() === 'en' ? date.toLocaleString('en-GB', { month: 'short' }) : date.getMonth() + 1

function dateParts(ms: number) {
  const date = new Date(ms)
  const values = { year: date.getFullYear(), month: month(date), day: date.getDate() }
  return { values, weekday: t(`common.date.weekday.${date.getDay()}`) }
}

/** `3 月 12 日` / `12 Mar`. */
export function monthDay(ms: number): string {
  return t('common.date.monthDay', dateParts(ms).values)
}

/** `2026 年 3 月` / `Mar 2026`, of a month YYYY-MM. */
export function monthOfYear(of: string): string {
  return t('common.month.name', dateParts(new Date(`${of}-01T00:00`).getTime()).values)
}

/** `3 月 12 日 周四` / `Thu 12 Mar`. */
export function dayAndWeekday(ms: number): string {
  return t('common.date.barDay', { monthDay: monthDay(ms), weekday: dateParts(ms).weekday })
}

/** `2026 年 3 月 12 日　周四` / `Thu 12 Mar 2026`. */
export function longDay(ms: number): string {
  const { values, weekday } = dateParts(ms)
  return t('common.date.longDay', { full: t('common.date.full', values), weekday })
}

/** `14:26` today, `3 月 11 日 14:26` on another day. */
export function shortMoment(ms: number, at: number = now.value): string {
  return dayOf(ms) === dayOf(at) ? timeOf(ms) : `${monthDay(ms)} ${timeOf(ms)}`
}
