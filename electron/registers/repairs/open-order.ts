import type { Urgency } from '../../../shared/contract/repairs'
import { dayOf } from '../../../shared/rules/time'
import { faultOf, type Trade, workOrderDueAt } from '../../../shared/rules/work-order'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { newToken } from '../token'
import { learnFault, usualTrade } from './faults'
import type { OrderRecord } from './rows'
import { issue } from './slips'
import { insertOrder, sealedReporter } from './write'

/** What an order says when it is opened; names and ids looked up, the phone number normalised. */
export interface NewOrder {
  content: string
  /** Null: as this fault usually is. */
  trade: Trade | null
  unitId: number | null; room: string; place: string; tenantId: number | null; tenantName: string; contactId: number | null; reporter: string; phone: string
  appointmentAt: number | null; expectedFinishAt: number | null; urgency: Urgency; chargeable: boolean; emergencyFirst: boolean
}

/** Opens an order: number, row, first step; a free one, or an emergency that is done first, goes to engineering at once (13.R2, 13.R3, 17.R3). */
export async function openOrder(tx: Tx, house: House, asked: NewOrder, print: boolean): Promise<{ order: OrderRecord; printJobIds: number[] }> {
  const { vault } = house.store
  const no = await tx.number('repairs')
  const key = vault.newKey()
  const fault = faultOf(asked.content)
  const trade = asked.trade ?? (await usualTrade(tx, fault))
  const state = asked.chargeable && !asked.emergencyFirst ? ('quoting' as const) : ('issued' as const)
  const order = await insertOrder(tx, {
    no, at: tx.now, day: dayOf(tx.now), state, station: tx.scope.station, unit_id: asked.unitId, room: asked.room, place: asked.place, tenant_id: asked.tenantId, tenant_name: asked.tenantName,
    contact_id: asked.contactId, reporter: asked.reporter, data_key: key.wrapped, ...sealedReporter(vault, key, asked.phone), fault, content: asked.content, trade, urgency: asked.urgency,
    chargeable: Number(asked.chargeable), emergency_first: Number(asked.emergencyFirst), appointment_at: asked.appointmentAt, expected_finish_at: asked.expectedFinishAt,
    due_at: workOrderDueAt({ from: tx.now, ...asked }), received_by_id: tx.scope.actor.id, received_by: tx.scope.actor.name, token: newToken(no),
  })
  await house.steps.add(tx, { register: 'repairs', recordId: order.id, action: 'create', from: '', to: state, detail: { no } })
  await learnFault(tx, trade, fault)
  return { order, printJobIds: state === 'issued' ? await issue(tx, house, order, print) : [] }
}
