import { UserError } from '../../../shared/contract/errors'
import { nextWorkOrderState, type WorkOrderState } from '../../../shared/rules/work-order'
import type { ChargedSide } from '../charges'
import type { House } from '../house'
import { dueFrom } from './due'
import { issue } from './slips'
import { takeStep } from './step'
import { loadOrder } from './write'

/** Nothing more is charged for: the client signed, or the order came to nothing. */
const settled: ReadonlySet<WorkOrderState> = new Set(['signed', 'returned', 'verified', 'filed', 'void'])

const actionOf = { agreed: 'agree', refused: 'refuse', requoted: 'requote' } as const

/**
 * What the client decided about the price (13.R3): agreed, the order goes to engineering; refused, it ends there, with
 * the reason on its 有偿服务单. An order engineering has already stays where it is: its start asks for the agreement.
 */
export const chargedSide = (house: House): ChargedSide => ({
  async quoted(tx, id) {
    const order = await loadOrder(tx, id)
    if (order.chargeable === 0 || settled.has(order.state)) throw new UserError(order.state === 'void' ? 'already-void' : 'wrong-state', { no: order.no, state: order.state })
    await house.steps.add(tx, { register: 'repairs', recordId: id, action: 'quote', from: order.state, to: order.state })
    tx.changed('repairs', id)
    return { emergencyFirst: order.emergency_first === 1 }
  },
  async begun(tx, id) {
    return (await loadOrder(tx, id)).started_at !== null
  },
  async decided(tx, id, decision, _note, print) {
    const order = await loadOrder(tx, id)
    if (settled.has(order.state)) throw new UserError('wrong-state', { no: order.no, state: order.state })
    const action = actionOf[decision]
    const to = nextWorkOrderState(order.state, action) ?? order.state
    // Waiting for the client's word was not engineering's lateness; once work began, nothing moves any more (13.C5).
    const due = action === 'agree' && order.started_at === null ? { due_at: dueFrom(order, tx.now) } : {}
    const next = await takeStep(tx, house, order, { action, to }, due)
    const started = { register: 'repairs' as const, id, no: order.no }
    if (order.state !== 'refused' && to === 'refused') await house.origins.finished(tx, started, 'refused')
    if (order.state === 'refused' && to !== 'refused') await house.origins.resumed(tx, started)
    return order.state !== 'issued' && to === 'issued' ? issue(tx, house, next, print) : []
  },
})
