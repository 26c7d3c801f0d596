import type { Store } from '../../store/store'

/** First and last id among the entries of the days, or null when there are none. */
export interface IdRange { first: number; last: number }

/**
 * The ids that entries of some days have: a page of a million rows then starts where the days are. One look into the
 * index for each day that has entries; exact, also where an appointment was entered days before its day.
 */
export async function idRange(store: Store, from: string | null, to: string | null): Promise<IdRange | null> {
  const [row] = await store.read<{ first: number | null; last: number | null }>(
    `WITH RECURSIVE days(day) AS (
       SELECT (SELECT min(day) FROM entry WHERE day >= ?1)
       UNION ALL SELECT (SELECT min(e.day) FROM entry e WHERE e.day > days.day) FROM days WHERE days.day < ?2)
     SELECT min((SELECT min(id) FROM entry e WHERE e.day = days.day)) AS first, max((SELECT max(id) FROM entry e WHERE e.day = days.day)) AS last FROM days WHERE days.day <= ?2`,
    [from ?? '', to ?? '9999-12-31'],
  )
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : null
}
