import type { DayState } from '../../../shared/contract/cashier'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { closeOf, type CloseRecord } from './close'
import { depositProof } from './deposit-proof'
import { drawerOf, takingsAfter } from './drawer'

/** A count older than a shift tells nothing of the evening. */
const COUNT_HOLDS = 12 * 3_600_000
const CASH_SINCE = `SELECT 1 FROM posting WHERE account = 'cash' AND station = ? AND id > ? LIMIT 1`

/** What a day leaves open at a station, and its money: drawer against ledger, deposits three ways (M1). */
export async function dayState(house: House, reader: Pick<Tx, 'query'>, station: string, now: number): Promise<DayState> {
  const day = dayOf(now)
  const [last] = await reader.query<CloseRecord>('SELECT * FROM drawer_close WHERE station = ? ORDER BY id DESC LIMIT 1', [station])
  const moved = await reader.query(CASH_SINCE, [station, last?.last_posting_id ?? 0])
  const [closed] = await reader.query<NonNullable<DayState['closed']>>('SELECT id, no, at, "by" FROM day_close WHERE day = ? AND station = ? ORDER BY id DESC LIMIT 1', [day, station])
  const [before] = await reader.query<{ at: number; drawer_close_id: number | null; last_posting_id: number }>('SELECT at, drawer_close_id, last_posting_id FROM day_close WHERE station = ? ORDER BY id DESC LIMIT 1', [station])
  const drawer = await drawerOf(reader, house.ledger, station)
  const stale = last === undefined || last.id === before?.drawer_close_id || now - last.at > COUNT_HOLDS
  const { accounts, unbalanced } = await house.ledger.balances()
  return {
    day, station, drawer, since: before?.at ?? null, takings: await takingsAfter(reader, station, before?.last_posting_id ?? 0), lastCount: last ? closeOf(last) : null,
    counted: moved.length === 0 && (!stale || drawer.expectedFen === 0), stale,
    balanced: unbalanced.length === 0 && accounts.reduce((sum, account) => sum + account.balanceFen, 0) === 0,
    deposits: await depositProof(reader, house.ledger), open: await house.tellers.dayEnd(), closed: closed ?? null,
  }
}
