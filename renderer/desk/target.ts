import type { PersonSuggestion } from '@shared/contract/reception'
import type { LocationQuery } from 'vue-router'
import { client } from '../client'

/** Whom or where a task was started for, from the command bar or a company's page. */
export interface Target {
  contactId: number | null
  /** The contact's name, where the company is not named with them. */
  contactName: string
  tenantId: number | null
  unitId: number | null
}

/** The target in a route's query (`contactId` with `contactName` or `tenantId`, `tenantId`, `unitId`); null where there is none. */
export function targetOf(query: LocationQuery): Target | null {
  const number = (name: string): number | null => Number(query[name]) || null
  const target = { contactId: number('contactId'), contactName: String(query['contactName'] ?? ''), tenantId: number('tenantId'), unitId: number('unitId') }
  return target.contactId ?? target.tenantId ?? target.unitId ? target : null
}

/** A person of the directory as the suggestions give them, of a company, or of a room at the least; null where nothing of the target is there any more. */
export async function personOf(target: Target): Promise<PersonSuggestion | null> {
  const unit = target.tenantId === null && target.unitId !== null ? (await client.tenants.units()).find(({ id }) => id === target.unitId) : undefined
  // Of several companies in one room the form has to say which.
  const tenantId = target.tenantId ?? (unit?.tenantIds.length === 1 ? unit.tenantIds[0]! : null)
  if (tenantId === null) return (await contactByName(target)) ?? (unit ? { ...nobody, unitId: unit.id, room: unit.room } : null)
  const tenant = await client.tenants.get({ id: tenantId })
  const contact = tenant.contacts.find((each) => each.id === target.contactId) ?? null
  const room = contact?.room || tenant.rooms[Math.max(0, tenant.unitIds.indexOf(target.unitId ?? -1))] || ''
  return {
    ...nobody, contactId: contact?.id ?? null, name: contact?.name ?? '', pinyin: contact?.pinyin ?? '', title: contact?.title ?? '', extension: contact?.extension ?? '', phoneMasked: contact?.phoneMasked ?? '',
    company: tenant.name, tenantId, unitId: contact?.unitId ?? target.unitId ?? tenant.unitIds[0] ?? null, room,
  }
}

const nobody: PersonSuggestion = {
  source: 'contact', contactId: null, personId: null, department: null, name: '', pinyin: '', title: '', extension: '', phoneMasked: '', documentKind: null, documentMasked: '', company: '', tenantId: null, unitId: null, room: '',
  visits: 0, lastSeenAt: null, lastHostName: '', lastHostContactId: null, lastPurpose: null, denied: null,
}

async function contactByName({ contactId, contactName }: Target): Promise<PersonSuggestion | null> {
  if (contactId === null || contactName === '') return null
  const found = await client.reception.suggest({ query: contactName, for: 'host', limit: 20 })
  return found.find((person) => person.contactId === contactId) ?? null
}
