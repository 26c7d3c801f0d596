import type { Contact, Tenant, Unit } from '../../../shared/contract/tenants'

export interface UnitRow { id: number; room: string; floor: string; area_m2: number | null }
export interface TenantRow { id: number; name: string; short_name: string; moved_in_on: string | null; active: number; remark: string }
export interface ContactRow {
  id: number; tenant_id: number; unit_id: number | null; name: string; pinyin: string; title: string; extension: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_masked: string; can_sign: number; active: number
}

/** `tenants`: ids of active tenants, comma separated; null for a vacant unit. */
export const UNITS = `SELECT u.*, (SELECT group_concat(y.tenant_id) FROM tenancy y JOIN tenant t ON t.id = y.tenant_id WHERE y.unit_id = u.id AND t.active = 1) AS tenants FROM unit u`
export const toUnit = (row: UnitRow & { tenants: string | null }): Unit => ({
  id: row.id, room: row.room, floor: row.floor, areaM2: row.area_m2, status: row.tenants === null ? 'vacant' : 'let', tenantIds: row.tenants?.split(',').map(Number) ?? [],
})

/** `units`: `id:room` of each, in the order of the rooms. */
export const TENANTS = `SELECT t.*, (SELECT group_concat(u.id || ':' || u.room, char(10) ORDER BY u.room) FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = t.id) AS units FROM tenant t`
export function toTenant(row: TenantRow & { units: string | null }): Tenant {
  const units = (row.units?.split('\n') ?? []).map((unit) => ({ id: Number(unit.slice(0, unit.indexOf(':'))), room: unit.slice(unit.indexOf(':') + 1) }))
  return {
    id: row.id, name: row.name, shortName: row.short_name, rooms: units.map((unit) => unit.room), unitIds: units.map((unit) => unit.id),
    movedInOn: row.moved_in_on, active: row.active === 1, remark: row.remark,
  }
}

export const CONTACTS = `SELECT c.*, coalesce(u.room, '') AS room FROM contact c LEFT JOIN unit u ON u.id = c.unit_id`
export const toContact = (row: ContactRow & { room: string }): Contact => ({
  id: row.id, tenantId: row.tenant_id, unitId: row.unit_id, room: row.room, name: row.name, pinyin: row.pinyin, title: row.title, extension: row.extension,
  phoneMasked: row.phone_masked, canSign: row.can_sign === 1, active: row.active === 1,
})
