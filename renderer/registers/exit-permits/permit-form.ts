import type { RecordRef } from '@shared/contract/base'
import type { ExitPermitInput } from '@shared/contract/exit-permits'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import type { Tenant } from '@shared/contract/tenants'
import type { ExitPermitKind } from '@shared/rules/exit-permit'
import { parseDay, type Day } from '@shared/rules/time'
import { takeAnotherName, takeOnlyRoom, takeOrigin, takePerson } from '../../components/entry/client-part'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import type { StepFault } from '../../components/entry/use-step-fault'
import type { SignatureDraft } from '../../components/signing'
import { authorityFault, noAuthority, type AuthorityField, type AuthorityText } from './authority'
import { goodsFault, goodsOf, isBlank, noGoods, type GoodsText } from './goods-text'

/** 大厦出门条 as it stands on the screen (14.F1): plain data, so that it is its own draft. */
export interface PermitForm {
  /** The record it starts from (16.R3); what is left empty is taken from that, in the store. */
  from: RecordRef | null
  fromNo: string
  /** What was said in it. */
  fromMatter: string
  tenantId: number | null
  company: string
  contactId: number | null
  applicant: string
  /** As typed; empty while a known number stands masked. */
  phone: string
  phoneMasked: string
  kind: ExitPermitKind
  unitId: number | null
  room: string
  vehicleNo: string
  /** As written; empty is today. */
  leavingOn: string
  /** Empty: the first of the settings. */
  exit: string
  goods: GoodsText[]
  authority: AuthorityText
  /** Why a supervisor lets it go all the same (14.R3). */
  overrideReason: string
}

export const emptyPermit = (): PermitForm => ({
  from: null, fromNo: '', fromMatter: '', tenantId: null, company: '', contactId: null, applicant: '', phone: '', phoneMasked: '', kind: 'large', unitId: null, room: '', vehicleNo: '', leavingOn: '', exit: '', goods: [noGoods()], authority: noAuthority(), overrideReason: '',
})

/** Whether something was written; kind and exit are only offered. */
export const isPermitTouched = (form: PermitForm): boolean =>
  form.from !== null || form.goods.some((line) => !isBlank(line)) || [form.company, form.applicant, form.phone, form.phoneMasked, form.room, form.vehicleNo, form.leavingOn].some((text) => text.trim() !== '')

export function startFrom(form: PermitForm, origin: OriginView): void {
  Object.assign(form, emptyPermit(), { applicant: origin.name } satisfies Partial<PermitForm>)
  takeOrigin(form, origin)
}

export function pickApplicant(form: PermitForm, person: PersonSuggestion): void {
  Object.assign(form, { applicant: person.name, ...whose(form, person.tenantId) } satisfies Partial<PermitForm>)
  takePerson(form, person)
}

export function typeApplicant(form: PermitForm, name: string): void {
  takeAnotherName(form)
  form.applicant = name
}

export function pickCompany(form: PermitForm, tenant: Pick<Tenant, 'id' | 'name' | 'rooms' | 'unitIds'>): void {
  Object.assign(form, whose(form, tenant.id), { company: tenant.name } satisfies Partial<PermitForm>)
  if (form.unitId === null) takeOnlyRoom(form, tenant)
}

/** What is typed and not chosen is no company of the directory; another company has other signatories. */
export function typeCompany(form: PermitForm, company: string): void {
  Object.assign(form, whose(form, null), { company } satisfies Partial<PermitForm>)
}

const whose = (form: PermitForm, tenantId: number | null): Pick<PermitForm, 'tenantId' | 'authority'> =>
  ({ tenantId, authority: form.tenantId === tenantId ? form.authority : { ...form.authority, signatoryId: null, matches: false } })

export type PermitField = 'company' | 'applicant' | 'phone' | 'kind' | 'room' | 'vehicleNo' | 'leavingOn' | 'exit' | 'goods' | AuthorityField | 'staffNo' | 'pin' | 'approval-reason'

/** What stands beside the form, and is no part of its draft. */
export interface Beside {
  today: Day
  /** 存为待签发: it is not issued yet, so that nothing but goods and whose they are is needed. */
  hold: boolean
  signature: Pick<SignatureDraft, 'ink' | 'onPaper'>
  /** What the supervisor's agreement lacks where one is needed (`approvalFault`); null where nothing does. */
  unapproved: StepFault | null
}

/** The day on which it leaves; null where what is written is none. */
export const leavingDay = ({ leavingOn }: Pick<PermitForm, 'leavingOn'>, today: Day): Day | null => (leavingOn.trim() ? (parseDay(leavingOn.trim()) ?? null) : today)

/** What stops the permit from being saved, in the order of the form (14.R2, 14.R3). */
export function checkPermit(form: PermitForm, beside: Beside): EntryFault<PermitField>[] {
  const faults: EntryFault<PermitField>[] = []
  const add = (field: PermitField, code: string, params: EntryFault['params'] = {}): void => { faults.push({ field, code, params }) }
  if (form.tenantId === null && (form.company.trim() || form.kind === 'moving-out')) add('company', form.company.trim() ? 'company-unknown' : 'company')
  if (!form.applicant.trim()) add('applicant', 'applicant')
  if (form.unitId === null && form.room.trim()) add('room', 'room-unknown')
  const day = leavingDay(form, beside.today)
  if (day === null) add('leavingOn', 'day')
  else if (day < beside.today) add('leavingOn', 'past')
  const goods = goodsFault(form.goods)
  if (goods) add('goods', goods === 'none' ? 'goods' : `goods-${goods.field}`, goods === 'none' ? {} : { line: goods.at + 1 })
  if (beside.hold) return faults
  const authority = authorityFault(form.authority, beside.signature)
  if (authority) add(authority.field, authority.code)
  if (beside.unapproved) add(beside.unapproved.field as PermitField, 'approval', { text: beside.unapproved.text })
  return faults
}

/** The field to write next. */
export function neededInPermit(form: PermitForm): PermitField {
  if (!form.company) return 'company'
  if (!form.applicant) return 'applicant'
  return goodsFault(form.goods) ? 'goods' : 'authority'
}

/** @param given the authority and the supervisor's agreement, as the procedure takes them @param print whether the three copies are printed */
export function permitInputOf(form: PermitForm, today: Day, given: Pick<ExitPermitInput, 'authority' | 'approval' | 'overrideReason' | 'hold'>, print: boolean): ExitPermitInput {
  return {
    from: form.from, kind: form.kind, tenantId: form.tenantId, unitId: form.unitId, applicant: form.applicant.trim(), phone: form.phone.trim(), contactId: form.contactId, noCompany: form.tenantId === null && !form.company.trim(), goods: goodsOf(form.goods), companySeal: form.authority.kind === 'signatory' && form.authority.companySeal,
    vehicleNo: form.vehicleNo.trim(), leavingOn: leavingDay(form, today), exit: form.exit, ...given, print,
  }
}

export const permitOfDraft = (content: unknown): PermitForm | null => {
  const form = ofShape(emptyPermit(), content)
  // Nobody is asked to believe yesterday's comparison: the signature is given anew.
  return form && Array.isArray(form.goods) ? { ...form, authority: { ...noAuthority(), ...form.authority, matches: false } } : null
}
