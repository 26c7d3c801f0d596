import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { QuoteInput } from '@shared/contract/paid-services'
import type { PersonSuggestion } from '@shared/contract/reception'
import { linesOf, type LineText } from '../../components/charges/charge-lines'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'

/** 有偿服务单 as it stands on the screen: plain data, so that it is its own draft. */
export interface SlipForm {
  /** The order, call or visit it is for (16.R3); what is left empty is taken from that, in the store. */
  from: RecordRef | null
  fromNo: string
  title: string
  contactId: number | null
  client: string
  /** As typed; empty while a known number stands masked. */
  phone: string
  phoneMasked: string
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  place: string
  emergency: boolean
  lines: LineText[]
}

export const emptySlip = (): SlipForm => ({
  from: null, fromNo: '', title: '', contactId: null, client: '', phone: '', phoneMasked: '', tenantId: null, company: '', unitId: null, room: '', place: '', emergency: false, lines: [],
})

export const isSlipTouched = (form: SlipForm): boolean =>
  form.from !== null || form.lines.length > 0 || [form.title, form.client, form.phone, form.phoneMasked, form.company, form.room, form.place].some((text) => text.trim() !== '')

export function startFrom(form: SlipForm, origin: OriginView): void {
  Object.assign(form, emptySlip(), {
    from: { register: origin.register as RecordRef['register'], id: origin.id }, fromNo: origin.no, title: origin.matter.slice(0, 100),
    contactId: origin.contactId, client: origin.name, phoneMasked: origin.phoneMasked, tenantId: origin.tenantId, company: origin.tenantName || origin.company,
    unitId: origin.unitId, room: origin.room, place: origin.unitId === null ? origin.place : '',
  } satisfies Partial<SlipForm>)
}

export function pickClient(form: SlipForm, person: PersonSuggestion): void {
  Object.assign(form, {
    contactId: person.contactId, client: person.name, phone: '', phoneMasked: person.phoneMasked, tenantId: person.tenantId, company: person.company,
    ...(person.unitId === null ? {} : { unitId: person.unitId, room: person.room, place: '' }),
  } satisfies Partial<SlipForm>)
}

/** A name typed over a known one is somebody else: their number is not known. */
export function typeClient(form: SlipForm, name: string): void {
  if (form.contactId !== null || (form.from !== null && form.phoneMasked)) Object.assign(form, { contactId: null, phoneMasked: '' } satisfies Partial<SlipForm>)
  form.client = name
}

export type SlipField = 'title' | 'client' | 'phone' | 'room' | 'company' | 'place' | 'lines'

/** What stops the quote from being saved, in the order of the form (17.R2). */
export function checkSlip(form: SlipForm): EntryFault<SlipField>[] {
  const faults: EntryFault<SlipField>[] = []
  const add = (field: SlipField, code: string, params: Record<string, number> = {}): void => { faults.push({ field, code, params }) }
  if (!form.title.trim()) add('title', 'title')
  if (form.unitId === null && form.room.trim()) add('room', 'room')
  if (!form.client.trim() && form.tenantId === null) add('client', 'client')
  const sent = linesOf(form.lines)
  if (!('lines' in sent)) add('lines', sent.field, { line: sent.at + 1 })
  return faults
}

/** The field to write next. */
export function neededInSlip(form: SlipForm): SlipField {
  if (!form.client && !form.company) return 'client'
  return form.title ? 'lines' : 'title'
}

export function quoteInputOf(form: SlipForm, print: boolean): QuoteInput {
  const sent = linesOf(form.lines)
  return {
    from: form.from, title: form.title.trim(), unitId: form.unitId, tenantId: form.tenantId, place: form.place.trim(), client: form.client.trim(), phone: form.phone.trim(), contactId: form.contactId,
    lines: 'lines' in sent ? sent.lines : [], emergency: form.emergency, print,
  }
}

export const slipOfDraft = (content: unknown): SlipForm | null => ofShape(emptySlip(), content)
