import type { RecordRef, Signature } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { ApplicationInput, FitOutPermit, Paper, PassDetail, PassKindSetting } from '@shared/contract/passes'
import type { Payment } from '@shared/contract/paid-services'
import type { PersonSuggestion } from '@shared/contract/reception'
import { checkDocumentNumber, type DocumentKind } from '@shared/rules/id-number'
import { ageOn, lacksScan, type PaperCheck, type PaperKey, type PassKind, satisfies } from '@shared/rules/pass'
import { termOf } from '@shared/rules/pass-term'
import { type Day, parseDay } from '@shared/rules/time'
import { tenderedOf } from '../../components/charges/paying'
import { takeAnotherName, takeOrigin, takePerson } from '../../components/entry/client-part'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'

/** A paper as the desk checks it; its scans are kept already. */
export interface PaperForm { key: PaperKey; checks: PaperCheck[]; scanIds: number[] }

/** One holder as written, read off a card, or pasted. */
export interface HolderForm {
  name: string
  documentKind: DocumentKind
  /** Whole, as typed or read. */
  documentNumber: string
  source: 'typed' | 'card' | 'wedge' | 'pasted'
  photoId: number | null
  /** Asked where the number bears none. */
  birth: string
  trade: string
  specialCertificate: string
  /** The lost pass it replaces (12.R10). */
  replaces: number | null
  replacesNo: string
}

/** 证件办理 as it stands on the screen: plain data, so that it is its own draft. */
export interface PassForm {
  from: RecordRef | null
  fromNo: string
  /** What was said in it. */
  fromMatter: string
  kind: PassKind
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  place: string
  fitOutPermitId: number | null
  permitNo: string
  permitUntil: Day
  applicant: string
  contactId: number | null
  phone: string
  phoneMasked: string
  reason: string
  /** As written; empty stands for the kind's own term. */
  validUntil: string
  papers: PaperForm[]
  holders: HolderForm[]
  receipts: 'one' | 'each'
  payment: Payment
  tendered: string
  payer: string
}

export const emptyHolder = (): HolderForm => ({ name: '', documentKind: 'resident', documentNumber: '', source: 'typed', photoId: null, birth: '', trade: '', specialCertificate: '', replaces: null, replacesNo: '' })

export const emptyPass = (): PassForm => ({
  from: null, fromNo: '', fromMatter: '', kind: 'identity', tenantId: null, company: '', unitId: null, room: '', place: '', fitOutPermitId: null, permitNo: '', permitUntil: '', applicant: '', contactId: null, phone: '', phoneMasked: '',
  reason: '', validUntil: '', papers: [], holders: [emptyHolder()], receipts: 'one', payment: 'cash', tendered: '', payer: '',
})

export const isBlank = (holder: HolderForm): boolean => [holder.name, holder.documentNumber, holder.trade, holder.specialCertificate].every((text) => text.trim() === '') && holder.photoId === null && holder.replaces === null

/** Those who are written; an empty line at the end is nobody. */
export const written = (form: PassForm): HolderForm[] => form.holders.filter((holder) => !isBlank(holder))

/** Whether something was written; kind, payment and receipts are only offered. */
export const isPassTouched = (form: PassForm): boolean =>
  form.from !== null || form.papers.some(({ checks }) => checks.length > 0) || written(form).length > 0 || [form.company, form.room, form.place, form.permitNo, form.applicant, form.phone, form.phoneMasked, form.reason, form.validUntil, form.tendered].some((text) => text.trim() !== '')

export const passOfDraft = (content: unknown): PassForm | null => {
  const form = ofShape(emptyPass(), content)
  // What a draft of an earlier version lacks is nothing yet.
  const holders = form?.holders.map((holder) => ofShape(emptyHolder(), holder))
  return form && holders?.every((holder) => holder !== null) ? { ...form, holders: holders as HolderForm[], papers: form.papers.map((paper) => ({ ...paper, scanIds: paper.scanIds ?? [] })) } : null
}

export function startFrom(form: PassForm, origin: OriginView): void {
  Object.assign(form, emptyPass(), { kind: form.kind, applicant: origin.name } satisfies Partial<PassForm>)
  takeOrigin(form, origin)
}

export function pickApplicant(form: PassForm, person: PersonSuggestion): void {
  form.applicant = person.name
  takePerson(form, person)
}

export function typeApplicant(form: PassForm, name: string): void {
  takeAnotherName(form)
  form.applicant = name
}

/** 12.R3: a construction pass hangs on its permit, whose contractor and room it bears. */
export function pickPermit(form: PassForm, permit: FitOutPermit): void {
  Object.assign(form, { fitOutPermitId: permit.id, permitNo: permit.no, permitUntil: permit.validUntil, company: permit.contractor, tenantId: permit.tenantId, unitId: permit.unitId, room: permit.room, place: '' } satisfies Partial<PassForm>)
}

/** 补证 (12.R10): the lost pass's holder again; photo, fee and deposit are anew. The number is not on the page: it is read or written again. */
export function replaceLost(form: PassForm, lost: PassDetail): void {
  Object.assign(form, emptyPass(), {
    kind: lost.kind, tenantId: lost.tenantId, company: lost.company, unitId: lost.unitId, room: lost.room,
    fitOutPermitId: lost.application.fitOutPermit?.id ?? null, permitNo: lost.application.fitOutPermit?.no ?? '', permitUntil: lost.application.fitOutPermit?.validUntil ?? '',
    holders: [{ ...emptyHolder(), name: lost.holder, documentKind: lost.documentKind ?? 'resident', trade: lost.trade, specialCertificate: lost.specialCertificate, replaces: lost.id, replacesNo: lost.no }],
  } satisfies Partial<PassForm>)
}

/** The last day by kind and permit; what is written stands before it. */
export function offeredUntil(kind: PassKindSetting, form: PassForm, today: Day): Day {
  const term = termOf({ today, validFrom: null, validUntil: null, termDays: kind.termDays, permitUntil: form.permitUntil || null })
  return 'fault' in term ? term.until : term.validUntil
}

export interface Fees { count: number; depositFen: number; feeFen: number; totalFen: number }
/** What is due for so many (12.R5, M1); of each line the price of one. */
export const feesOf = (kind: Pick<PassKindSetting, 'depositFen' | 'feeFen'>, count: number): Fees => ({ count, depositFen: kind.depositFen, feeFen: kind.feeFen, totalFen: (kind.depositFen + kind.feeFen) * count })

const checksOf = (form: Pick<PassForm, 'papers'>, key: PaperKey): PaperCheck[] => form.papers.find((paper) => paper.key === key)?.checks ?? []

/** Whether a paper is there as the kind asks for it; photos and the permit are told by the form itself. */
export function isPaperThere(form: PassForm, { key, check }: PassKindSetting['papers'][number]): boolean {
  if (key === 'photo') return written(form).length > 0 && written(form).every(({ photoId }) => photoId !== null)
  return key === 'fit-out-permit' ? form.fitOutPermitId !== null : satisfies(checksOf(form, key), check)
}

export function checkPaper(form: Pick<PassForm, 'papers'>, key: PaperKey, checks: PaperCheck[], scanIds: number[]): void {
  form.papers = [...form.papers.filter((paper) => paper.key !== key), { key, checks, scanIds }]
}

/** What is sent of the papers: those that were looked at. */
export const papersOf = (papers: readonly PaperForm[]): Paper[] => papers.filter(({ checks }) => checks.length > 0).map((paper) => ({ ...paper, note: '' }))

/** Whether the age is to be asked: the kind has a least one, and the document does not tell. */
export function asksBirth(holder: HolderForm, kind: Pick<PassKindSetting, 'minAge'> | null, today: Day): boolean {
  if (!kind || kind.minAge === 0 || isBlank(holder) || holder.documentNumber.trim() === '') return false
  const check = checkDocumentNumber(holder.documentKind, holder.documentNumber, today)
  return check.ok && check.birth === undefined
}

export type PassField = 'company' | 'room' | 'phone' | 'fitOutPermitId' | 'validUntil' | 'papers' | 'tenderedFen' | 'signature' | 'signature-by' | `holders.${number}`

/** What is seen to be wrong with one line of the list, as it is written; null where nothing is (P1). */
export function holderFault(holder: HolderForm, today: Day): { code: string; params: Record<string, string | number> } | null {
  if (isBlank(holder) || !holder.documentNumber.trim()) return null
  const check = checkDocumentNumber(holder.documentKind, holder.documentNumber, today)
  if (check.ok) return null
  // Excel shows a long number as 1.10105E+17 and forgets its end.
  return /^\d(\.\d+)?E\+?\d+$/i.test(holder.documentNumber.trim()) ? { code: 'excel-number', params: {} } : { code: check.code, params: { ...check.data } }
}

/** What stops the application from being saved, in the order of the form. */
export function checkPass(form: PassForm, kind: PassKindSetting | null, today: Day): EntryFault<PassField>[] {
  const faults: EntryFault<PassField>[] = []
  const add = (field: PassField, code: string, params: Record<string, string | number> = {}): void => { faults.push({ field, code, params }) }
  const needs = (key: PaperKey): boolean => kind?.papers.some((paper) => paper.key === key && paper.required) ?? false
  if (form.kind === 'construction' && form.fitOutPermitId === null) add('fitOutPermitId', 'permit')
  if (!form.company.trim()) add('company', 'company')
  if (form.unitId === null && form.room.trim()) add('room', 'room')
  if (form.validUntil.trim() && !parseDay(form.validUntil.trim())) add('validUntil', 'day')
  if (written(form).length === 0) add('holders.0', 'holder')
  for (const [at, holder] of form.holders.entries()) {
    if (isBlank(holder)) continue
    const wrong = holderFault(holder, today)
    if (!holder.name.trim()) add(`holders.${at}`, 'holder-name')
    else if (wrong) add(`holders.${at}`, wrong.code, wrong.params)
    else if (needs('id-copy') && !holder.documentNumber.trim()) add(`holders.${at}`, 'document', { name: holder.name.trim() })
    else if (asksBirth(holder, kind, today) && !parseDay(holder.birth.trim())) add(`holders.${at}`, 'birth', { name: holder.name.trim() })
    else if (asksBirth(holder, kind, today) && ageOn(parseDay(holder.birth.trim())!, today) < kind!.minAge) add(`holders.${at}`, 'age', { name: holder.name.trim(), age: kind!.minAge })
    else if (needs('photo') && holder.photoId === null) add(`holders.${at}`, 'photo', { name: holder.name.trim() })
  }
  if (kind?.papers.some((paper) => paper.required && paper.key !== 'photo' && paper.key !== 'fit-out-permit' && !isPaperThere(form, paper))) add('papers', 'papers')
  else if (form.papers.some(lacksScan)) add('papers', 'scan')
  return faults
}

/** The field to write next. */
export function neededInPass(form: PassForm): string {
  if (form.kind === 'construction' && form.fitOutPermitId === null) return 'fitOutPermitId'
  if (!form.company) return 'company'
  return form.holders.at(-1)?.name ? 'payment' : 'holder'
}

export function passInputOf(form: PassForm, signature: Signature | null, totalFen: number): ApplicationInput {
  return {
    from: form.from, kind: form.kind, tenantId: form.tenantId, company: form.company.trim(), unitId: form.unitId, place: form.place.trim(), fitOutPermitId: form.fitOutPermitId,
    applicant: form.applicant.trim(), phone: form.phone.trim(), contactId: form.contactId, reason: form.reason.trim(), validUntil: form.validUntil.trim() ? (parseDay(form.validUntil.trim()) ?? null) : null, papers: papersOf(form.papers),
    holders: written(form).map(({ name, documentKind, documentNumber, photoId, birth, trade, specialCertificate, replaces }) => ({ name: name.trim(), documentKind, documentNumber: documentNumber.trim(), photoId, birth: parseDay(birth.trim()) ?? null, trade: trade.trim(), specialCertificate: specialCertificate.trim(), replaces })),
    receipts: form.receipts, payment: totalFen > 0 ? form.payment : null, tenderedFen: totalFen > 0 ? tenderedOf(form) : null, payer: form.payer.trim(), signature, print: true,
  }
}
