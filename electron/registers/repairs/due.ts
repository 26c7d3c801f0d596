import { workOrderDueAt } from '../../../shared/rules/work-order'
import type { Tx } from '../../store/types'
import type { OrderRecord } from './rows'

type Agreed = Pick<OrderRecord, 'appointment_at' | 'expected_finish_at'>

/** When an order is due that engineering might begin at `from` (13.C5). */
export const dueFrom = ({ appointment_at, expected_finish_at }: Agreed, from: number): number => workOrderDueAt({ from, appointmentAt: appointment_at, expectedFinishAt: expected_finish_at })

/** Since when engineering might begin: the client's last agreement before work began, or the report. */
export async function mayBeginSince(tx: Tx, order: OrderRecord): Promise<number> {
  const [step] = await tx.query<{ at: number | null }>(
    `SELECT max(at) AS at FROM step WHERE register = 'repairs' AND record_id = ? AND at <= ? AND (action = 'agree' OR (from_state = 'quoting' AND to_state = 'issued'))`, [order.id, order.started_at ?? tx.now],
  )
  return step!.at ?? order.at
}
