import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { Tenant } from '@shared/contract/tenants'

/** Whose a record is, as its form holds it; the name stands beside it under the register's own word (reporter, applicant). */
export interface ClientPart {
  contactId: number | null
  /** As typed; empty while a known number stands masked, the whole of which never comes to the page. */
  phone: string
  phoneMasked: string
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  /** Where it is, said for want of a room; a room takes its place. */
  place?: string
}
export type PlacedClient = Required<ClientPart>
/** The record a form starts from (16.R3); what is left empty is taken from that, in the store. */
export interface StartedPart { from: RecordRef | null; fromNo: string }
type Company = Pick<Tenant, 'id' | 'name'> & Rooms
interface Rooms { rooms: readonly string[]; unitIds: readonly number[] }

export const notStarted = (): StartedPart => ({ from: null, fromNo: '' })
export const noClient = (): PlacedClient => ({ contactId: null, phone: '', phoneMasked: '', tenantId: null, company: '', unitId: null, room: '', place: '' })

function take(form: ClientPart, what: Partial<ClientPart>): void {
  Object.assign(form, what)
}

export function takeRoom(form: ClientPart, unitId: number, room: string): void {
  take(form, { unitId, room, ...(form.place === undefined ? {} : { place: '' }) })
}

/** The only room of a company comes with it. */
export function takeOnlyRoom(form: ClientPart, { rooms, unitIds }: Rooms): void {
  if (rooms.length === 1) takeRoom(form, unitIds[0]!, rooms[0]!)
}

export function takeCompany(form: ClientPart, tenant: Company): void {
  take(form, { tenantId: tenant.id, company: tenant.name })
  takeOnlyRoom(form, tenant)
}

/** All of a known person but the name. */
export function takePerson(form: ClientPart, person: PersonSuggestion): void {
  take(form, { contactId: person.contactId, phone: '', phoneMasked: person.phoneMasked, tenantId: person.tenantId, company: person.company || form.company })
  if (person.unitId !== null) takeRoom(form, person.unitId, person.room)
}

/** A name typed over a known one is somebody else: their number is not known. */
export function takeAnotherName(form: ClientPart & Partial<StartedPart>): void {
  if (form.contactId !== null || (form.from && form.phoneMasked)) take(form, { contactId: null, phoneMasked: '' })
}

/** All that the record it starts from tells of the client but the name. */
export function takeOrigin(form: ClientPart & StartedPart, origin: OriginView): void {
  form.from = { register: origin.register as RecordRef['register'], id: origin.id }
  form.fromNo = origin.no
  const { contactId, phoneMasked, tenantId, unitId, room } = origin
  take(form, { contactId, phoneMasked, tenantId, company: origin.tenantName || origin.company, unitId, room, ...(form.place === undefined ? {} : { place: unitId === null ? origin.place : '' }) })
}
