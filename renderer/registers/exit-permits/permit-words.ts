import { useI18n } from 'vue-i18n'
import type { ExitPermitRow, Goods } from '@shared/contract/exit-permits'
import { ageParts, addDays, dayOf, dayStart, timeOf, type Day } from '@shared/rules/time'
import { ageWords } from '../../components/age'
import { monthDay, shortMoment, useToday } from '../../desk/clock'
import type { Standing } from './permit-state'

/** A permit and its parts in words; follows the locale. */
export function usePermitWords() {
  const { t } = useI18n()
  const today = useToday()
  const dayName = (day: Day): string => {
    if (day === today.value) return t('common.date.today')
    return day === addDays(today.value, -1) ? t('common.date.yesterday') : monthDay(dayStart(day))
  }
  const amount = ({ quantity, unit }: Pick<Goods, 'quantity' | 'unit'>): string => t('exitPermits.amount', { n: quantity, unit })
  const others = ({ goods }: Pick<ExitPermitRow, 'goods'>): string => t('exitPermits.list.others', { n: goods.length })
  return {
    dayName, amount,
    time: (at: number | null): string => (at === null ? '' : shortMoment(at)),
    state: ({ word }: Pick<Standing, 'word'>): string => t(`exitPermits.state.${word}`),
    /** 等 4 种 behind the first of them. */
    others,
    /** 打印机 1 台, 办公桌 12 张等 4 种. */
    goods({ goods }: Pick<ExitPermitRow, 'goods'>): string {
      const [first] = goods
      if (!first) return ''
      const one = `${first.name} ${amount(first)}`
      return goods.length > 1 ? t('exitPermits.list.goodsMore', { first: one, others: others({ goods }) }) : one
    },
    /** 共 2 种 14 件. */
    sum: ({ goods, pieces }: Pick<ExitPermitRow, 'goods' | 'pieces'>): string => t('exitPermits.detail.sum', { kinds: t('exitPermits.detail.kinds', goods.length), pieces: t('exitPermits.detail.pieces', pieces) }),
    room: (room: string): string => (room ? t('exitPermits.roomNo', { room }) : ''),
    /** 1 时 10 分; 12:20; 昨日. */
    edge({ edge }: Standing, now: number): { text: string; tone: '' | 'soon' | 'late' } {
      if (edge.kind === 'at') return { text: dayOf(edge.at) === today.value ? timeOf(edge.at) : dayName(dayOf(edge.at)), tone: '' }
      const { stage } = ageParts(edge.since, now, edge.limit)
      return { text: ageWords(edge.since, now), tone: ({ within: '', near: 'soon', over: 'late' } as const)[stage] }
    },
  }
}
