import { UserError } from '../../../shared/contract/errors'
import type { repairs } from '../../../shared/contract/repairs'
import { faultOf } from '../../../shared/rules/work-order'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { change, type Change } from '../history'
import { resolveHost } from '../host'
import type { House } from '../house'
import { checkedPhone, unsealed } from '../personal'
import { correctCharge } from './correct-charge'
import { dueFrom, mayBeginSince } from './due'
import { checkedFinish } from './finish'
import type { OrderRecord } from './rows'
import { issue, notifyEngineering, withdraw } from './slips'
import { seenOrder } from './step'
import { keyOf, type OrderValues, sealedReporter, updateOrder } from './write'

type Input = ParsedInput<typeof repairs.correct>
type Changes = Input['changes']

/** The columns whose former values the history keeps, by the names the page words them with. */
const kept = {
  content: 'content', trade: 'trade', urgency: 'urgency', place: 'place', room: 'room', tenantName: 'tenant_name', reporter: 'reporter', appointmentAt: 'appointment_at', expectedFinishAt: 'expected_finish_at',
  workRecord: 'work_record', finishedAt: 'finished_at', chargeable: 'chargeable', state: 'state',
} as const satisfies Record<string, keyof OrderRecord>

/** What engineering must hear of while it has the order. */
const told: ReadonlySet<string> = new Set(['content', 'trade', 'urgency', 'place', 'room', 'appointmentAt', 'expectedFinishAt'])
const withEngineering: ReadonlySet<OrderRecord['state']> = new Set(['issued', 'fetched', 'assigned', 'started', 'waiting-parts'])

/**
 * 更正: what stood there before stays in the history, with the reason.
 * @throws UserError stale, already-void, wrong-state, end-before-start, invalid-input, invalid-phone, caller-required
 */
export function correctOrder(house: House, input: Input, call: Call): Promise<void> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'correct')
    const key = keyOf(house.store.vault, order)
    const phone = phoneChange(house, order, input.changes)
    const values: OrderValues = {
      ...textValues(order, input.changes), ...(await whereValues(tx, order, input.changes)), ...timeValues(order, input.changes, tx.now, await mayBeginSince(tx, order)),
      ...(phone && sealedReporter(house.store.vault, key, phone.to)), ...(await correctCharge(tx, house, order, input)),
    }
    if (order.state === 'quoting' && values.state === 'issued') values.due_at = dueFrom({ ...order, ...values } as OrderRecord, tx.now)
    refuseEmpty({ ...order, ...values } as OrderRecord)
    const changes: Change[] = Object.entries(kept).flatMap(([field, column]) => {
      const [from, to] = [order[column], values[column]]
      return to === undefined || to === from || Buffer.isBuffer(to) ? [] : [change(key, field, from, to satisfies Sql)]
    })
    if (phone) changes.push(change(key, 'phone', phone.from, phone.to))
    if (changes.length === 0) return
    const next = await updateOrder(tx, order, { ...values, data_key: key.wrapped })
    await house.steps.add(tx, { register: 'repairs', recordId: order.id, action: 'correct', from: order.state, to: next.state, note: input.reason, key, detail: { changes } })
    await tell(tx, house, order, next, changes)
  })
}

/** Engineering gets an order that is free after all, and no longer one that waits for the client; its notice says what the order says now. */
async function tell(tx: Tx, house: House, order: OrderRecord, next: OrderRecord, changes: readonly Change[]): Promise<void> {
  if (order.state === 'quoting' && next.state === 'issued') await issue(tx, house, next, true)
  else if (order.state === 'issued' && next.state === 'quoting') await withdraw(tx, house, order)
  else if (withEngineering.has(next.state) && changes.some(({ field }) => told.has(field))) {
    await house.notices.close(tx, 'repairs', order.id)
    await notifyEngineering(tx, house, next, order.state === 'issued' ? next.content : inChinese(say('corrected', { said: next.content })))
  }
}

/** @throws UserError wrong-state where there is no work record yet, or who reported it was erased */
function textValues(order: OrderRecord, to: Changes): OrderValues {
  if (to.workRecord !== undefined && order.finished_at === null) throw new UserError('wrong-state', { no: order.no, state: order.state }, 'workRecord')
  if (order.erased_at !== null && (to.reporter !== undefined || to.phone !== undefined)) throw new UserError('wrong-state', { no: order.no, state: order.state }, 'reporter')
  const given: OrderValues = { content: to.content, fault: to.content && faultOf(to.content), trade: to.trade, urgency: to.urgency, reporter: to.reporter, work_record: to.workRecord }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Unit, company and place; another company is not the contact's any more. */
async function whereValues(tx: Tx, order: OrderRecord, { unitId, tenantId, place }: Changes): Promise<OrderValues> {
  const values: OrderValues = place === undefined ? {} : { place }
  if (unitId === undefined && tenantId === undefined) return values
  const asked = { unitId: unitId === undefined ? order.unit_id : unitId, tenantId: tenantId === undefined ? order.tenant_id : tenantId }
  const host = await resolveHost(tx, { contactId: null, name: '', department: null, ...asked })
  const sameCompany = asked.tenantId === order.tenant_id
  return {
    ...values, tenant_id: host.tenantId, tenant_name: asked.tenantId === null ? '' : host.tenantName, contact_id: sameCompany ? order.contact_id : null,
    // A unit that was taken away is not brought back by its company.
    unit_id: asked.unitId === null && unitId === null ? null : host.unitId, room: asked.unitId === null && unitId === null ? '' : host.room,
  }
}

/** Times that were agreed, and the one the work was finished at. */
function timeValues(order: OrderRecord, to: Changes, now: number, mayBegin: number): OrderValues {
  const values: OrderValues = {}
  if (to.appointmentAt !== undefined) values.appointment_at = to.appointmentAt
  if (to.expectedFinishAt !== undefined) values.expected_finish_at = to.expectedFinishAt
  if (to.appointmentAt !== undefined || to.expectedFinishAt !== undefined) {
    const agreed = { ...order, ...values } as OrderRecord
    if (agreed.expected_finish_at !== null && agreed.expected_finish_at < Math.max(order.at, agreed.appointment_at ?? 0)) throw new UserError('end-before-start', {}, 'expectedFinishAt')
    values.due_at = dueFrom(agreed, mayBegin)
  }
  if (to.finishedAt !== undefined) {
    if (order.finished_at === null) throw new UserError('wrong-state', { no: order.no, state: order.state }, 'finishedAt')
    values.finished_at = checkedFinish(order, to.finishedAt, now)
  }
  return values
}

/** An empty number takes the one that stood there away. @throws UserError invalid-phone */
function phoneChange(house: House, order: OrderRecord, to: Changes): { from: string; to: string } | null {
  if (to.phone === undefined) return null
  const from = unsealed(house.store.vault, order.data_key, order.phone_enc, 'work_order.phone_enc')
  const phone = checkedPhone(to.phone)
  return phone === from ? null : { from, to: phone }
}

/** Where and from whom is still said (13.R1). */
function refuseEmpty(order: OrderRecord): void {
  if (order.unit_id === null && order.tenant_id === null && order.place === '') throw new UserError('invalid-input', {}, 'unitId')
  if (order.erased_at === null && order.reporter === '' && order.phone_masked === '') throw new UserError('caller-required', {}, 'reporter')
}
