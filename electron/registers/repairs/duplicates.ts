import type { repairs, WorkOrderRow } from '../../../shared/contract/repairs'
import { faultOf, undoneStates } from '../../../shared/rules/work-order'
import { indexedPairs } from '../../store/text-index'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { type ListedOrder, orderRow, ROW_COLUMNS } from './rows'

/** What was reported within this time may still be the same thing. */
const SAME_FAULT_MS = 72 * 3_600_000
const SHARED_PAIRS = 2
const MOST = 5

const pairsOf = (text: string): Set<string> => new Set(indexedPairs([text]).split(' ').filter((pair) => [...pair].length === 2))

/** Whether two texts have so many pairs of characters in common that they may speak of one thing. */
function alike(a: string, b: string): boolean {
  const second = pairsOf(b)
  return [...pairsOf(a)].filter((pair) => second.has(pair)).length >= SHARED_PAIRS
}

/** Orders of the same unit or place still to be done that may be about the same thing (同室同故障), newest first; offered to be added to, never blocked. */
export async function duplicates(house: House, { unitId, place, content, trade }: ParsedInput<typeof repairs.duplicates>): Promise<WorkOrderRow[]> {
  if (unitId === null && place === '') return []
  const { store } = house
  const now = store.clock.now()
  const rows = await store.read<ListedOrder>(
    `SELECT ${ROW_COLUMNS} FROM work_order o WHERE o.at >= ? AND ${unitId === null ? 'o.unit_id IS NULL AND o.place = ?' : 'o.unit_id = ?'} AND +o.state IN (${undoneStates.map(() => '?').join(', ')}) ORDER BY o.id DESC LIMIT 50`,
    [now - SAME_FAULT_MS, unitId ?? place, ...undoneStates],
  )
  const fault = faultOf(content)
  return rows.filter((row) => row.trade === trade || (fault !== '' && row.fault === fault) || alike(row.content, content)).slice(0, MOST).map((row) => orderRow(row, now))
}
