import type { repairs } from '../../../shared/contract/repairs'
import { dayOf } from '../../../shared/rules/time'
import { openWorkOrderStates, unreturnedStates, type WorkOrderState } from '../../../shared/rules/work-order'
import type { Answer } from '../handlers'
import type { House } from '../house'

/** How many orders are where, and the numbers of this month. */
export async function orderCounts(house: House): Promise<Answer<typeof repairs.counts>> {
  const { store } = house
  const now = store.clock.now()
  const month = dayOf(now).slice(0, 7)
  const [states, [numbers]] = await Promise.all([
    store.read<{ state: WorkOrderState; orders: number; late: number }>(
      `SELECT state, count(*) AS orders, sum(due_at < ?) AS late FROM work_order WHERE state IN (${openWorkOrderStates.map(() => '?').join(', ')}) GROUP BY state`, [now, ...openWorkOrderStates],
    ),
    store.read<{ first: string; last: string; count: number; voids: number }>(
      `SELECT coalesce((SELECT no FROM work_order WHERE id = first), '') AS first, coalesce((SELECT no FROM work_order WHERE id = last), '') AS last, count, voids
       FROM (SELECT min(id) AS first, max(id) AS last, count(*) AS count, coalesce(sum(state = 'void'), 0) AS voids FROM work_order WHERE day BETWEEN ? AND ?)`, [`${month}-01`, `${month}-31`],
    ),
  ])
  const sum = (of: readonly WorkOrderState[], what: 'orders' | 'late' = 'orders'): number => states.filter((row) => of.includes(row.state)).reduce((total, row) => total + row[what], 0)
  return {
    open: sum(openWorkOrderStates), unfetched: sum(['issued']), unreturned: sum(unreturnedStates), late: sum(unreturnedStates, 'late'), toVerify: sum(['returned']), quoting: sum(['quoting']),
    month: numbers!,
  }
}
