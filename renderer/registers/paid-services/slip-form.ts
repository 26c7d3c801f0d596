import type { OriginView } from '@shared/contract/overview'
import type { QuoteInput } from '@shared/contract/paid-services'
import type { PersonSuggestion } from '@shared/contract/reception'
import { noClient, notStarted, takeAnotherName, takeOrigin, takePerson, type PlacedClient, type StartedPart } from '../../components/entry/client-part'
import { linesOf, type LineText } from '../../components/charges/charge-lines'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'

/** 有偿服务单 as it stands on the screen: plain data, so that it is its own draft. */
export interface SlipForm extends StartedPart, PlacedClient {
  title: string
  client: string
  emergency: boolean
  lines: LineText[]
}

export const emptySlip = (): SlipForm => ({
  ...notStarted(), ...noClient(), title: '', client: '', emergency: false, lines: [],
})

export const isSlipTouched = (form: SlipForm): boolean =>
  form.from !== null || form.lines.length > 0 || [form.title, form.client, form.phone, form.phoneMasked, form.company, form.room, form.place].some((text) => text.trim() !== '')

export function startFrom(form: SlipForm, origin: OriginView): void {
  Object.assign(form, emptySlip())
  takeOrigin(form, origin)
  Object.assign(form, { title: origin.matter.slice(0, 100), client: origin.name } satisfies Partial<SlipForm>)
}

export function pickClient(form: SlipForm, person: PersonSuggestion): void {
  form.client = person.name
  takePerson(form, person)
}

export function typeClient(form: SlipForm, name: string): void {
  takeAnotherName(form)
  form.client = name
}

export type SlipField = 'title' | 'client' | 'phone' | 'room' | 'company' | 'place' | 'lines'

/** What stops the quote from being saved, in the order of the form (17.R2). */
export function checkSlip(form: SlipForm): EntryFault<SlipField>[] {
  const faults: EntryFault<SlipField>[] = []
  const add = (field: SlipField, code: string, params: Record<string, number> = {}): void => { faults.push({ field, code, params }) }
  if (!form.title.trim()) add('title', 'title')
  if (form.unitId === null && form.room.trim()) add('room', 'room')
  if (form.tenantId === null && form.company.trim()) add('company', 'company-unknown')
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
