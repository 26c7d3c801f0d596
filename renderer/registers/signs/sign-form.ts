import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { SignDetail, SignInput } from '@shared/contract/signs'
import { fen, formatMoney, parseMoney } from '@shared/rules/money'
import type { SignKind } from '@shared/rules/sign'
import { takeAnotherName } from '../../components/entry/client-part'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'

/** What a sign says and is (10.R1), as it is written: of an application, or of one that is handed in again. */
export interface SignWords {
  kind: SignKind | ''
  size: string
  nameZh: string
  nameEn: string
  place: string
  /** In yuan. */
  fee: string
  sealSeen: boolean
}

/** 水牌申请表 (10.F1) as it stands on the screen: plain data, so that it is its own draft. */
export interface SignForm extends SignWords {
  /** The record it starts from (16.R3); what is left empty is taken from that, in the store. */
  from: RecordRef | null
  fromNo: string
  /** What was said in it. */
  fromMatter: string
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  contactId: number | null
  applicant: string
  /** As typed; empty while a known number stands masked. */
  phone: string
  phoneMasked: string
  scanId: number | null
  /** The sign it takes the place of. */
  replaces: number | null
  replacesNo: string
}

export function emptySign(): SignForm {
  return {
    from: null, fromNo: '', fromMatter: '', tenantId: null, company: '', unitId: null, room: '', contactId: null, applicant: '', phone: '', phoneMasked: '', kind: '', size: '', nameZh: '', nameEn: '', place: '', fee: '',
    sealSeen: false, scanId: null, replaces: null, replacesNo: '',
  }
}

export const isSignTouched = (form: SignForm): boolean =>
  form.from !== null || form.replaces !== null || form.scanId !== null || form.kind !== '' || [form.company, form.room, form.applicant, form.phone, form.phoneMasked, form.size, form.nameZh, form.nameEn, form.place, form.fee].some((text) => text.trim() !== '')

/** The company whose sign it is; its name is what the sign says until another is written. */
export function takeCompany(form: SignForm, tenantId: number | null, company: string): void {
  if (form.nameZh.trim() === '' || form.nameZh === form.company) form.nameZh = company
  Object.assign(form, { tenantId, company } satisfies Partial<SignForm>)
}

export function pickCompany(form: SignForm, tenant: { id: number; name: string; unitIds: readonly number[]; rooms: readonly string[] }): void {
  takeCompany(form, tenant.id, tenant.name)
  if (tenant.rooms.length === 1) Object.assign(form, { unitId: tenant.unitIds[0]!, room: tenant.rooms[0]! } satisfies Partial<SignForm>)
}

export function pickApplicant(form: SignForm, person: PersonSuggestion): void {
  Object.assign(form, { contactId: person.contactId, applicant: person.name, phone: '', phoneMasked: person.phoneMasked } satisfies Partial<SignForm>)
  if (person.tenantId !== null) takeCompany(form, person.tenantId, person.company)
  if (person.unitId !== null) Object.assign(form, { unitId: person.unitId, room: person.room } satisfies Partial<SignForm>)
}

export function typeApplicant(form: SignForm, name: string): void {
  takeAnotherName(form)
  form.applicant = name
}

export function startFrom(form: SignForm, origin: OriginView): void {
  Object.assign(form, emptySign(), {
    from: { register: origin.register as RecordRef['register'], id: origin.id }, fromNo: origin.no, fromMatter: origin.matter, contactId: origin.contactId, applicant: origin.name, phoneMasked: origin.phoneMasked, unitId: origin.unitId, room: origin.room,
  } satisfies Partial<SignForm>)
  takeCompany(form, origin.tenantId, origin.tenantName || origin.company)
}

const wordsOf = ({ kind, size, nameZh, nameEn, place, feeFen }: SignDetail): SignWords => ({ kind, size, nameZh, nameEn, place, fee: formatMoney(fen(feeFen), '').replaceAll(',', ''), sealSeen: false })

/** 换新: another like it, for the same place; the client seals anew. */
export function startReplacing(form: SignForm, sign: SignDetail): void {
  Object.assign(form, emptySign(), wordsOf(sign), { tenantId: sign.tenantId, company: sign.tenantName, unitId: sign.unitId, room: sign.room, replaces: sign.id, replacesNo: sign.no, fee: '' } satisfies Partial<SignForm>)
}

/** A sign that came back, to be written right and handed in again. */
export const againOf = wordsOf

/** A field by its name, as the store knows it, too. */
export type WordsField = Exclude<keyof SignWords, 'fee'> | 'feeFen'
export type SignField = 'company' | 'room' | 'applicant' | 'phone' | 'scan' | WordsField

/** What a sign still lacks (10.R1), in the order of the form. */
export function checkWords(form: SignWords): EntryFault<WordsField>[] {
  const faults: EntryFault<WordsField>[] = []
  const add = (field: WordsField, code: string = field): void => { faults.push({ field, code, params: {} }) }
  if (!form.kind) add('kind')
  if (!form.size.trim()) add('size')
  if (!form.nameZh.trim()) add('nameZh')
  if (!form.place.trim()) add('place')
  const fee = parseMoney(form.fee)
  if (!fee.ok || fee.fen < 0) add('feeFen')
  if (!form.sealSeen) add('sealSeen')
  return faults
}

/** What stops the application from being saved. */
export function checkSign(form: SignForm): EntryFault<SignField>[] {
  const faults: EntryFault<SignField>[] = []
  if (form.tenantId === null) faults.push({ field: 'company', code: form.company.trim() ? 'company-unknown' : 'company', params: {} })
  if (form.unitId === null && form.room.trim()) faults.push({ field: 'room', code: 'room', params: {} })
  return [...faults, ...checkWords(form)]
}

/** The field to write next. */
export function neededInSign(form: SignForm): SignField {
  if (form.tenantId === null) return 'company'
  if (!form.kind) return 'kind'
  if (!form.size) return 'size'
  if (!form.nameZh) return 'nameZh'
  if (!form.place) return 'place'
  return form.fee ? 'sealSeen' : 'feeFen'
}

/** What a sign says, as it is sent; only once nothing is missing. */
export function wordsInput(form: SignWords): Pick<SignInput, 'kind' | 'size' | 'nameZh' | 'nameEn' | 'place' | 'feeFen' | 'sealSeen'> {
  const fee = parseMoney(form.fee)
  return { kind: form.kind || 'other', size: form.size.trim(), nameZh: form.nameZh.trim(), nameEn: form.nameEn.trim(), place: form.place.trim(), feeFen: fee.ok ? fee.fen : 0, sealSeen: form.sealSeen }
}

export const signInputOf = (form: SignForm, print: boolean): SignInput => ({
  ...wordsInput(form), from: form.from, tenantId: form.tenantId, unitId: form.unitId, scanIds: form.scanId === null ? [] : [form.scanId], applicant: form.applicant.trim(), phone: form.phone.trim(), contactId: form.contactId, replaces: form.replaces, print,
})

export const signOfDraft = (content: unknown): SignForm | null => ofShape(emptySign(), content)

/** Width to height of a sign by its size as written (600×180 mm); null where it says none. */
export function shapeOf(size: string): number | null {
  const [, width, height] = /(\d+(?:\.\d+)?)\s*(?:mm|cm|毫米|厘米)?\s*[×xX*＊乘]\s*[长宽高]?\s*(\d+(?:\.\d+)?)/.exec(size.normalize('NFKC')) ?? []
  const ratio = Number(width) / Number(height)
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null
}
