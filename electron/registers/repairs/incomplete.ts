import type { repairs } from '../../../shared/contract/repairs'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type OrderRecord, orderRow } from './rows'

type Incomplete = Answer<typeof repairs.incomplete>[number]
type Missing = Incomplete['missing'][number]

/** The work is done, so its papers are due. */
const DONE = `('done', 'signed', 'returned', 'verified', 'filed')`

function missingOf(o: OrderRecord): Missing[] {
  const erased = o.erased_at !== null
  const missing: [Missing, boolean][] = [
    ['worker-signature', o.worker_sign_at === null],
    ['client-signature', o.client_sign_at === null],
    // What was erased with its time was there.
    ['scan', !erased && ((o.worker_sign_on_paper === 1 && o.worker_sign_scan === null) || (o.client_sign_on_paper === 1 && o.client_sign_scan === null))],
    ['work-record', !erased && o.work_record === ''],
    ['return', o.returned_at === null],
    ['verification', o.verified_at === null],
  ]
  return missing.filter(([, is]) => is).map(([what]) => what)
}

/** Orders of the days whose work is done, and of whose papers something is missing (13.C3, 13.C4); oldest first. */
export async function incomplete(house: House, { from, to }: ParsedInput<typeof repairs.incomplete>): Promise<Incomplete[]> {
  const { store } = house
  const rows = await store.read<OrderRecord>(`SELECT * FROM work_order WHERE day BETWEEN ? AND ? AND state IN ${DONE} ORDER BY id`, [from, to])
  const now = store.clock.now()
  return rows.map((row) => ({ ...orderRow(row, now), missing: missingOf(row) })).filter(({ missing }) => missing.length > 0)
}
