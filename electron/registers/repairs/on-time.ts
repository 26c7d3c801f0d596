import type { OnTimeRate } from '../../../shared/contract/repairs'
import type { Trade } from '../../../shared/rules/work-order'
import type { House } from '../house'
import { notToBeDone } from './rows'

/**
 * 维修及时率 of the orders reported in a month (13.C5): computed from the rows, by the rule of `onTime`. Counted are those
 * finished or already late; void and refused ones are not, nor those that wait for the client's word.
 */
export async function onTimeRate(house: House, month: string): Promise<OnTimeRate> {
  const { store, settings } = house
  const byTrade = await store.read<{ trade: Trade; total: number; onTime: number }>(
    `SELECT trade, count(*) AS total, sum(finished_at IS NOT NULL AND finished_at <= due_at) AS onTime
     FROM work_order WHERE day BETWEEN ? AND ? AND state NOT IN (${notToBeDone.map(() => '?').join(', ')}) AND (finished_at IS NOT NULL OR due_at < ?) GROUP BY trade ORDER BY count(*) DESC, trade`,
    [`${month}-01`, `${month}-31`, ...notToBeDone, store.clock.now()],
  )
  const sum = (of: 'total' | 'onTime'): number => byTrade.reduce((total, row) => total + row[of], 0)
  return { month, total: sum('total'), onTime: sum('onTime'), goalPercent: settings.current.onTimeGoalPercent, byTrade }
}
