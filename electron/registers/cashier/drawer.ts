import type { Drawer, Takings } from '../../../shared/contract/cashier'
import { payment, type Payment } from '../../../shared/contract/paid-services'
import type { Ledger } from '../../store/ledger'
import type { Sql, Tx } from '../../store/types'

type Reader = Pick<Tx, 'query'>
interface Movement { account: Payment; amount_fen: number; kind: string; no: string; reversed: number }

const kinds = payment.options
// A count neither takes nor gives money: what it hands in, or finds missing, is no movement of the day. Nor is 备用金 taken of anybody.
const MOVEMENTS = `
  SELECT p.account, p.amount_fen, j.kind, j.no, EXISTS (SELECT 1 FROM journal v WHERE v.reverses = j.id) AS reversed
  FROM posting p JOIN journal j ON j.id = p.journal_id
  WHERE p.account IN (${kinds.map(() => '?').join(', ')}) AND p.station = ? AND j.kind NOT IN ('handed-in', 'drawer-difference')`
const FLOATS = ['float', 'float-void']

const sum = (movements: readonly Movement[]): number => movements.reduce((total, movement) => total + movement.amount_fen, 0)

/**
 * What came and went at a station: receipts taken and still good by kind of payment, and what was taken less what was
 * given back. A receipt voided at another station was given back out of that one's drawer.
 */
async function takings(reader: Reader, station: string, where: string, parameter: Sql): Promise<Takings> {
  const all = await reader.query<Movement>(`${MOVEMENTS} AND ${where} ORDER BY p.id`, [...kinds, station, parameter])
  const movements = all.filter(({ kind }) => !FLOATS.includes(kind))
  const cash = movements.filter((movement) => movement.account === 'cash')
  const [taken, returned] = [cash.filter((movement) => movement.amount_fen > 0), cash.filter((movement) => movement.amount_fen < 0)]
  const of = (kind: string): Movement[] => movements.filter((movement) => movement.kind === kind)
  const receipts = of('receipt')
  return {
    takenFen: sum(taken), takenCount: taken.length, returnedFen: 0 - sum(returned), returnedCount: returned.length, drawnFen: sum(all.filter(({ kind }) => FLOATS.includes(kind))),
    byPayment: kinds.map((kind) => ({
      payment: kind, count: receipts.filter((movement) => movement.account === kind && !movement.reversed).length, amountFen: sum(movements.filter((movement) => movement.account === kind)),
    })),
    receipts: { first: receipts[0]?.no ?? '', last: receipts.at(-1)?.no ?? '', count: receipts.length, voids: of('receipt-void').length, refunds: of('refund').length },
  }
}

/** After a posting: a clock that was set back loses none. */
export const takingsAfter = (reader: Reader, station: string, postingId: number): Promise<Takings> => takings(reader, station, 'p.id > ?', postingId)

/** A station's drawer since its last count: what was left in it, what came and went, and what the ledger says lies in it. */
export async function drawerOf(reader: Reader, ledger: Ledger, station: string): Promise<Drawer> {
  const [last] = await reader.query<{ at: number; float_fen: number; last_posting_id: number }>('SELECT at, float_fen, last_posting_id FROM drawer_close WHERE station = ? ORDER BY id DESC LIMIT 1', [station])
  return {
    station, since: last?.at ?? null, floatFen: last?.float_fen ?? 0, expectedFen: await ledger.balance('cash', { station }, reader),
    ...(await takingsAfter(reader, station, last?.last_posting_id ?? 0)),
  }
}
