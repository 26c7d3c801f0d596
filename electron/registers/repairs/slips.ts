import type { Charge } from '../../../shared/contract/repairs'
import type { SlipDocument } from '../../../shared/slip/document'
import { noticeSlip } from '../../../shared/slip/notice-slip'
import { urgeSlip, workOrderSlip } from '../../../shared/slip/work-order-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { queueSlip, withdrawSlips } from '../queue-slip'
import type { OrderRecord } from './rows'

const ENGINEERING = 'engineering'
const sender = ({ settings }: House) => ({ tower: settings.current.tower, serviceCentre: settings.current.serviceCentre })
const subject = (order: OrderRecord) => ({ register: 'repairs' as const, id: order.id, no: order.no })

/** A contact is reached by the extension; a phone number stands on no slip (P3). */
async function extensionOf(tx: Tx, contactId: number | null): Promise<string> {
  if (contactId === null) return ''
  const [contact] = await tx.query<{ extension: string }>('SELECT extension FROM contact WHERE id = ?', [contactId])
  return contact?.extension ?? ''
}

/** The 有偿服务单 of an order; a free one has none. */
export const chargeOf = (tx: Tx, house: House, order: OrderRecord): Promise<Charge | null> =>
  order.chargeable === 1 ? house.charges.charging.of(tx, { register: 'repairs', id: order.id }) : Promise.resolve(null)

/** 维修工作令单 as the order stands now; `copies` of them, or one that is printed again. */
export async function workOrderSlips(tx: Tx, house: House, order: OrderRecord, copies: number | null): Promise<SlipDocument[]> {
  const [extension, charge] = [await extensionOf(tx, order.contact_id), await chargeOf(tx, house, order)]
  return Array.from({ length: copies ?? 1 }, (_, index) => workOrderSlip({
    ...sender(house), no: order.no, at: order.at, room: order.room, place: order.place, content: order.content, company: order.tenant_name, reporter: order.reporter, extension,
    appointmentAt: order.appointment_at, dueAt: order.due_at, trade: order.trade, urgency: order.urgency, chargeable: order.chargeable === 1, emergencyFirst: order.emergency_first === 1, charge,
    token: order.token, copy: copies === null ? null : { index: index + 1, of: copies }, receivedBy: order.received_by, station: order.station,
  }))
}

/** One line of engineering's list. It may name a client, so the retention sweep empties it (P3). */
const noticeText = (order: OrderRecord, what: string): string => inChinese([order.room && say('room', { room: order.room }), order.place, what, order.reporter])

/** Engineering is notified (13.R2); the notice waits until the order is fetched, or somebody acknowledges it. */
export const notifyEngineering = (tx: Tx, house: House, order: OrderRecord, what = order.content): Promise<number> =>
  house.notices.create(tx, { department: ENGINEERING, person: '', text: noticeText(order, what), register: 'repairs', recordId: order.id, no: order.no })

/** The order goes to engineering: on its list at once, and on its printer where `print` asks for it. */
export async function issue(tx: Tx, house: House, order: OrderRecord, print: boolean): Promise<number[]> {
  await notifyEngineering(tx, house, order)
  if (!print || !house.printerRoles().includes(ENGINEERING)) return []
  const jobs: number[] = []
  for (const slip of await workOrderSlips(tx, house, order, house.settings.current.workOrderCopies)) jobs.push(...(await queueSlip(tx, house, ENGINEERING, subject(order), slip)))
  return jobs
}

/** What has not come out of engineering's printer yet won't: the order is not theirs any more, or never was (13.R3). */
export async function withdraw(tx: Tx, house: House, order: OrderRecord): Promise<void> {
  await house.notices.close(tx, 'repairs', order.id)
  await withdrawSlips(tx, house, subject(order))
}

/** What else was reported to an order engineering has already. */
export async function queueAddedSlip(tx: Tx, house: House, order: OrderRecord, added: string): Promise<number[]> {
  const document = noticeSlip({
    ...sender(house), no: order.no, at: tx.now, department: ENGINEERING, person: order.worker || order.fetched_by, who: order.reporter, reachBy: '', room: order.room, matter: `并入本单：${added}`, kind: 'call',
    reminders: 0, receptionist: tx.scope.actor.name, station: tx.scope.station,
  })
  return queueSlip(tx, house, ENGINEERING, subject(order), document)
}

export function queueUrgeSlip(tx: Tx, house: House, order: OrderRecord): Promise<number[]> {
  const document = urgeSlip({
    ...sender(house), no: order.no, at: order.at, now: tx.now, room: order.room, place: order.place, fault: order.fault, company: order.tenant_name, fetchedBy: order.fetched_by, worker: order.worker,
    dueAt: order.due_at, reminders: order.reminders, by: tx.scope.actor.name, station: tx.scope.station,
  })
  return queueSlip(tx, house, ENGINEERING, subject(order), document)
}
