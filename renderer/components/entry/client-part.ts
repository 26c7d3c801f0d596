import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { Tenant } from '@shared/contract/tenants'

/** Whose a record is, as its form holds it; the name stands beside it under the register's own word (reporter, applicant). */
export interface ClientPart {
  contactId: number | null
  /** Who was here or called before, where the register's form takes them; of such a one the store has the number. */
  personId?: number | null
  /** As typed; empty while a known number stands masked, the whole of which never comes to the page. */
  phone: string
  phoneMasked: string
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  /** Where it is, said for want of a room; a room takes its place. */
  place?: string
  /** The company that a room brought along: another room takes it away again, which it does not with a chosen one. */
  roomsTenant?: number
}
export type PlacedClient = ClientPart & Required<Pick<ClientPart, 'place'>>
/** The record a form starts from (16.R3); what is left empty is taken from that, in the store. */
export interface StartedPart { from: RecordRef | null; fromNo: string; /** What was said there, where the form has no field of its own for it. */ fromMatter?: string }
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
  take(form, { tenantId: tenant.id, company: tenant.name, roomsTenant: undefined })
  takeOnlyRoom(form, tenant)
}

/** All of a known person but the name. Who is of no company of the directory leaves the one that is written, and has a number only where the form can say whose. */
export function takePerson(form: ClientPart, person: PersonSuggestion): void {
  const takesPersons = form.personId !== undefined
  take(form, { contactId: person.contactId, phone: '', phoneMasked: person.contactId !== null || takesPersons ? person.phoneMasked : '', ...(takesPersons ? { personId: person.personId } : {}) })
  if (person.tenantId !== null) take(form, { tenantId: person.tenantId, company: person.company, roomsTenant: undefined })
  if (person.unitId !== null) takeRoom(form, person.unitId, person.room)
}

/** A name typed over a known one is somebody else of the same company: their number is not known. */
export function takeAnotherName(form: ClientPart): void {
  take(form, { contactId: null, phoneMasked: '', ...(form.personId === undefined ? {} : { personId: null }) })
}

/** All that the record it starts from tells of the client but the name. */
export function takeOrigin(form: ClientPart & StartedPart, origin: OriginView): void {
  form.from = { register: origin.register as RecordRef['register'], id: origin.id }
  form.fromNo = origin.no
  if (form.fromMatter !== undefined) form.fromMatter = origin.matter
  const { contactId, phoneMasked, tenantId, unitId, room } = origin
  take(form, { contactId, phoneMasked, tenantId, company: origin.tenantName || origin.company, roomsTenant: undefined, unitId, room, ...(form.place === undefined ? {} : { place: unitId === null ? origin.place : '' }) })
}
