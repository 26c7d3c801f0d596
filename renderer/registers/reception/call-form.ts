import type { Department } from '@shared/contract/base'
import type { CallInput, Category, PersonSuggestion } from '@shared/contract/reception'
import { dayOf, timeOf, type Day } from '@shared/rules/time'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { momentOf } from '../../desk/moment'

/** 来电登记 as it stands on the screen: plain data, so that it is its own draft. */
export interface CallForm {
  personId: number | null
  contactId: number | null
  /** As typed; empty for a caller who was chosen, the store knows the masked number. */
  phone: string
  phoneMasked: string
  name: string
  title: string
  company: string
  tenantId: number | null
  unitId: number | null
  room: string
  /** The company that the room brought along. */
  roomsTenant?: number
  /** `HH:MM` of the day; empty means when it is saved. */
  time: string
  matter: string
  category: Category
  department: Department
  /** The department follows the category until it is chosen by hand. */
  byCategory: boolean
  person: string
  result: string
}

export const categories: readonly Category[] = ['repair', 'complaint', 'enquiry', 'appointment', 'message']

export function emptyCall(): CallForm {
  return {
    personId: null, contactId: null, phone: '', phoneMasked: '', name: '', title: '', company: '', tenantId: null, unitId: null, room: '', time: '',
    matter: '', category: 'enquiry', department: 'customer-service', byCategory: true, person: '', result: '',
  }
}

/** Whether something was written; the time, the category and what follows from them are only offered. */
export function isCallTouched(form: CallForm): boolean {
  return [form.phone, form.phoneMasked, form.name, form.company, form.room, form.matter, form.person, form.result].some((text) => text.trim() !== '')
}

export function pickCaller(form: CallForm, person: PersonSuggestion): void {
  Object.assign(form, {
    personId: person.personId, contactId: person.contactId, name: person.name, title: person.title, company: person.company,
    tenantId: person.tenantId, unitId: person.unitId, room: person.room, phoneMasked: person.phoneMasked,
  } satisfies Partial<CallForm>)
  if (person.phoneMasked) form.phone = ''
}

/** The caller whose number was typed whole: it stays, whoever turns out to be calling from it. */
export function recogniseCaller(form: CallForm, person: PersonSuggestion): void {
  const { phone } = form
  pickCaller(form, person)
  form.phone = phone
}

/** Another number is another caller; what was written of the matter stays. */
export function typeCallerPhone(form: CallForm, text: string): void {
  if (form.phoneMasked) Object.assign(form, { personId: null, contactId: null, name: '', title: '', company: '', tenantId: null, unitId: null, room: '' } satisfies Partial<CallForm>)
  form.phone = text
  form.phoneMasked = ''
}

/** A caller's name typed over a known one is somebody else of the same company. */
export function typeCallerName(form: CallForm, text: string): void {
  if (form.personId !== null || form.contactId !== null) Object.assign(form, { personId: null, contactId: null, title: '', phoneMasked: '' } satisfies Partial<CallForm>)
  form.name = text
}

export function chooseCategory(form: CallForm, category: Category, departmentOf: Partial<Record<string, Department>>): void {
  form.category = category
  if (form.byCategory) form.department = departmentOf[category] ?? 'customer-service'
}

export function chooseDepartment(form: CallForm, department: Department): void {
  form.department = department
  form.byCategory = false
}

export type CallField = 'phone' | 'name' | 'time' | 'company' | 'room' | 'matter' | 'category' | 'department' | 'person' | 'result'

/** What stops the call from being saved, in the order of the form. */
export function checkCall(form: CallForm, now: number): EntryFault<CallField>[] {
  const faults: EntryFault<CallField>[] = []
  if (form.time.trim()) {
    const at = momentOf(dayOf(now), form.time)
    if (at === null) faults.push({ field: 'time', code: 'time', params: {} })
    else if (at > now + 60_000) faults.push({ field: 'time', code: 'time-future', params: { now: timeOf(now) } })
  }
  if (form.unitId === null && form.room.trim()) faults.push({ field: 'room', code: 'room-unknown', params: {} })
  if (!form.matter.trim()) faults.push({ field: 'matter', code: 'matter-required', params: {} })
  return faults
}

/** The field to write next. */
export const neededInCall = (form: CallForm): CallField => (form.matter ? 'result' : form.name || form.phoneMasked ? 'matter' : 'phone')

export function callInputOf(form: CallForm, today: Day, print: boolean): CallInput {
  return {
    name: form.name.trim(), company: form.company.trim(), phone: form.phone.trim(), personId: form.personId, contactId: form.contactId,
    at: momentOf(today, form.time), unitId: form.unitId, tenantId: form.tenantId, category: form.category, matter: form.matter.trim(),
    notify: { department: form.department, person: form.person.trim() }, result: form.result.trim(), print,
  }
}

export const callOfDraft = (content: unknown): CallForm | null => ofShape(emptyCall(), content)
