import { useI18n } from 'vue-i18n'
import type { ComplaintRow } from '@shared/contract/complaints'
import { ageParts, addDays, dayOf, timeOf } from '@shared/rules/time'
import { ageWords } from '../../components/age'
import { monthDay, shortMoment, useToday } from '../../desk/clock'
import type { Edge, Standing } from '../../desk/standing/complaint-state'

/** A complaint and its parts in words; follows the locale. */
export function useComplaintWords() {
  const { t } = useI18n()
  const today = useToday()
  const dayName = (ms: number): string => {
    const day = dayOf(ms)
    if (day === today.value) return t('common.date.today')
    return day === addDays(today.value, -1) ? t('common.date.yesterday') : monthDay(ms)
  }
  return {
    dayName,
    /** `14:26` today, `昨日 14:26`, `3 月 9 日 14:26`. */
    time: (at: number | null): string => (at === null ? '' : dayOf(at) === addDays(today.value, -1) ? `${dayName(at)} ${timeOf(at)}` : shortMoment(at)),
    state: ({ word }: Standing): string => (word === 'satisfied' || word === 'fairly-satisfied' ? t(`complaints.opinion.${word}`) : t(`complaints.state.${word}`)),
    /** 2706 室, or the place it is at. */
    where: ({ room, place }: Pick<ComplaintRow, 'room' | 'place'>): string => [room && t('complaints.roomNo', { room }), place].filter(Boolean).join('　'),
    whereShort: ({ room, place }: Pick<ComplaintRow, 'room' | 'place'>): string => room || place,
    /** 剩 5 时, 超 5 时, 1 时 20 分, 昨日, 号码保留. */
    edge(edge: Edge, now: number): { text: string; tone: '' | 'soon' | 'late' } {
      if (edge.kind === 'kept') return { text: t('complaints.list.kept'), tone: '' }
      if (edge.kind === 'day') return { text: dayName(edge.at), tone: '' }
      if (edge.kind === 'left') return { text: t('complaints.list.left', { age: ageWords(now, edge.until) }), tone: 'soon' }
      return { text: ageWords(edge.since, now, edge.limit), tone: ageParts(edge.since, now, edge.limit).stage === 'over' ? 'late' : '' }
    },
  }
}
