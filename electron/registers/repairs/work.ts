import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { stampOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import type { OrderRecord } from './rows'
import { chargeOf } from './slips'
import { seenOrder, stateAfter, takeStep } from './step'
import { keyOf, type OrderValues, savedOrder } from './write'

/** 领单签收: who fetched it; engineering's notice is thereby received. What the caller adds is taken as further steps. */
export function fetchOrder(house: House, input: ParsedInput<typeof repairs.fetch>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'fetch')
    const to = stateAfter(order, 'fetch')
    let next = await takeStep(tx, house, order, { action: 'fetch', to, person: input.by }, { fetched_by: input.by, fetched_at: tx.now })
    const open = await tx.query<{ id: number }>(`SELECT id FROM notice WHERE register = 'repairs' AND record_id = ? AND acknowledged_at IS NULL AND closed_at IS NULL`, [order.id])
    for (const { id } of open) await house.notices.acknowledge(tx, id, input.by)
    const worker = input.worker || (input.start ? input.by : '')
    if (worker !== '') next = await assign(tx, house, next, worker, null)
    if (input.start) next = await start(tx, house, next)
    return savedOrder(next)
  })
}

/** 派工, or to somebody else than before. */
export function assignOrder(house: House, input: ParsedInput<typeof repairs.assign>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => savedOrder(await assign(tx, house, await seenOrder(tx, input, 'assign'), input.worker, input.expectedFinishAt)))
}

async function assign(tx: Tx, house: House, order: OrderRecord, worker: string, expectedFinishAt: number | null): Promise<OrderRecord> {
  const to = stateAfter(order, 'assign')
  const agreed = expectedFinishAt === null || expectedFinishAt === order.expected_finish_at ? {} : newlyAgreed(order, expectedFinishAt, tx.now)
  const key = keyOf(house.store.vault, order)
  const note = agreed.expected_finish_at === undefined ? '' : inChinese(say('to-finish', { stamp: stampOf(expectedFinishAt!) }))
  return takeStep(tx, house, order, { action: 'assign', to, person: worker, note, key }, { data_key: key.wrapped, worker, assigned_at: tx.now, ...agreed })
}

/** @throws UserError due-before-now; reason-required once the order is late: what was agreed then changes by a correction only (13.C5) */
function newlyAgreed(order: OrderRecord, expectedFinishAt: number, now: number): OrderValues {
  if (expectedFinishAt <= now) throw new UserError('due-before-now', {}, 'expectedFinishAt')
  if (now > order.due_at) throw new UserError('reason-required', {}, 'expectedFinishAt')
  if (order.appointment_at !== null && expectedFinishAt < order.appointment_at) throw new UserError('end-before-start', {}, 'expectedFinishAt')
  return { expected_finish_at: expectedFinishAt, due_at: expectedFinishAt }
}

export function startOrder(house: House, input: ParsedInput<typeof repairs.start>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => savedOrder(await start(tx, house, await seenOrder(tx, input, 'start'))))
}

/** 开工, or on with it when what was waited for is there. */
async function start(tx: Tx, house: House, order: OrderRecord): Promise<OrderRecord> {
  const to = stateAfter(order, 'start')
  await refuseWithoutAgreement(tx, house, order)
  return takeStep(tx, house, order, { action: 'start', to }, { started_at: order.started_at ?? tx.now, waiting_for: '', waiting_until: null })
}

/** Work starts only when the client agrees to pay (13.R3); an emergency can be done first (17.R3). @throws UserError quote-missing, agreement-missing */
async function refuseWithoutAgreement(tx: Tx, house: House, order: OrderRecord): Promise<void> {
  if (order.chargeable === 0 || order.emergency_first === 1) return
  const charge = await chargeOf(tx, house, order)
  if (charge === null) throw new UserError('quote-missing', { no: order.no })
  if (charge.state === 'quoted' || charge.state === 'refused') throw new UserError('agreement-missing', { no: charge.no })
}

/** 待料: for what, and until when. */
export function waitForParts(house: House, input: ParsedInput<typeof repairs.wait>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'wait')
    const to = stateAfter(order, 'wait')
    if (input.until !== null && input.until < tx.now) throw new UserError('in-the-past', {}, 'until')
    const note = [input.for, input.until === null ? '' : stampOf(input.until)].filter(Boolean).join('，')
    const key = keyOf(house.store.vault, order)
    return savedOrder(await takeStep(tx, house, order, { action: 'wait', to, note, key }, { data_key: key.wrapped, waiting_for: input.for, waiting_until: input.until }))
  })
}
