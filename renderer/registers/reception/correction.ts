import type { Inputs } from '@shared/contract'
import type { Department } from '@shared/contract/base'
import type { Category, EntryDetail, Purpose } from '@shared/contract/reception'
import { dayOf, parseDay, timeOf } from '@shared/rules/time'
import { momentOf } from '../../desk/moment'
import { peopleOf, splitNames, type HostChoice } from './visit-form'

export type Changes = Inputs['reception']['correct']['changes']

/** 更正 as it stands on the screen: plain data. Numbers are empty unless written anew; `no…` takes away the one that stands. */
export interface Correction {
  name: string; people: string; company: string; documentNumber: string; phone: string; hostText: string; host: HostChoice | null
  purpose: Purpose; category: Category; matter: string; result: string; leftTime: string; reason: string
  companions: string; cardNo: string; until: string; documentSeen: boolean
  noPhone: boolean; noDocument: boolean
  /** Of somebody who is still expected. */
  expectedDay: string; expectedTime: string
  /** Whom a call was told to. */
  department: Department; person: string
}

export function correctionOf(entry: EntryDetail): Correction {
  return {
    name: entry.name, people: String(entry.people), company: entry.company, documentNumber: '', phone: '', hostText: entry.hostName, host: null,
    purpose: entry.purpose ?? 'meeting', category: entry.category ?? 'enquiry', matter: entry.matter, result: entry.result,
    leftTime: entry.leftAt === null ? '' : timeOf(entry.leftAt), reason: '',
    companions: entry.companions.join('、'), cardNo: entry.cardNo, until: entry.validUntil === null ? '' : timeOf(entry.validUntil), documentSeen: entry.documentSeen,
    noPhone: false, noDocument: false, expectedDay: entry.expectedAt === null ? '' : dayOf(entry.expectedAt), expectedTime: entry.expectedAt === null ? '' : timeOf(entry.expectedAt),
    department: entry.notifiedDepartment ?? 'customer-service', person: entry.notifiedPerson,
  }
}

/** Of a draft, the fields that were written anew: what somebody else corrected meanwhile is not taken back. */
export function writtenAnew(draft: { was: Correction; now: Correction }): Partial<Correction> {
  const keys = Object.keys(draft.now) as (keyof Correction)[]
  return Object.fromEntries(keys.filter((key) => JSON.stringify(draft.now[key]) !== JSON.stringify(draft.was[key])).map((key) => [key, draft.now[key]]))
}

/** Which of the times and the card the store takes as the entry stands. */
export function correctable(entry: Pick<EntryDetail, 'kind' | 'state' | 'validUntil' | 'leftAt'>): { card: boolean; until: boolean; left: boolean; expected: boolean } {
  const here = entry.kind === 'visit' && (entry.state === 'inside' || entry.state === 'asked')
  return { card: here || entry.state === 'left', until: here && entry.validUntil !== null, left: entry.leftAt !== null, expected: entry.state === 'expected' }
}

const time = (at: number | null, text: string): number | null => (at === null ? null : momentOf(dayOf(at), text))

function expectedAt(form: Correction): number | null {
  const day = parseDay(form.expectedDay.trim())
  return day ? momentOf(day, form.expectedTime) : null
}

/** What cannot be sent as it is written; null when all is well. */
export function faultOfCorrection(entry: EntryDetail, form: Correction): { field: string; code: string } | null {
  const may = correctable(entry)
  if (entry.kind === 'visit' && peopleOf(form) === 0) return { field: 'people', code: 'people' }
  if (may.left && time(entry.leftAt, form.leftTime) === null) return { field: 'leftAt', code: 'time' }
  if (may.until && time(entry.validUntil, form.until) === null) return { field: 'validUntil', code: 'time' }
  if (may.expected && !parseDay(form.expectedDay.trim())) return { field: 'expectedDay', code: 'day' }
  if (may.expected && expectedAt(form) === null) return { field: 'expectedAt', code: 'time' }
  return null
}

/** What is written anew, as it is sent. */
export function changesOf(entry: EntryDetail, form: Correction): Changes {
  const result: Changes = {}
  if (form.name.trim() !== entry.name && form.name.trim()) result.name = form.name.trim()
  if (form.company.trim() !== entry.company) result.company = form.company.trim()
  if (form.noPhone || form.phone.trim()) result.phone = form.noPhone ? '' : form.phone.trim()
  if (form.matter.trim() !== entry.matter) result.matter = form.matter.trim()
  if (entry.kind === 'call') {
    if (form.category !== entry.category) result.category = form.category
    if (form.result.trim() !== entry.result) result.result = form.result.trim()
    if (form.department !== correctionOf(entry).department || form.person.trim() !== entry.notifiedPerson) result.notify = { department: form.department, person: form.person.trim() }
    return result
  }
  const may = correctable(entry)
  if (may.left && form.leftTime !== timeOf(entry.leftAt!)) result.leftAt = time(entry.leftAt, form.leftTime)!
  if (may.until && form.until !== timeOf(entry.validUntil!)) result.validUntil = time(entry.validUntil, form.until)!
  if (may.card && form.cardNo.trim() !== entry.cardNo) result.cardNo = form.cardNo.trim()
  if (may.expected && expectedAt(form) !== entry.expectedAt) result.expectedAt = expectedAt(form)!
  if (peopleOf(form) !== entry.people) result.people = peopleOf(form)
  if (splitNames(form.companions).join('、') !== entry.companions.join('、')) result.companions = splitNames(form.companions)
  if (form.noDocument) result.documentNumber = ''
  else if (form.documentNumber.trim()) Object.assign(result, { documentNumber: form.documentNumber.trim(), documentKind: entry.documentKind ?? 'resident' })
  if (!form.noDocument && form.documentSeen !== entry.documentSeen) result.documentSeen = form.documentSeen
  if (form.purpose !== entry.purpose) result.purpose = form.purpose
  if (form.host) Object.assign(result, { hostName: form.host.name, hostContactId: form.host.contactId, unitId: form.host.unitId, tenantId: form.host.tenantId })
  else if (form.hostText.trim() !== entry.hostName) Object.assign(result, { hostName: form.hostText.trim(), hostContactId: null })
  return result
}
