import type { DayState } from '../../../shared/contract/cashier'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { closeOf, type CloseRecord } from './close'
import { depositProof } from './deposit-proof'
import { drawerOf, takingsSince } from './drawer'

const CASH_SINCE = `SELECT 1 FROM posting WHERE account = 'cash' AND station = ? AND id > ? LIMIT 1`

/** What a day leaves open at a station, and its money: drawer against ledger, deposits three ways (M1). */
export async function dayState(house: House, reader: Pick<Tx, 'query'>, station: string, now: number): Promise<DayState> {
  const day = dayOf(now)
  const [last] = await reader.query<CloseRecord>('SELECT * FROM drawer_close WHERE station = ? ORDER BY id DESC LIMIT 1', [station])
  const moved = await reader.query(CASH_SINCE, [station, last?.last_posting_id ?? 0])
  const [closed] = await reader.query<NonNullable<DayState['closed']>>('SELECT id, no, at, "by" FROM day_close WHERE day = ? AND station = ?', [day, station])
  const [earlier] = await reader.query<{ at: number }>('SELECT at FROM day_close WHERE day < ? AND station = ? ORDER BY id DESC LIMIT 1', [day, station])
  const since = earlier?.at ?? dayStart(day)
  const { accounts, unbalanced } = await house.ledger.balances()
  return {
    day, station, drawer: await drawerOf(reader, house.ledger, station), since, takings: await takingsSince(reader, station, since), lastCount: last ? closeOf(last) : null, counted: moved.length === 0,
    balanced: unbalanced.length === 0 && accounts.reduce((sum, account) => sum + account.balanceFen, 0) === 0,
    deposits: await depositProof(reader, house.ledger), open: await house.tellers.dayEnd(), closed: closed ?? null,
  }
}
