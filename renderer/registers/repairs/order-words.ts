import { useI18n } from 'vue-i18n'
import type { WorkOrderRow } from '@shared/contract/repairs'
import { addDays, dayOf, timeOf } from '@shared/rules/time'
import { monthDay, shortMoment, useToday } from '../../desk/clock'

/** An order and its parts in words; follows the locale. */
export function useOrderWords() {
  const { t } = useI18n()
  const today = useToday()
  /** 今日 · 明日 · 昨日 · 3 月 9 日. */
  const dayName = (ms: number): string => {
    const day = dayOf(ms)
    if (day === today.value) return t('common.date.today')
    if (day === addDays(today.value, -1)) return t('common.date.yesterday')
    return day === addDays(today.value, 1) ? t('repairs.tomorrow') : monthDay(ms)
  }
  return {
    dayName,
    /** `14:26` today, `明日 09:00`, `3 月 9 日 14:26`. */
    time: (at: number | null): string => {
      if (at === null) return ''
      return dayOf(at) === addDays(today.value, 1) ? `${t('repairs.tomorrow')} ${shortMoment(at, at)}` : shortMoment(at)
    },
    /** For a narrow column, a line each: `14:26` today, `昨日` or `11-23` and the time on another day. */
    narrowTime: (at: number): string[] => {
      const day = dayOf(at)
      if (day === today.value) return [timeOf(at)]
      return [day === addDays(today.value, -1) ? t('common.date.yesterday') : day.slice(5), timeOf(at)]
    },
    /** 1808 室, or the place it is at. */
    where: (order: Pick<WorkOrderRow, 'room' | 'place'>): string => [order.room && t('repairs.roomNo', { room: order.room }), order.place].filter(Boolean).join('　'),
    whereShort: (order: Pick<WorkOrderRow, 'room' | 'place'>): string => order.room || order.place,
    tradeName: (trade: WorkOrderRow['trade']): string => t(`repairs.trade.${trade}`),
  }
}
