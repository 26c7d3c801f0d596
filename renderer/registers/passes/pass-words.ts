import { useI18n } from 'vue-i18n'
import { addDays, dayOf, timeOf } from '@shared/rules/time'
import { monthDay, useToday } from '../../desk/clock'
import type { Edge } from './pass-state'

/** A pass and its parts in words; follows the locale. */
export function usePassWords() {
  const { t } = useI18n()
  const today = useToday()
  /** 14:26 today, 昨日, 3 月 9 日. */
  const dayName = (at: number): string => {
    const day = dayOf(at)
    return day === today.value ? timeOf(at) : day === addDays(today.value, -1) ? t('common.date.yesterday') : monthDay(at)
  }
  return {
    dayName,
    edge(edge: Edge): string {
      switch (edge.kind) {
        case 'at': return dayName(edge.at)
        case 'left': return edge.days === 0 ? t('passes.list.today') : t('passes.list.left', { n: edge.days })
        case 'past': return t('passes.list.past', { n: edge.days })
        case 'until': return t('passes.list.until', { day: edge.day })
        case 'kept': return t('passes.list.kept')
      }
    },
  }
}
