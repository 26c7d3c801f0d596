import type { Sql } from '../../../store/types'
import type { Vault } from '../../../store/vault'
import type { ContactRow, TenantRow, UnitRow } from '../rows'
import { bareRoom, foldName } from './cells'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

export interface KnownTenant extends TenantRow { unitIds: number[] }

/** The directory as it stands, to check rows against and to tell new from known. */
export interface Directory {
  /** By room. */
  units: Map<string, UnitRow>
  /** Rooms by their letters and digits alone. */
  bareRooms: Map<string, string>
  /** By folded name. */
  tenants: Map<string, KnownTenant>
  /** By tenant and folded name; several where people share a name. */
  contacts: Map<string, ContactRow[]>
  vault: Vault
}

export const contactKey = (tenantId: number, name: string): string => `${tenantId}:${foldName(name)}`

export async function loadDirectory(query: Query, vault: Vault): Promise<Directory> {
  const units = await query<UnitRow>('SELECT * FROM unit ORDER BY id')
  const tenants = await query<TenantRow>('SELECT * FROM tenant ORDER BY id')
  const tenancies = await query<{ unit_id: number; tenant_id: number }>('SELECT unit_id, tenant_id FROM tenancy')
  const known = new Map(tenants.map((row) => [row.id, { ...row, unitIds: [] as number[] }]))
  for (const { unit_id, tenant_id } of tenancies) known.get(tenant_id)?.unitIds.push(unit_id)
  const contacts = new Map<string, ContactRow[]>()
  for (const row of await query<ContactRow>('SELECT * FROM contact ORDER BY id')) {
    const key = contactKey(row.tenant_id, row.name)
    contacts.set(key, [...(contacts.get(key) ?? []), row])
  }
  return {
    units: new Map(units.map((row) => [row.room, row])),
    bareRooms: new Map(units.map((row) => [bareRoom(row.room), row.room])),
    tenants: new Map([...known.values()].map((row) => [foldName(row.name), row])),
    contacts, vault,
  }
}

/** The registered name somebody may have meant: by short name, else part of the name, else its characters in their order. */
export function suggestTenant(directory: Directory, typed: string): string {
  const wanted = foldName(typed)
  const tenants = [...directory.tenants]
  const by = (fits: (folded: string, tenant: KnownTenant) => boolean) =>
    tenants.filter(([folded, tenant]) => fits(folded, tenant)).sort(([a], [b]) => a.length - b.length)[0]?.[1].name
  return by((_, tenant) => tenant.short_name !== '' && foldName(tenant.short_name) === wanted)
    ?? by((folded) => folded.includes(wanted) || wanted.includes(folded))
    ?? by((folded) => isSubsequence(wanted, folded)) ?? ''
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0
  for (const character of part) {
    from = whole.indexOf(character, from) + 1
    if (from === 0) return false
  }
  return true
}
