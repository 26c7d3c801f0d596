import type { RouteLocationRaw } from 'vue-router'
import type { SearchHit } from '@shared/contract/system'
import { client } from '../../client'
import { faceOfHit, wayTo } from '../records'

/** The page that shows what was found: a record in its register, a room, a company, a person in the file of their company. */
export async function whither(hit: SearchHit): Promise<RouteLocationRaw> {
  const face = faceOfHit(hit.kind)
  if (face) return { path: face.path, query: { [('by' in face && face.by) || 'entry']: String(hit.id) } }
  if (hit.kind === 'unit') return `/units/${hit.id}`
  if (hit.kind === 'tenant') return `/tenants/${hit.id}`
  if (hit.kind === 'entry') {
    const { id, kind } = await client.reception.get({ id: hit.id })
    return wayTo({ register: 'reception', recordId: id, kind })!
  }
  const people = await client.reception.suggest({ query: hit.title, for: 'host', limit: 20 })
  const tenant = people.find((person) => person.contactId === hit.id)?.tenantId ?? null
  return tenant === null ? '/tenants' : `/tenants/${tenant}`
}
