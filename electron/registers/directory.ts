import { UserError } from '../../shared/contract/errors'
import type { Tenant, Unit } from '../../shared/contract/tenants'
import type { Store } from '../store/store'
import type { Sql } from '../store/types'

export interface UnitRow { id: number; room: string; floor: string; area_m2: number | null }
export interface TenantRow { id: number; name: string; short_name: string; moved_in_on: string | null; active: number; remark: string }

/** `tenants`: ids of active tenants, comma separated; null for a vacant unit. */
const UNITS = `SELECT u.*, (SELECT group_concat(y.tenant_id) FROM tenancy y JOIN tenant t ON t.id = y.tenant_id WHERE y.unit_id = u.id AND t.active = 1) AS tenants FROM unit u`
const toUnit = (row: UnitRow & { tenants: string | null }): Unit => ({
  id: row.id, room: row.room, floor: row.floor, areaM2: row.area_m2, status: row.tenants === null ? 'vacant' : 'let', tenantIds: row.tenants?.split(',').map(Number) ?? [],
})

/** `units`: `id:room` of each, in the order of the rooms. */
const TENANTS = `SELECT t.*, (SELECT group_concat(u.id || ':' || u.room, char(10) ORDER BY u.room) FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = t.id) AS units FROM tenant t`
function toTenant(row: TenantRow & { units: string | null }): Tenant {
  const units = (row.units?.split('\n') ?? []).map((unit) => ({ id: Number(unit.slice(0, unit.indexOf(':'))), room: unit.slice(unit.indexOf(':') + 1) }))
  return {
    id: row.id, name: row.name, shortName: row.short_name, rooms: units.map((unit) => unit.room), unitIds: units.map((unit) => unit.id),
    movedInOn: row.moved_in_on, active: row.active === 1, remark: row.remark,
  }
}

/** Units as the directory shows them; `where` speaks of `u`. */
export const readUnits = async (store: Store, where: string, parameters: Sql[] = []): Promise<Unit[]> =>
  (await store.read<UnitRow & { tenants: string | null }>(`${UNITS} WHERE ${where} ORDER BY u.id`, parameters)).map(toUnit)

/** Companies as the directory shows them, as many as `limit`; `where` speaks of `t`. */
export const readTenants = async (store: Store, where: string, parameters: Sql[] = [], limit = -1): Promise<Tenant[]> =>
  (await store.read<TenantRow & { units: string | null }>(`${TENANTS} WHERE ${where} ORDER BY t.id LIMIT ?`, [...parameters, limit])).map(toTenant)

/** @throws UserError not-found */
export async function unitOf(store: Store, id: number): Promise<Unit> {
  const [unit] = await readUnits(store, 'u.id = ?', [id])
  if (!unit) throw new UserError('not-found')
  return unit
}

/** @throws UserError not-found */
export async function tenantOf(store: Store, id: number): Promise<Tenant> {
  const [tenant] = await readTenants(store, 't.id = ?', [id])
  if (!tenant) throw new UserError('not-found')
  return tenant
}
