import { companyReading, personReading } from '../registers/pinyin'
import { sealedPhone, typedPhoneHashes } from '../registers/personal'
import { insertRows } from '../store/bulk'
import type { Sql, Tx } from '../store/types'
import type { Vault } from '../store/vault'
import { companyName, mobile, personName, titles } from './names'
import type { Random } from './random'

export interface DemoUnit { id: number; room: string; floor: string; area: number }
export interface DemoTenant { id: number; name: string; shortName: string; nameEn: string; units: DemoUnit[]; movedInOn: string }
export interface DemoContact { id: number; tenant: DemoTenant; unit: DemoUnit; name: string; title: string; extension: string; phone: string; canSign: boolean; visits: number }

const FLOORS = 40

/** 300 rooms: eight on even floors, seven on odd ones. */
export function makeUnits(random: Random): DemoUnit[] {
  const units: DemoUnit[] = []
  for (let floor = 1; floor <= FLOORS; floor++) {
    for (let room = 1; room <= (floor % 2 === 0 ? 8 : 7); room++) {
      units.push({ id: units.length + 1, room: `${String(floor).padStart(2, '0')}${String(room).padStart(2, '0')}`, floor: String(floor), area: random.int(80, 420) + random.int(0, 9) / 10 })
    }
  }
  return units
}

/** The company of the pictures sits in 1808, the others where there is room; every tenth room stays vacant. */
export function makeTenants(random: Random, units: DemoUnit[], count: number): DemoTenant[] {
  const free = units.filter((unit) => unit.room !== '1808')
  const tenants: DemoTenant[] = [{ id: 1, name: '博远（北京）国际供应链管理有限公司', shortName: '博远供应链', nameEn: 'Boyuan (Beijing) Supply Chain Management Co., Ltd.', units: [units.find((unit) => unit.room === '1808')!], movedInOn: '2021-05-01' }]
  const names = new Set(tenants.map((tenant) => tenant.name))
  while (tenants.length < count) {
    const { name, shortName, nameEn } = companyName(random)
    if (names.has(name)) continue
    names.add(name)
    const rooms = random.chance(0.16) ? random.int(2, 4) : 1
    // Rooms of one company lie side by side.
    const left = free.length - (count - tenants.length)
    tenants.push({
      id: tenants.length + 1, name, shortName, nameEn, units: free.splice(random.int(0, Math.max(0, free.length - rooms)), Math.max(1, Math.min(rooms, left - 30))),
      movedInOn: `${random.int(2016, 2025)}-${String(random.int(1, 12)).padStart(2, '0')}-01`,
    })
  }
  return tenants
}

export function makeContacts(random: Random, tenants: DemoTenant[]): DemoContact[] {
  const contacts: DemoContact[] = []
  for (const tenant of tenants) {
    const names = new Set<string>(tenant.id === 1 ? ['陆文博'] : [])
    for (const count = random.int(2, 4) + tenant.units.length - 1; names.size < count;) names.add(personName(random))
    for (const name of names) {
      contacts.push({
        id: contacts.length + 1, tenant, unit: random.pick(tenant.units), name, title: random.pick(titles), extension: `8${random.digits(3)}`, phone: mobile(random),
        canSign: contacts.at(-1)?.tenant !== tenant, visits: 0,
      })
    }
  }
  return contacts
}

export async function insertDirectory(tx: Tx, vault: Vault, units: DemoUnit[], tenants: DemoTenant[], contacts: DemoContact[]): Promise<void> {
  await insertRows(tx.query, 'unit', ['id', 'room', 'floor', 'area_m2'], units.map((unit) => [unit.id, unit.room, unit.floor, unit.area]))
  await insertRows(tx.query, 'tenant', ['id', 'name', 'short_name', 'pinyin', 'initials', 'moved_in_on'], tenants.map((tenant) => {
    const reading = companyReading(tenant.name)
    return [tenant.id, tenant.name, tenant.shortName, reading.pinyin, reading.initials, tenant.movedInOn]
  }))
  await insertRows(tx.query, 'tenancy', ['unit_id', 'tenant_id'], tenants.flatMap((tenant) => tenant.units.map((unit) => [unit.id, tenant.id])))
  await insertContacts(tx, vault, contacts.map((contact) => ({ ...contact, tenantId: contact.tenant.id, unitId: contact.unit.id })))
}

export interface NewContact { id: number; tenantId: number; unitId: number | null; name: string; title: string; extension: string; phone: string; canSign: boolean; visits: number }

export async function insertContacts(tx: Tx, vault: Vault, contacts: NewContact[]): Promise<void> {
  const index: Sql[][] = []
  const columns = ['id', 'tenant_id', 'unit_id', 'name', 'pinyin', 'initials', 'title', 'extension', 'data_key', 'phone_enc', 'phone_hash', 'phone_masked', 'can_sign', 'visits']
  await insertRows(tx.query, 'contact', columns, contacts.map((contact) => {
    const key = vault.newKey()
    const reading = personReading(contact.name)
    const { phone_enc, phone_hash, phone_masked } = sealedPhone(vault, key, 'contact', contact.phone)
    for (const hash of typedPhoneHashes(vault, contact.phone)) index.push([hash, 'contact', contact.id])
    return [
      contact.id, contact.tenantId, contact.unitId, contact.name, reading.pinyin, reading.initials, contact.title, contact.extension,
      key.wrapped, phone_enc, phone_hash, phone_masked, Number(contact.canSign), contact.visits,
    ]
  }))
  await insertRows(tx.query, 'blind_index', ['hash', 'owner', 'owner_id'], index)
}
