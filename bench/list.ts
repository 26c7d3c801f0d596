import { entryFilter, type EntryFilter, type EntryRow } from '../shared/contract/reception'
import type { Tower } from '../electron/station/tower'
import { dataSet, open, warm } from './data'
import { byTurns } from './pairs'
import type { Ready } from './ready'
import type { Row } from './row'

const SMALL = 1000
export const LARGE = 1_000_000
const ROUNDS = 200

export const nobody = { scope: { actor: { id: null, name: 'bench' }, station: 'A1' }, signedIn: null }

interface Page { filter: EntryFilter; before?: number | null; limit?: number }

export async function listed(tower: Tower, { filter, before = null, limit = 50 }: Page): Promise<EntryRow[]> {
  const { rows } = await tower.handlers(0).reception.list({ filter: entryFilter.parse(filter), before, limit }, nobody)
  return rows
}

const newest = async (tower: Tower): Promise<number> => (await tower.house.store.read<{ id: number }>('SELECT max(id) AS id FROM entry'))[0]!.id

/** Filters that fill their page in both towers, and the page itself at the newest and at a chosen place. */
async function pagesOf(tower: Tower): Promise<Record<string, (round: number) => Page>> {
  const [row] = await tower.house.store.read<{ id: number; day: string; tenant: number; receptionist: number }>(
    'SELECT id, day, tenant_id AS tenant, receptionist_id AS receptionist FROM entry WHERE tenant_id IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET 20',
  )
  const last = await newest(tower)
  return {
    'newest page': () => ({ filter: {} }),
    // Steps of a prime: no two rounds ask for the same page until all have been asked for.
    'a page anywhere': (round) => ({ filter: {}, before: 60 + ((round * 7919) % (last - 60)) }),
    'visits only': () => ({ filter: { kind: 'visit' } }),
    'of one day': () => ({ filter: { from: row!.day, to: row!.day }, limit: 10 }),
    'those who left': () => ({ filter: { kind: 'visit', states: ['left'] } }),
    'of one company': () => ({ filter: { tenantId: row!.tenant }, limit: 3 }),
    'visits of one receptionist': () => ({ filter: { kind: 'visit', receptionistId: row!.receptionist } }),
  }
}

/** A page of the register and its filters in a tower with a million entries, against one with a thousand. */
export async function* list(ready: Ready): AsyncGenerator<Row> {
  const dirs = [await dataSet(ready, LARGE, 0), await dataSet(ready, SMALL, 0)] as const
  for (const dir of dirs) await warm(dir)
  const rows = await open(dirs[0], (large) => open(dirs[1], async (small) => {
    const pages = [await pagesOf(large), await pagesOf(small)] as const
    const found: Row[] = []
    for (const name of Object.keys(pages[0])) {
      const counts = [(await listed(large, pages[0][name]!(0))).length, (await listed(small, pages[1][name]!(0))).length]
      if (counts[0] !== counts[1] || counts[0] === 0) throw new Error(`${name}: ${counts.join(' and ')} rows are not to be compared`)
      const [ours, limit] = await byTurns(ROUNDS, (round) => listed(large, pages[0][name]!(round)), (round) => listed(small, pages[1][name]!(round)))
      found.push({ what: `list, ${name}: 1,000,000 / 1,000 entries`, ours, limit, goal: 1.2 })
    }
    return found
  }))
  yield* rows
}
