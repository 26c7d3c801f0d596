import type { RecordRef } from '@shared/contract/base'
import type { KeyRow, LoanInput } from '@shared/contract/keys'
import type { OriginView } from '@shared/contract/overview'
import type { Payment } from '@shared/contract/paid-services'
import type { PersonSuggestion } from '@shared/contract/reception'
import { KEY_DEPOSIT_MAX } from '@shared/rules/key'
import { parseMoney } from '@shared/rules/money'
import { addDays, dayOf } from '@shared/rules/time'
import { payFault, tenderedOf } from '../../components/charges/paying'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { agreedMoment, momentOf } from '../../desk/moment'
import { hereOf } from './board'

/** How long a key is usually lent, under 1–4. */
export const spans = ['hour', 'two-hours', 'day-end', 'tomorrow'] as const
export type Span = (typeof spans)[number]
const HOUR = 3_600_000
const MINUTE = 60_000

/** 钥匙借用登记表 as it stands on the screen: plain data, so that it is its own draft; the signature is no part of it. */
export interface LoanForm {
  /** The order, call or visit it is for (16.R3). */
  from: RecordRef | null
  fromNo: string
  fromRegister: string
  keyId: number | null
  /** As typed or scanned; of a key that was chosen its tag. */
  keyNo: string
  keyName: string
  keyRoom: string
  /** Keys on the hook when it was chosen. */
  here: number
  count: string
  reason: string
  contactId: number | null
  borrower: string
  phone: string
  phoneMasked: string
  company: string
  /** The borrower's pass, by number or QR. */
  pass: string
  span: Span | ''
  dueDay: string
  dueTime: string
  deposit: string
  payment: Payment
  tendered: string
}

export const emptyLoan = (): LoanForm => ({
  from: null, fromNo: '', fromRegister: '', keyId: null, keyNo: '', keyName: '', keyRoom: '', here: 0, count: '1', reason: '', contactId: null, borrower: '', phone: '', phoneMasked: '', company: '', pass: '',
  span: 'day-end', dueDay: '', dueTime: '', deposit: '', payment: 'cash', tendered: '',
})

export const isLoanTouched = (form: LoanForm): boolean =>
  form.from !== null || [form.keyNo, form.reason, form.borrower, form.phone, form.company, form.pass, form.deposit].some((text) => text.trim() !== '')

/** When such a loan ends, on the minute; null where it is over already. `closing` is the tower's, HH:MM. */
export function spanDue(span: Span, now: number, closing: string): number | null {
  if (span === 'hour' || span === 'two-hours') return Math.floor(now / MINUTE) * MINUTE + (span === 'hour' ? HOUR : 2 * HOUR)
  const due = momentOf(span === 'tomorrow' ? addDays(dayOf(now), 1) : dayOf(now), closing)
  return due !== null && due > now ? due : null
}

/** What is offered at first: until the tower closes, or, when that is near or past, an hour. */
export const usualSpan = (now: number, closing: string): Span => ((spanDue('day-end', now, closing) ?? 0) - now >= HOUR / 2 ? 'day-end' : 'hour')

/** When the keys are due; null where nothing says it, or which of day and time can't be read. */
export function dueOf(form: Pick<LoanForm, 'span' | 'dueDay' | 'dueTime'>, now: number, closing: string): number | null | 'day' | 'time' {
  return form.span ? spanDue(form.span, now, closing) : agreedMoment(form.dueDay, form.dueTime, dayOf(now), closing)
}

/** Fen of the deposit; nought where none is taken, null where it is no sum. */
export function depositOf({ deposit }: Pick<LoanForm, 'deposit'>): number | null {
  if (!deposit.trim()) return 0
  const money = parseMoney(deposit)
  return money.ok && money.fen >= 0 ? money.fen : null
}

export function pickKey(form: LoanForm, key: KeyRow): void {
  Object.assign(form, { keyId: key.id, keyNo: key.no, keyName: key.name, keyRoom: key.room || key.place, here: hereOf(key) } satisfies Partial<LoanForm>)
}
/** Another tag than the one that was chosen is another key. */
export function typeKey(form: LoanForm, text: string): void {
  Object.assign(form, { keyId: null, keyNo: text, keyName: '', keyRoom: '', here: 0 } satisfies Partial<LoanForm>)
}

export function pickBorrower(form: LoanForm, person: PersonSuggestion): void {
  Object.assign(form, { contactId: person.contactId, borrower: person.name, phone: '', phoneMasked: person.contactId === null ? '' : person.phoneMasked, company: person.company } satisfies Partial<LoanForm>)
}
/** A name typed over a known one is somebody else. */
export function typeBorrower(form: LoanForm, name: string): void {
  if (form.contactId !== null) Object.assign(form, { contactId: null, phoneMasked: '' } satisfies Partial<LoanForm>)
  form.borrower = name
}

/** What a record gives to a loan: what for; whoever came or called is the borrower, of an order the one who reported it is not. */
export function startFrom(form: LoanForm, origin: OriginView): void {
  const speaker = origin.register === 'reception'
  Object.assign(form, emptyLoan(), {
    from: { register: origin.register as RecordRef['register'], id: origin.id }, fromNo: origin.no, fromRegister: origin.register, reason: origin.matter.slice(0, 200), span: form.span,
    ...(speaker ? { contactId: origin.contactId, borrower: origin.name, phoneMasked: origin.phoneMasked, company: origin.tenantName || origin.company } : {}),
  } satisfies Partial<LoanForm>)
}

export type LoanField = 'keyId' | 'count' | 'reason' | 'borrower' | 'dueAt' | 'depositFen' | 'tenderedFen' | 'signature'

/** What stops the loan from being saved, in the order of the form (11.R5, 11.C3: no blank, no key without a signature). */
export function checkLoan(form: LoanForm, now: number, closing: string, signs: boolean): EntryFault<LoanField>[] {
  const faults: EntryFault<LoanField>[] = []
  const add = (field: LoanField, code: string, params: EntryFault['params'] = {}): void => { faults.push({ field, code, params }) }
  if (form.keyId === null) add('keyId', form.keyNo.trim() ? 'key-unknown' : 'key')
  const count = /^\d{1,2}$/.test(form.count.trim()) ? Number(form.count) : 0
  if (count < 1) add('count', 'count')
  else if (form.keyId !== null && count > form.here) add('count', 'count-here', { left: form.here })
  if (!form.reason.trim()) add('reason', 'reason')
  if (!form.borrower.trim()) add('borrower', 'borrower')
  const due = dueOf(form, now, closing)
  if (due === null) add('dueAt', form.span ? 'due-past' : 'due')
  else if (typeof due === 'string') add('dueAt', `due-${due}`)
  else if (due <= now) add('dueAt', 'due-past')
  const deposit = depositOf(form)
  if (deposit === null) add('depositFen', 'deposit')
  else if (deposit > KEY_DEPOSIT_MAX) add('depositFen', 'deposit-max')
  else if (deposit > 0) {
    const pay = payFault(form, deposit)
    if (pay) add('tenderedFen', 'tendered')
  }
  if (!signs) add('signature', 'signature')
  return faults
}

/** The field to write next. */
export function neededInLoan(form: LoanForm): LoanField {
  if (form.keyId === null) return 'keyId'
  return form.reason ? 'borrower' : 'reason'
}

export function loanInputOf(form: LoanForm, now: number, closing: string, signature: LoanInput['signature'], print: boolean): LoanInput {
  const due = dueOf(form, now, closing)
  const depositFen = depositOf(form) ?? 0
  return {
    from: form.from, keyId: form.keyId!, count: Number(form.count), reason: form.reason.trim(), borrower: form.borrower.trim(), company: form.company.trim(), phone: form.phone.trim(), contactId: form.contactId, pass: form.pass.trim(),
    dueAt: typeof due === 'number' ? due : 0, signature, depositFen, payment: depositFen > 0 ? form.payment : null, tenderedFen: depositFen > 0 ? tenderedOf(form) : null, print,
  }
}

export const loanOfDraft = (content: unknown): LoanForm | null => ofShape(emptyLoan(), content)
