import { addDays, dayOf, timeOf } from '@shared/rules/time'
import { monthDay, shortMoment, useToday } from '../../desk/clock'
import { t } from '../../locales'

/** Moments of this register in words; they follow the locale. */
export function useKeyWords() {
  const today = useToday()
  const dayName = (ms: number): string => {
    const day = dayOf(ms)
    if (day === today.value) return t('common.date.today')
    if (day === addDays(today.value, 1)) return t('keyLoans.tomorrow')
    return day === addDays(today.value, -1) ? t('common.date.yesterday') : monthDay(ms)
  }
  return {
    dayName,
    /** `17:00` today, `明日 17:00`, `昨日 12:00`, `3 月 9 日 14:26`. */
    time: (ms: number): string => (Math.abs(new Date(today.value).getTime() - new Date(dayOf(ms)).getTime()) === 86_400_000 ? `${dayName(ms)} ${timeOf(ms)}` : shortMoment(ms)),
  }
}
