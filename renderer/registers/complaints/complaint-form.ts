import type { Department } from '@shared/contract/base'
import type { Channel, ComplaintInput } from '@shared/contract/complaints'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { ComplaintKind, ComplaintLevel } from '@shared/rules/complaint'
import type { Day } from '@shared/rules/time'
import { noClient, notStarted, takeAnotherName, takeOrigin, takePerson, type PlacedClient, type StartedPart } from '../../components/entry/client-part'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { agreedMoment } from '../../desk/moment'

/** 客户投诉记录 as it stands on the screen: plain data, so that it is its own draft. */
export interface ComplaintForm extends StartedPart, PlacedClient {
  fromAt: number
  personId: number | null
  channel: Channel
  name: string
  cause: string
  kind: ComplaintKind | ''
  level: ComplaintLevel
  department: Department | ''
  dueDay: string
  dueTime: string
  /** 当场处理: what was done about it at once. */
  handling: string
  /** The letter of a written one. */
  scanId: number | null
}

export const channels: readonly Channel[] = ['phone', 'written', 'in-person']

export function emptyComplaint(): ComplaintForm {
  return {
    ...notStarted(), ...noClient(), fromAt: 0, personId: null, channel: 'phone', name: '',
    cause: '', kind: '', level: 1, department: '', dueDay: '', dueTime: '', handling: '', scanId: null,
  }
}

/** Whether something was written; channel and level are only offered. */
export const isComplaintTouched = (form: ComplaintForm): boolean =>
  form.from !== null || form.scanId !== null || [form.name, form.phone, form.phoneMasked, form.company, form.room, form.place, form.cause, form.kind, form.handling].some((text) => text.trim() !== '')

export function startFrom(form: ComplaintForm, origin: OriginView, channel: Channel): void {
  Object.assign(form, emptyComplaint())
  takeOrigin(form, origin)
  Object.assign(form, { fromAt: origin.at, channel, cause: origin.matter, name: origin.name } satisfies Partial<ComplaintForm>)
}

export function pickClient(form: ComplaintForm, person: PersonSuggestion): void {
  form.name = person.name
  takePerson(form, person)
}

export function typeClient(form: ComplaintForm, name: string): void {
  takeAnotherName(form)
  form.name = name
}

export type ComplaintField = 'channel' | 'name' | 'phone' | 'room' | 'place' | 'company' | 'cause' | 'kind' | 'level' | 'department' | 'dueDay' | 'dueAt' | 'handling' | 'scan'

const dueOf = (form: ComplaintForm, today: Day): number | null | 'day' | 'time' => agreedMoment(form.dueDay, form.dueTime, today, '18:00')

/** What stops the complaint from being saved, in the order of the form (7.R1). */
export function checkComplaint(form: ComplaintForm, now: number, today: Day): EntryFault<ComplaintField>[] {
  const faults: EntryFault<ComplaintField>[] = []
  const add = (field: ComplaintField, code: string): void => { faults.push({ field, code, params: {} }) }
  if (!form.name.trim()) add('name', 'name')
  if (form.unitId === null && form.room.trim()) add('room', 'room-unknown')
  if (form.tenantId === null && form.company.trim()) add('company', 'company-unknown')
  if (!form.cause.trim()) add('cause', 'cause')
  if (!form.kind) add('kind', 'kind')
  const due = dueOf(form, today)
  if (typeof due === 'string') add(due === 'day' ? 'dueDay' : 'dueAt', due)
  else if (due !== null && due <= now) add('dueAt', 'due-past')
  return faults
}

/** The field to write next; the channel is chosen by a digit before anything is written. */
export function neededInComplaint(form: ComplaintForm): ComplaintField {
  if (!isComplaintTouched(form)) return 'channel'
  if (!form.name) return 'name'
  if (!form.cause) return 'cause'
  return form.kind ? 'department' : 'kind'
}

export function complaintInputOf(form: ComplaintForm, today: Day, print: boolean): ComplaintInput {
  const due = dueOf(form, today)
  return {
    from: form.from, channel: form.channel, name: form.name.trim(), phone: form.phone.trim(), contactId: form.contactId, personId: form.personId,
    unitId: form.unitId, tenantId: form.tenantId, place: form.place.trim(), cause: form.cause.trim(), kind: form.kind || 'other', level: form.level, scanIds: form.scanId === null ? [] : [form.scanId], department: form.department || null,
    dueAt: typeof due === 'number' ? due : null, handling: form.handling.trim(), print,
  }
}

export const complaintOfDraft = (content: unknown): ComplaintForm | null => ofShape(emptyComplaint(), content)
