import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { dueAction, nextWorkOrderState } from '../../../shared/rules/work-order'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { openOrder } from './open-order'
import type { OrderRecord } from './rows'
import { seenOrder, stateAfter, takeStep, written } from './step'
import { keyOf, loadOrder, savedOrder } from './write'

const started = (order: OrderRecord) => ({ register: 'repairs' as const, id: order.id, no: order.no })

/** 返单: the paper came back to the desk. */
export function returnOrder(house: House, input: ParsedInput<typeof repairs.return>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'return')
    const to = stateAfter(order, 'return')
    const next = await takeStep(tx, house, order, { action: 'return', to, person: input.by }, { returned_at: tx.now, returned_by: input.by || tx.scope.actor.name })
    await house.notices.close(tx, 'repairs', order.id)
    await house.origins.finished(tx, started(order), 'returned')
    return savedOrder(next)
  })
}

type Verified = SavedOrder & { reorder: { id: number; no: string } | null }

/**
 * 核验 (13.R5): the client was asked. What is still wrong goes on as an order of its own, linked to this one, free of
 * charge: the client has paid for a repair that holds.
 * @throws UserError reason-required without what is still wrong
 */
export function verifyOrder(house: House, input: ParsedInput<typeof repairs.verify>, call: Call): Promise<Verified> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'verify')
    const to = stateAfter(order, 'verify')
    const bad = input.outcome === 'bad'
    if (bad && input.stillWrong === '') throw new UserError('reason-required', {}, 'stillWrong')
    const again = bad ? await openOrder(tx, house, {
      content: input.stillWrong, trade: order.trade, unitId: order.unit_id, room: order.room, place: order.place, tenantId: order.tenant_id, tenantName: order.tenant_name, contactId: order.contact_id, reporter: order.reporter,
      phone: unsealed(house.store.vault, order.data_key, order.phone_enc, 'work_order.phone_enc'), appointmentAt: null, expectedFinishAt: null, urgency: order.urgency, chargeable: false, emergencyFirst: false,
    }, input.print) : null
    const key = keyOf(house.store.vault, order)
    const next = await takeStep(tx, house, order, { action: 'verify', to, note: again?.order.no ?? '', detail: written(key, { outcome: input.outcome, opinion: input.opinion }) }, {
      data_key: key.wrapped, verified_at: tx.now, verified_by: tx.scope.actor.name, verify_method: input.method, verify_outcome: input.outcome, verify_opinion: input.opinion, reorder_id: again?.order.id ?? null,
    })
    if (again) await house.origins.started(tx, started(order), started(again.order))
    await house.origins.finished(tx, started(order), input.outcome)
    return { ...savedOrder(next, again?.printJobIds), reorder: again && { id: again.order.id, no: again.order.no } }
  })
}

type Filed = { filed: number; left: { id: number; no: string; why: string }[] }

/**
 * 归档 (13.R6). `why` is the step an order still needs (`return`, `verify`, …), or the state it ended in.
 * @throws UserError too-early-to-file where it is the only one asked for
 */
export function fileOrders(house: House, { ids }: ParsedInput<typeof repairs.file>, call: Call): Promise<Filed> {
  return house.store.write(call.scope, async (tx) => {
    const result: Filed = { filed: 0, left: [] }
    for (const id of new Set(ids)) {
      const order = await loadOrder(tx, id)
      const to = nextWorkOrderState(order.state, 'file')
      if (to === null) {
        const why = dueAction[order.state] ?? order.state
        if (ids.length === 1) throw new UserError('too-early-to-file', { no: order.no, state: order.state, why })
        result.left.push({ id, no: order.no, why })
        continue
      }
      await takeStep(tx, house, order, { action: 'file', to }, { filed_at: tx.now })
      result.filed++
    }
    return result
  })
}
