import type { RouteLocationRaw } from 'vue-router'
import type { SearchHit } from '@shared/contract/system'
import { client } from '../../client'

/** The company of a room or a contact; undefined for a vacant room. */
async function tenantOf(hit: SearchHit): Promise<number | undefined> {
  if (hit.kind === 'tenant') return hit.id
  if (hit.kind === 'unit') return (await client.tenants.units()).find((unit) => unit.id === hit.id)?.tenantIds[0]
  const people = await client.reception.suggest({ query: hit.title, for: 'host', limit: 20 })
  return people.find((person) => person.contactId === hit.id)?.tenantId ?? undefined
}

/** The page that shows what was found: an entry in its register, a room or person in the file of their company. */
export async function whither(hit: SearchHit): Promise<RouteLocationRaw> {
  if (hit.kind === 'entry') {
    const entry = await client.reception.get({ id: hit.id })
    return { path: entry.kind === 'call' ? '/calls' : '/visits', query: { entry: String(entry.id) } }
  }
  const tenant = await tenantOf(hit)
  return tenant === undefined ? '/tenants' : `/tenants/${tenant}`
}
