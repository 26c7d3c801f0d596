import type { Vault } from '../../../store/vault'
import type { TenantRow, UnitRow } from '../../directory'
import { foldName, type Rooms, roomsOf, suggestName } from '../../import/cells'
import type { Source } from '../../import/kind'
import type { ContactRow } from '../rows'

export interface KnownTenant extends TenantRow { unitIds: number[] }

/** The directory as it stands, to check rows against and to tell new from known. */
export interface Directory {
  units: Rooms<UnitRow>
  /** By folded name. */
  tenants: Map<string, KnownTenant>
  /** By tenant and folded name; several where people share a name. */
  contacts: Map<string, ContactRow[]>
  vault: Vault
  /** Names that were asked for already, with the tenant that may have been meant. */
  suggestions: Map<string, string>
}

export const contactKey = (tenantId: number, name: string): string => `${tenantId}:${foldName(name)}`

export async function loadDirectory({ query, vault }: Source): Promise<Directory> {
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
    units: roomsOf(units),
    tenants: new Map([...known.values()].map((row) => [foldName(row.name), row])),
    contacts, vault, suggestions: new Map(),
  }
}

/** The registered name somebody may have meant: by short name, else by what the name is made of. */
export function suggestTenant(directory: Directory, typed: string): string {
  const tenants = [...directory.tenants.values()]
  const wanted = foldName(typed)
  return tenants.find((tenant) => tenant.short_name !== '' && foldName(tenant.short_name) === wanted)?.name ?? suggestName(tenants.map(({ name }) => name), typed)
}
