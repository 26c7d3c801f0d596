import { caller } from '../caller'
import { tenantOf, unitOf } from '../directory'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { createImport } from '../import/import'
import { contacts } from './import/contacts'
import { tenants } from './import/tenants'
import { units } from './import/units'
import { contactOf, listTenants, listUnits, tenantDetail } from './read-directory'
import { writeContact, writeTenant, writeUnit } from './save-directory'

/** The client directory: units, tenant companies, their contacts, and the import of all three. */
export function createTenants(house: House): Handlers<'tenants'> {
  const { store } = house
  const tables = createImport(house, { units, tenants, contacts })
  return {
    units: () => listUnits(store),
    list: ({ search, after, limit }) => listTenants(store, search, after ?? 0, limit),
    get: ({ id }, call) => tenantDetail(house, id, caller(call)),
    save: async (input, { scope }) => tenantOf(store, await store.write(scope, (tx) => writeTenant(tx, input))),
    saveContact: async (input, { scope }) => contactOf(store, await store.write(scope, (tx) => writeContact(tx, store.vault, input))),
    saveUnit: async (input, { scope }) => unitOf(store, await store.write(scope, (tx) => writeUnit(tx, input))),
    importTemplate: ({ kind }) => tables.template(kind),
    importPreview: ({ kind, ...file }) => tables.preview(kind, file),
    importAccept: (preview, call) => tables.accept(preview, call),
    importDiscard: (preview) => tables.discard(preview),
    importProblemsFile: (preview) => tables.problems(preview),
  }
}
