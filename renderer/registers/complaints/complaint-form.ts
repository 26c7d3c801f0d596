import type { Department, RecordRef } from '@shared/contract/base'
import type { Channel, ComplaintInput } from '@shared/contract/complaints'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { ComplaintKind, ComplaintLevel } from '@shared/rules/complaint'
import type { Day } from '@shared/rules/time'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { agreedMoment } from '../../desk/moment'

/** 客户投诉记录 as it stands on the screen: plain data, so that it is its own draft. */
export interface ComplaintForm {
  /** The entry it starts from (16.R3); what is left empty is taken from that, in the store. */
  from: RecordRef | null
  fromNo: string
  fromAt: number
  channel: Channel
  contactId: number | null
  name: string
  /** As typed; empty while a known number stands masked. */
  phone: string
  phoneMasked: string
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  place: string
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
    from: null, fromNo: '', fromAt: 0, channel: 'phone', contactId: null, name: '', phone: '', phoneMasked: '', tenantId: null, company: '', unitId: null, room: '', place: '',
    cause: '', kind: '', level: 1, department: '', dueDay: '', dueTime: '', handling: '', scanId: null,
  }
}

/** Whether something was written; channel and level are only offered. */
export const isComplaintTouched = (form: ComplaintForm): boolean =>
  form.from !== null || form.scanId !== null || [form.name, form.phone, form.phoneMasked, form.company, form.room, form.place, form.cause, form.kind, form.handling].some((text) => text.trim() !== '')

export function startFrom(form: ComplaintForm, origin: OriginView, channel: Channel): void {
  Object.assign(form, emptyComplaint(), {
    from: { register: origin.register as RecordRef['register'], id: origin.id }, fromNo: origin.no, fromAt: origin.at, channel, cause: origin.matter,
    contactId: origin.contactId, name: origin.name, phoneMasked: origin.phoneMasked, tenantId: origin.tenantId, company: origin.tenantName || origin.company,
    unitId: origin.unitId, room: origin.room, place: origin.unitId === null ? origin.place : '',
  } satisfies Partial<ComplaintForm>)
}

export function pickClient(form: ComplaintForm, person: PersonSuggestion): void {
  Object.assign(form, {
    contactId: person.contactId, name: person.name, phone: '', phoneMasked: person.phoneMasked, tenantId: person.tenantId, company: person.company,
    ...(person.unitId === null ? {} : { unitId: person.unitId, room: person.room, place: '' }),
  } satisfies Partial<ComplaintForm>)
}

/** A name typed over a known one is somebody else: their number is not known. */
export function typeClient(form: ComplaintForm, name: string): void {
  if (form.contactId !== null || (form.from !== null && form.phoneMasked)) Object.assign(form, { contactId: null, phoneMasked: '' } satisfies Partial<ComplaintForm>)
  form.name = name
}

export function typeClientPhone(form: ComplaintForm, text: string): void {
  form.phone = text
  form.phoneMasked = ''
}

export type ComplaintField = 'channel' | 'name' | 'phone' | 'room' | 'place' | 'company' | 'cause' | 'kind' | 'level' | 'department' | 'dueDay' | 'dueAt' | 'handling' | 'scan'

const dueOf = (form: ComplaintForm, today: Day): number | null | 'day' | 'time' => agreedMoment(form.dueDay, form.dueTime, today, '18:00')

/** What stops the complaint from being saved, in the order of the form (7.R1). */
export function checkComplaint(form: ComplaintForm, now: number, today: Day): EntryFault<ComplaintField>[] {
  const faults: EntryFault<ComplaintField>[] = []
  const add = (field: ComplaintField, code: string): void => { faults.push({ field, code, params: {} }) }
  if (!form.name.trim()) add('name', 'name')
  if (form.unitId === null && form.room.trim()) add('room', 'room-unknown')
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
    from: form.from, channel: form.channel, name: form.name.trim(), phone: form.phone.trim(), contactId: form.contactId, unitId: form.unitId, tenantId: form.tenantId, place: form.place.trim(),
    cause: form.cause.trim(), kind: form.kind || 'other', level: form.level, scanIds: form.scanId === null ? [] : [form.scanId], department: form.department || null,
    dueAt: typeof due === 'number' ? due : null, handling: form.handling.trim(), print,
  }
}

export const complaintOfDraft = (content: unknown): ComplaintForm | null => ofShape(emptyComplaint(), content)
