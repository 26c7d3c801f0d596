import type { repairs } from '../../../shared/contract/repairs'
import type { Answer } from '../handlers'
import type { House } from '../house'

/** Names orders went to so lately are still offered. */
const OF_LATE_MS = 90 * 86_400_000

/** Engineering's people by staff number, then who else orders went to of late; each with the orders in hand. */
export function workers(house: House): Promise<Answer<typeof repairs.workers>> {
  const { store } = house
  return store.read<{ name: string; open: number }>(
    `SELECT name, (SELECT count(*) FROM work_order o WHERE o.worker = names.name AND o.state IN ('assigned', 'started', 'waiting-parts')) AS open
     FROM (SELECT name, min(place) AS place FROM (
       SELECT name, staff_no AS place FROM staff WHERE department = 'engineering' AND active = 1
       UNION ALL SELECT worker, 'z' FROM work_order WHERE at >= ? AND worker <> '') GROUP BY name) names ORDER BY place, open DESC, name LIMIT 50`,
    [store.clock.now() - OF_LATE_MS],
  )
}
