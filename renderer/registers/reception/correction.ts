import type { Category, EntryDetail, Purpose } from '@shared/contract/reception'
import { timeOf } from '@shared/rules/time'
import type { HostChoice } from './visit-form'

/** 更正 as it stands on the screen: plain data. Numbers are empty unless written anew. */
export interface Correction {
  name: string; people: string; company: string; documentNumber: string; phone: string; hostText: string; host: HostChoice | null
  purpose: Purpose; category: Category; matter: string; result: string; leftTime: string; reason: string
}

export function correctionOf(entry: EntryDetail): Correction {
  return {
    name: entry.name, people: String(entry.people), company: entry.company, documentNumber: '', phone: '', hostText: entry.hostName, host: null,
    purpose: entry.purpose ?? 'meeting', category: entry.category ?? 'enquiry', matter: entry.matter, result: entry.result,
    leftTime: entry.leftAt === null ? '' : timeOf(entry.leftAt), reason: '',
  }
}

/** Of a draft, the fields that were written anew: what somebody else corrected meanwhile is not taken back. */
export function writtenAnew(draft: { was: Correction; now: Correction }): Partial<Correction> {
  const keys = Object.keys(draft.now) as (keyof Correction)[]
  return Object.fromEntries(keys.filter((key) => JSON.stringify(draft.now[key]) !== JSON.stringify(draft.was[key])).map((key) => [key, draft.now[key]]))
}
