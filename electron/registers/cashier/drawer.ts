import type { Drawer } from '../../../shared/contract/cashier'
import { payment, type Payment } from '../../../shared/contract/paid-services'
import type { Ledger } from '../../store/ledger'
import type { Tx } from '../../store/types'

interface Movement { account: Payment; amount_fen: number; kind: string; no: string; reversed: number }

const kinds = payment.options
const MOVEMENTS = `
  SELECT p.account, p.amount_fen, j.kind, j.no, EXISTS (SELECT 1 FROM journal v WHERE v.reverses = j.id) AS reversed
  FROM posting p JOIN journal j ON j.id = p.journal_id
  WHERE p.account IN (${kinds.map(() => '?').join(', ')}) AND p.station = ? AND p.id > ? ORDER BY p.id`

const sum = (movements: readonly Movement[]): number => movements.reduce((total, movement) => total + movement.amount_fen, 0)

/**
 * A station's drawer since its last count: what was left in it, what came and went, and what the ledger says lies in
 * it. By kind of payment: receipts taken and still good, and what was taken less what was given back. A receipt
 * voided at another station was given back out of that one's drawer.
 */
export async function drawerOf(reader: Pick<Tx, 'query'>, ledger: Ledger, station: string): Promise<Drawer> {
  const [last] = await reader.query<{ at: number; float_fen: number; last_posting_id: number }>('SELECT at, float_fen, last_posting_id FROM drawer_close WHERE station = ? ORDER BY id DESC LIMIT 1', [station])
  const movements = await reader.query<Movement>(MOVEMENTS, [...kinds, station, last?.last_posting_id ?? 0])
  const cash = movements.filter((movement) => movement.account === 'cash')
  const taken = movements.filter((movement) => movement.kind === 'receipt')
  const returned = sum(cash.filter((movement) => movement.amount_fen < 0))
  return {
    station, since: last?.at ?? null, floatFen: last?.float_fen ?? 0,
    takenFen: sum(cash.filter((movement) => movement.amount_fen > 0)), returnedFen: returned === 0 ? 0 : -returned,
    expectedFen: await ledger.balance('cash', { station }, reader),
    byPayment: kinds.map((kind) => {
      const of = movements.filter((movement) => movement.account === kind)
      return { payment: kind, count: of.filter((movement) => movement.kind === 'receipt' && !movement.reversed).length, amountFen: sum(of) }
    }),
    receipts: { first: taken[0]?.no ?? '', last: taken.at(-1)?.no ?? '', count: taken.length, voids: movements.filter((movement) => movement.kind === 'receipt-void').length },
  }
}
