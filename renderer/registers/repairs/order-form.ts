import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { Fault, Urgency, WorkOrderInput } from '@shared/contract/repairs'
import type { Day } from '@shared/rules/time'
import type { Trade } from '@shared/rules/work-order'
import { noClient, notStarted, takeAnotherName, takeOrigin, takePerson, type PlacedClient, type StartedPart } from '../../components/entry/client-part'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { agreedMoment } from '../../desk/moment'

/** 收费: nothing, after the client agrees (13.R3), or first the work and then the slip (17.R3). */
export type ChargeKind = 'free' | 'chargeable' | 'emergency-first'

/** 客户报修登记 as it stands on the screen: plain data, so that it is its own draft. */
export interface OrderForm extends StartedPart, PlacedClient {
  fromAt: number
  /** What is wrong in a few words, as the tower's list of faults has it; and the rest of what was said. */
  fault: string
  details: string
  trade: Trade | ''
  reporter: string
  appointmentDay: string
  appointmentTime: string
  expectedDay: string
  expectedTime: string
  urgency: Urgency
  charge: ChargeKind
  photoId: number | null
}

export const urgencies: readonly Urgency[] = ['normal', 'urgent', 'emergency']
export const chargeKinds: readonly ChargeKind[] = ['free', 'chargeable', 'emergency-first']

export function emptyOrder(): OrderForm {
  return {
    ...notStarted(), ...noClient(), fromAt: 0, fault: '', details: '', trade: '', reporter: '',
    appointmentDay: '', appointmentTime: '', expectedDay: '', expectedTime: '', urgency: 'normal', charge: 'free', photoId: null,
  }
}

/** Whether something was written; urgency and charge are only offered. */
export const isOrderTouched = (form: OrderForm): boolean =>
  form.from !== null || form.photoId !== null || [form.fault, form.details, form.trade, form.reporter, form.phone, form.phoneMasked, form.company, form.room, form.place, form.appointmentDay, form.appointmentTime].some((text) => text.trim() !== '')

/** What is wrong, and the rest of it: the first clause names the fault where it is short enough for a name. */
export function splitContent(content: string): { fault: string; details: string } {
  const whole = content.trim()
  const [first = ''] = whole.split(/[，。；,;.\n]/, 1)
  const cut = first.length > 0 && first.length <= 20
  if (!cut) return whole.length <= 40 ? { fault: whole, details: '' } : { fault: '', details: whole }
  return { fault: first.trim(), details: whole.slice(first.length).replace(/^[，。；,;.\s]+/, '') }
}

/** As the order bears it. */
export const contentOf = ({ fault, details }: Pick<OrderForm, 'fault' | 'details'>): string => [fault.trim(), details.trim()].filter(Boolean).join('，')

export function startFrom(form: OrderForm, origin: OriginView): void {
  Object.assign(form, emptyOrder())
  takeOrigin(form, origin)
  Object.assign(form, { fromAt: origin.at, reporter: origin.name, ...splitContent(origin.matter) } satisfies Partial<OrderForm>)
}

export function pickReporter(form: OrderForm, person: PersonSuggestion): void {
  form.reporter = person.name
  takePerson(form, person)
}

export function typeReporter(form: OrderForm, name: string): void {
  takeAnotherName(form)
  form.reporter = name
}

export function pickFault(form: OrderForm, fault: Fault): void {
  form.fault = fault.text
  form.trade = fault.trade
}

export type OrderField = 'content' | 'details' | 'trade' | 'reporter' | 'phone' | 'room' | 'company' | 'place' | 'appointmentDay' | 'appointmentAt' | 'expectedDay' | 'expectedFinishAt' | 'urgency' | 'chargeable' | 'photo'

export const appointmentOf = (form: OrderForm, today: Day): number | null | 'day' | 'time' => agreedMoment(form.appointmentDay, form.appointmentTime, today, '')
export const expectedOf = (form: OrderForm, today: Day): number | null | 'day' | 'time' => agreedMoment(form.expectedDay, form.expectedTime, today, '18:00')

/** What stops the order from being saved, in the order of the form (13.R1). */
export function checkOrder(form: OrderForm, now: number, today: Day): EntryFault<OrderField>[] {
  const faults: EntryFault<OrderField>[] = []
  const add = (field: OrderField, code: string): void => { faults.push({ field, code, params: {} }) }
  if (!contentOf(form)) add('content', 'content-required')
  if (!form.trade) add('trade', 'trade-required')
  if (form.unitId === null && form.room.trim()) add('room', 'room-unknown')
  else if (form.unitId === null && !form.place.trim()) add('place', 'place-required')
  if (form.tenantId === null && form.company.trim()) add('company', 'company-unknown')
  const appointment = appointmentOf(form, today)
  if (typeof appointment === 'string') add(appointment === 'day' ? 'appointmentDay' : 'appointmentAt', appointment)
  else if (appointment !== null && appointment < now) add('appointmentAt', 'appointment-past')
  const expected = expectedOf(form, today)
  if (typeof expected === 'string') add(expected === 'day' ? 'expectedDay' : 'expectedFinishAt', expected)
  else if (expected !== null && expected < now) add('expectedFinishAt', 'expected-past')
  else if (expected !== null && typeof appointment === 'number' && expected < appointment) add('expectedFinishAt', 'expected-before')
  return faults
}

/** The field to write next. */
export function neededInOrder(form: OrderForm): string {
  if (!form.fault && !form.details) return 'content'
  if (!form.trade) return 'trade'
  return form.reporter || form.phoneMasked ? 'appointmentDay' : 'reporter'
}

export function orderInputOf(form: OrderForm, today: Day, print: boolean): WorkOrderInput {
  const appointment = appointmentOf(form, today)
  const expected = expectedOf(form, today)
  return {
    from: form.from, content: contentOf(form), trade: form.trade || null, unitId: form.unitId, tenantId: form.tenantId, place: form.place.trim(), contactId: form.contactId,
    reporter: form.reporter.trim(), phone: form.phone.trim(), appointmentAt: typeof appointment === 'number' ? appointment : null, expectedFinishAt: typeof expected === 'number' ? expected : null,
    urgency: form.urgency, chargeable: form.charge !== 'free', emergencyFirst: form.charge === 'emergency-first', photoIds: form.photoId === null ? [] : [form.photoId], print,
  }
}

export const orderOfDraft = (content: unknown): OrderForm | null => ofShape(emptyOrder(), content)
