import type { IdCard } from '@shared/contract/id-card'
import type { Department } from '@shared/contract/base'
import type { Answer, EntryDetail, PersonSuggestion, Purpose, VisitInput } from '@shared/contract/reception'
import { checkDocumentNumber, normalizeDocumentNumber, type DocumentKind } from '@shared/rules/id-number'
import { timeOf, type Day } from '@shared/rules/time'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { momentOf } from '../../desk/moment'

/** Where the visitor's data came from; told beside the name. */
export type VisitorSource = 'typed' | 'card' | 'wedge' | 'known' | 'expected'

export interface HostChoice {
  contactId: number | null
  department: Department | null
  name: string
  room: string
  company: string
  extension: string
  unitId: number | null
  tenantId: number | null
}

/** 来访登记 as it stands on the screen: plain data, so that it is its own draft. */
export interface VisitForm {
  source: VisitorSource
  personId: number | null
  name: string
  people: string
  companions: string
  documentKind: DocumentKind
  /** Whole, as typed or read; empty while a known person's masked number stands. */
  documentNumber: string
  documentMasked: string
  documentSource: 'card' | 'wedge' | 'typed'
  /** 已看证件 as ticked; null while only offered (see `isSeen`). */
  documentSeen: boolean | null
  company: string
  phone: string
  phoneMasked: string
  /** What is typed as host; equals `host.name` once one is chosen. */
  hostText: string
  host: HostChoice | null
  purpose: Purpose
  matter: string
  answer: Answer
  answerNote: string
  cardNo: string
  /** The card number was offered (下一张), not typed. */
  cardOffered: boolean
  /** `HH:MM` of the day. */
  until: string
  untilOffered: boolean
  expectedEntryId: number | null
  expectedNo: string
  photoId: number | null
}

export function emptyVisit(): VisitForm {
  return {
    source: 'typed', personId: null, name: '', people: '1', companions: '', documentKind: 'resident', documentNumber: '', documentMasked: '',
    documentSource: 'typed', documentSeen: null, company: '', phone: '', phoneMasked: '', hostText: '', host: null, purpose: 'meeting', matter: '', answer: 'to-ask',
    answerNote: '', cardNo: '', cardOffered: true, until: '', untilOffered: true, expectedEntryId: null, expectedNo: '', photoId: null,
  }
}

/** Whether something stands in the form that a person or a reader put there: what was only offered doesn't count. */
export function isTouched(form: VisitForm): boolean {
  const blank = emptyVisit()
  const offered = new Set<keyof VisitForm>(['cardNo', 'until', 'cardOffered', 'untilOffered', 'documentKind'])
  return (Object.keys(blank) as (keyof VisitForm)[]).some((key) => !offered.has(key) && form[key] !== blank[key]) || !form.cardOffered || !form.untilOffered
}

function forgetPerson(form: VisitForm): void {
  Object.assign(form, {
    source: 'typed', personId: null, name: '', documentKind: 'resident', documentNumber: '', documentMasked: '', documentSource: 'typed', documentSeen: null,
    company: '', phone: '', phoneMasked: '', expectedEntryId: null, expectedNo: '', photoId: null,
  } satisfies Partial<VisitForm>)
}

/** Names of a group as written: separated by 、，, or a new line. */
export function splitNames(text: string): string[] {
  return text.split(/[、，,;；\n]+/).map((name) => name.trim()).filter(Boolean)
}

export function peopleOf(form: Pick<VisitForm, 'people'>): number {
  const count = Number(form.people.normalize('NFKC').trim())
  return Number.isInteger(count) && count >= 1 && count <= 200 ? count : 0
}

/** What a card or a scan did to the form. */
export type Taken = 'visitor' | 'companion' | 'same'

/**
 * A card read: its bearer becomes the visitor. A second card while a group still lacks names is one of the group; any
 * other second card is the next visitor, and the host already chosen stays.
 */
export function takeCard(form: VisitForm, card: Pick<IdCard, 'kind' | 'name' | 'number'>): Taken {
  const number = normalizeDocumentNumber(card.number)
  if (form.documentNumber && normalizeDocumentNumber(form.documentNumber) === number) {
    Object.assign(form, { name: card.name, source: 'card', documentSource: 'card', documentSeen: null } satisfies Partial<VisitForm>)
    return 'same'
  }
  if (form.documentNumber && form.documentSource !== 'typed' && splitNames(form.companions).length < peopleOf(form) - 1) {
    form.companions = [...splitNames(form.companions), card.name].join('、')
    return 'companion'
  }
  if (form.documentNumber || form.personId !== null) forgetPerson(form)
  Object.assign(form, { source: 'card', name: card.name, documentKind: card.kind, documentNumber: number, documentMasked: '', documentSource: 'card', documentSeen: null } satisfies Partial<VisitForm>)
  return 'visitor'
}

/** A resident's number from a keyboard-wedge reader or scanner; such a device tells no name. */
export function takeScannedNumber(form: VisitForm, number: string): Taken {
  const normalized = normalizeDocumentNumber(number)
  if (normalizeDocumentNumber(form.documentNumber) === normalized) return 'same'
  if (form.documentNumber || form.personId !== null) forgetPerson(form)
  const kind: DocumentKind = normalized.startsWith('9') ? 'foreign-permanent' : /^8[123]0000/.test(normalized) ? 'hmt-permit' : 'resident'
  Object.assign(form, { source: 'wedge', documentKind: kind, documentNumber: normalized, documentMasked: '', documentSource: 'wedge', documentSeen: null } satisfies Partial<VisitForm>)
  return 'visitor'
}

/**
 * The known person of a number just read or typed: what is empty is filled, what was written stays. The phone comes
 * masked, the store has the whole of it.
 */
export function recognisePerson(form: VisitForm, person: PersonSuggestion): void {
  form.personId = person.personId
  if (!form.name) form.name = person.name
  if (!form.company) form.company = person.company
  if (!form.phone) form.phoneMasked = person.phoneMasked
  if (!form.documentNumber && person.documentMasked) {
    form.documentMasked = person.documentMasked
    if (person.documentKind) form.documentKind = person.documentKind
  }
  if (person.lastPurpose && !form.matter) form.purpose = person.lastPurpose
  if (form.source === 'typed') form.source = 'known'
}

/** Under whose name the number was registered before, where another is written: a wrong number, another's document, or a new name. */
export const nameBefore = (form: VisitForm, person: PersonSuggestion | null): string | null =>
  person !== null && person.personId !== null && person.personId === form.personId && form.name.trim() !== '' && form.name.trim() !== person.name ? person.name : null

/** A suggestion chosen for 来访人: this is who it is, so what stood there of somebody else goes. */
export function pickVisitor(form: VisitForm, person: PersonSuggestion): void {
  const kept = form.documentNumber && (form.personId === null || form.personId === person.personId)
    ? { documentKind: form.documentKind, documentNumber: form.documentNumber, documentSource: form.documentSource, documentSeen: form.documentSeen, source: form.source }
    : null
  const typedPhone = form.phone
  forgetPerson(form)
  form.name = person.name
  form.company = person.company
  form.phone = typedPhone
  if (kept) Object.assign(form, kept)
  recognisePerson(form, person)
}

/** The name was changed by hand: with nothing of a document known, it is somebody else. */
export function renameVisitor(form: VisitForm, name: string): void {
  form.name = name
  if (form.source === 'known' && form.documentNumber === '' && form.personId !== null) {
    Object.assign(form, { source: 'typed', personId: null, documentMasked: '', phoneMasked: '' } satisfies Partial<VisitForm>)
  }
}

/** A number typed by hand replaces what was read or known, and with it the person it belonged to. */
export function typeNumber(form: VisitForm, text: string): void {
  if (normalizeDocumentNumber(text) !== normalizeDocumentNumber(form.documentNumber)) {
    form.personId = null
    form.phoneMasked = ''
    form.documentSource = 'typed'
  }
  form.documentNumber = text
  form.documentMasked = ''
}

/** Whether the desk saw the document (16.R4): so unless said otherwise when its number came now, not when it was known. */
export const isSeen = (form: VisitForm): boolean => form.documentSeen ?? form.documentNumber.trim() !== ''

export function tickSeen(form: VisitForm, seen: boolean): void {
  form.documentSeen = seen
}

export function chooseKind(form: VisitForm, kind: DocumentKind): void {
  form.documentKind = kind
}

export function typePhone(form: VisitForm, text: string): void {
  form.phone = text
  form.phoneMasked = ''
}

export function hostOf(person: PersonSuggestion): HostChoice {
  return {
    contactId: person.contactId, department: person.department, name: person.name, room: person.room, company: person.company,
    extension: person.extension, unitId: person.unitId, tenantId: person.tenantId,
  }
}

export function pickHost(form: VisitForm, person: PersonSuggestion): void {
  form.host = hostOf(person)
  form.hostText = person.name
}

/** What is typed over a chosen host is another host, not chosen yet. */
export function typeHost(form: VisitForm, text: string): void {
  form.hostText = text
  if (form.host && text.trim() !== form.host.name) form.host = null
}

/** Somebody expected has arrived: that entry is carried on (no second number), what a card said stays. */
export function carryOn(form: VisitForm, expected: EntryDetail): void {
  form.expectedEntryId = expected.id
  form.expectedNo = expected.no
  if (!form.name) form.name = expected.name
  if (form.source === 'typed') form.source = 'expected'
  if (!form.company) form.company = expected.company
  if (!form.phone && !form.phoneMasked) form.phoneMasked = expected.phoneMasked
  if (form.personId === null) form.personId = expected.personId
  if (!form.documentNumber && !form.documentMasked) form.documentMasked = expected.documentMasked
  if (expected.people > 1) form.people = String(expected.people)
  if (expected.companions.length > 0) form.companions = expected.companions.join('、')
  if (expected.purpose) form.purpose = expected.purpose
  form.matter = expected.matter
  form.hostText = expected.hostName
  form.host = {
    contactId: expected.hostContactId, department: expected.hostDepartment, name: expected.hostName, room: expected.room,
    company: expected.tenantName, extension: expected.hostExtension, unitId: expected.unitId, tenantId: expected.tenantId,
  }
}

export type VisitField = 'name' | 'people' | 'companions' | 'documentNumber' | 'company' | 'phone' | 'host' | 'purpose' | 'matter' | 'answer' | 'answerNote' | 'cardNo' | 'until'

/** The next thing still to be decided once a host is chosen; `answer` when nothing is missing. */
export function nextNeeded(form: VisitForm): VisitField {
  if (!form.name.trim()) return 'name'
  if (!hasHost(form)) return 'host'
  if (!form.documentNumber.trim() && !form.documentMasked) return 'documentNumber'
  return 'answer'
}

export const hasHost = (form: VisitForm): boolean => form.host !== null || form.hostText.trim() !== ''

/** 有效至 as offered: closing time, or the end of the day once the tower has closed. */
export function offeredUntil(closingTime: string, now: number): string {
  return timeOf(now) < closingTime ? closingTime : '23:59'
}


/** What stops the form from being saved, in the order of the form; words from `reception.fault.<code>`. */
export function checkVisit(form: VisitForm, today: Day): EntryFault<VisitField>[] {
  const faults: EntryFault<VisitField>[] = []
  const add = (field: VisitField, code: string, params: Record<string, string | number> = {}): void => { faults.push({ field, code, params }) }
  if (!form.name.trim()) add('name', 'name-required')
  if (peopleOf(form) === 0) add('people', 'people')
  const number = checkNumber(form, today)
  if (number) faults.push(number)
  if (!hasHost(form)) add('host', 'host-required')
  if (form.until.trim() && momentOf(today, form.until) === null) add('until', 'time')
  return faults
}

/** The fault of the document number as typed so far; null while empty or good (P1). */
export function checkNumber(form: Pick<VisitForm, 'documentKind' | 'documentNumber'>, today: Day): EntryFault<VisitField> | null {
  if (!form.documentNumber.trim()) return null
  const check = checkDocumentNumber(form.documentKind, form.documentNumber, today)
  return check.ok ? null : { field: 'documentNumber', code: check.code, params: { ...check.data } }
}

/** `-`: the visitor gets no card; empty: the next free one. */
function cardOf(form: VisitForm): string {
  if (form.answer === 'declined') return ''
  return form.cardNo.trim() || (form.cardOffered ? '' : '-')
}

/**
 * What is sent. A known person's masked number and phone are sent as `personId` with the fields empty: the store takes
 * the whole ones from that person.
 */
export function visitInputOf(form: VisitForm, today: Day, print: boolean): VisitInput {
  const number = normalizeDocumentNumber(form.documentNumber)
  const documented = number !== '' || form.documentMasked !== ''
  return {
    name: form.name.trim(), company: form.company.trim(), phone: form.phone.trim(), personId: form.personId,
    people: Math.max(1, peopleOf(form)), companions: splitNames(form.companions),
    documentKind: documented ? form.documentKind : null, documentNumber: number,
    documentSource: number !== '' ? form.documentSource : form.documentMasked ? 'known' : 'none', documentSeen: documented && isSeen(form),
    hostContactId: form.host?.contactId ?? null, hostName: form.host?.name ?? form.hostText.trim(), hostDepartment: form.host?.department ?? null,
    unitId: form.host?.unitId ?? null, tenantId: form.host?.tenantId ?? null,
    purpose: form.purpose, matter: form.matter.trim(), answer: form.answer, answerNote: form.answerNote.trim(),
    cardNo: cardOf(form), validUntil: momentOf(today, form.until), expectedEntryId: form.expectedEntryId,
    photoId: form.photoId, print,
  }
}

export const visitOfDraft = (content: unknown): VisitForm | null => ofShape(emptyVisit(), content)
