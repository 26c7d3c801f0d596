import type { RecordRef } from '../../../shared/contract/base'
import type { OriginView } from '../../../shared/contract/overview'
import { maskPhone } from '../../../shared/rules/mask'
import { caller } from '../caller'
import { readTenants, unitOf } from '../directory'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { refuseUnread } from '../record-access'

/** What every register tells of itself: a company's and a unit's page, what waits for whom, what a new record starts from. */
export function createOverview(house: House): Handlers<'overview'> {
  const { store, tellers } = house
  return {
    origin: async (record, call) => {
      refuseUnread(caller(call), record.register)
      return originView(house, record)
    },
    waiting: (_, call) => tellers.waiting(caller(call)),
    timeline: async ({ tenantId, unitId, register, limit }, call) => (tenantId === null && unitId === null ? [] : tellers.timeline({ tenantId, unitId }, caller(call), limit, register)),
    unit: async ({ id }, call) => {
      const [unit, tenants, open] = await Promise.all([
        unitOf(store, id),
        readTenants(store, 't.active = 1 AND t.id IN (SELECT tenant_id FROM tenancy WHERE unit_id = ?)', [id]),
        tellers.waiting(caller(call), { tenantId: null, unitId: id }),
      ])
      return { unit, tenants, open }
    },
  }
}

/** The facts a form opens with; the number masked, the store takes it whole when the form is saved (P3). */
async function originView({ store, origins, links }: House, record: RecordRef): Promise<OriginView> {
  const { phone, ...facts } = await origins.facts({ query: (sql, parameters) => store.read(sql, parameters) }, record)
  return { ...record, ...facts, phoneMasked: phone === '' ? '' : maskPhone(phone), links: await links.of(record.register, record.id) }
}
