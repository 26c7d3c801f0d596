import type { passes } from '../../../shared/contract/passes'
import { dayOf } from '../../../shared/rules/time'
import type { Answer } from '../handlers'
import type { House } from '../house'
import { type Filter, views } from './list'

const counted = { today: 'today', ready: 'ready', inForce: 'in-force', expiring: 'expiring', expired: 'expired', unfiled: 'unfiled' } as const satisfies Record<string, Filter['view']>

/** How many passes each view shows. */
export async function passCounts(house: House): Promise<Answer<typeof passes.counts>> {
  const today = dayOf(house.store.clock.now())
  const numbers = await Promise.all(Object.entries(counted).map(async ([name, view]) => {
    const { sql, parameters } = views[view](today, house.settings.current.passExpiryDays)!
    const [row] = await house.store.read<{ n: number }>(`SELECT count(*) AS n FROM pass p ${view === 'unfiled' ? 'JOIN pass_application a ON a.id = p.application_id ' : ''}WHERE ${sql}`, parameters)
    return [name, row!.n]
  }))
  return Object.fromEntries(numbers) as Record<keyof typeof counted, number>
}
