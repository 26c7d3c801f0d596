import { may } from '../../../shared/contract/permissions'
import { caller } from '../caller'
import type { Answer, Call } from '../handlers'
import type { complaints } from '../../../shared/contract/complaints'
import type { House } from '../house'
import { monthOf } from './list'
import { OPEN } from './rows'

type Sums = Omit<Answer<typeof complaints.counts>, 'month' | 'mine'> & Record<'received', number>

/** How many are open and whose turn it is; of this month, what its rows say. */
export async function complaintCounts(house: House, call: Call): Promise<Answer<typeof complaints.counts>> {
  const now = house.store.clock.now()
  const { from, to } = monthOf(now)
  const [[sums], [month]] = await Promise.all([
    house.store.read<Sums>(
      `SELECT count(*) AS open, count(escalated_at) AS escalated, coalesce(sum(due_at < ?), 0) AS overdue, coalesce(sum(state = 'handled'), 0) AS toAsk,
         coalesce(sum(state = 'received'), 0) AS received FROM complaint WHERE state IN ${OPEN}`, [now],
    ),
    house.store.read<Answer<typeof complaints.counts>['month']>(
      `SELECT count(*) AS count, coalesce(sum(state = 'closed' AND opinion = 'satisfied'), 0) AS satisfied, coalesce(sum(escalated_at IS NOT NULL AND state <> 'void'), 0) AS escalated,
         coalesce(sum(round > 1 AND state <> 'void'), 0) AS again, coalesce(sum(state = 'void'), 0) AS voids FROM complaint WHERE day BETWEEN ? AND ?`, [from, to],
    ),
  ])
  const { received, ...open } = sums!
  return { ...open, mine: received + open.toAsk + (may(caller(call).role, 'complaints.handle') ? await waitingForSupervisor(house) : 0), month: month! }
}

async function waitingForSupervisor(house: House): Promise<number> {
  const [row] = await house.store.read<{ n: number }>(`SELECT count(*) AS n FROM complaint WHERE state = 'escalated'`)
  return row!.n
}
