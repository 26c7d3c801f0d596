import { UserError } from '../../../shared/contract/errors'
import type { repairs } from '../../../shared/contract/repairs'
import type { WorkOrderState } from '../../../shared/rules/work-order'
import type { Tx } from '../../store/types'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import type { OrderRecord } from './rows'
import type { OrderValues } from './write'

/** Before the client signed for the work, nothing is due yet. */
const undue: ReadonlySet<WorkOrderState> = new Set(['quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done'])

/**
 * Free or chargeable is decided when the order is opened (17.R2); corrected later, what follows from it is made up for.
 * One nobody has fetched waits for the client's agreement; one that waited for it, and is free after all, goes to
 * engineering, and its 有偿服务单 is void. Where work has begun, its next step asks for the agreement.
 * @throws UserError wrong-state once the work is signed for
 */
export async function correctCharge(tx: Tx, house: House, order: OrderRecord, { changes, reason }: ParsedInput<typeof repairs.correct>): Promise<OrderValues> {
  const { chargeable } = changes
  if (chargeable === undefined || Number(chargeable) === order.chargeable) return {}
  if (!undue.has(order.state)) throw new UserError('wrong-state', { no: order.no, state: order.state }, 'chargeable')
  if (chargeable) return { chargeable: 1, ...(order.state === 'issued' ? { state: 'quoting' } : {}) }
  await house.charges.charging.voided(tx, { register: 'repairs', id: order.id }, reason)
  return { chargeable: 0, emergency_first: 0, ...(order.state === 'quoting' ? { state: 'issued' } : {}) }
}
