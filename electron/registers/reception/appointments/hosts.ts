import type { Department } from '../../../../shared/contract/base'
import { departmentWords } from '../../../../shared/slip/visitor-slip'
import { personReading } from '../../pinyin'
import { bad, foldName, good, type Read, type Rooms, roomsOf, suggestName } from '../../import/cells'
import type { Source } from '../../import/kind'

interface ContactRow { id: number; name: string; pinyin: string; tenant_id: number; unit_id: number | null; room: string }
export interface Unit { id: number; room: string }

/** Who can be visited, and where. */
export interface Hosts {
  rooms: Rooms<Unit>
  /** By folded name; several where people share one. */
  contacts: Map<string, ContactRow[]>
  /** By how the name is read: 陆文波 was meant for 陆文博. */
  readings: Map<string, ContactRow[]>
  /** By unit: whoever sits there or whose company is there. */
  inRoom: Map<number, ContactRow[]>
}

/** Whom a row names. */
export interface Host { contactId: number | null; department: Department | null; name: string }

function grouped<K>(rows: readonly ContactRow[], keysOf: (row: ContactRow) => K[]): Map<K, ContactRow[]> {
  const groups = new Map<K, ContactRow[]>()
  for (const row of rows) for (const key of new Set(keysOf(row))) groups.set(key, [...(groups.get(key) ?? []), row])
  return groups
}

export async function loadHosts({ query }: Source): Promise<Hosts> {
  const units = await query<Unit>('SELECT id, room FROM unit')
  const tenancies = await query<{ unit_id: number; tenant_id: number }>('SELECT unit_id, tenant_id FROM tenancy ORDER BY unit_id')
  const contacts = await query<ContactRow>(
    `SELECT c.id, c.name, c.pinyin, c.tenant_id, c.unit_id, coalesce(u.room, '') AS room
     FROM contact c JOIN tenant t ON t.id = c.tenant_id
     LEFT JOIN unit u ON u.id = coalesce(c.unit_id, (SELECT min(unit_id) FROM tenancy WHERE tenant_id = t.id))
     WHERE c.active = 1 AND t.active = 1 ORDER BY c.id`,
  )
  const unitsOf = new Map<number, number[]>()
  for (const { unit_id, tenant_id } of tenancies) unitsOf.set(tenant_id, [...(unitsOf.get(tenant_id) ?? []), unit_id])
  return {
    rooms: roomsOf(units),
    contacts: grouped(contacts, (row) => [foldName(row.name)]),
    readings: grouped(contacts, (row) => [row.pinyin]),
    inRoom: grouped(contacts, (row) => [...(unitsOf.get(row.tenant_id) ?? []), ...(row.unit_id === null ? [] : [row.unit_id])]),
  }
}

/** 工程部 and 工程 are the department. */
function departmentNamed(folded: string): Department | undefined {
  return (Object.keys(departmentWords) as Department[]).find((department) => [departmentWords[department], departmentWords[department].replace(/部$/, '')].includes(folded))
}

/** The contact or department a row names; in `unit`, if it names a room: who sits there before whose company is there. */
export function hostNamed(hosts: Hosts, text: string, unit: Unit | undefined): Read<Host> {
  const folded = foldName(text)
  const department = departmentNamed(folded)
  if (department) return good({ contactId: null, department, name: departmentWords[department] })
  const namesakes = hosts.contacts.get(folded) ?? []
  const there = unit ? (hosts.inRoom.get(unit.id) ?? []).filter((contact) => namesakes.includes(contact)) : namesakes
  const sitting = unit ? there.filter((contact) => contact.unit_id === unit.id) : []
  const [found, ...others] = sitting.length > 0 ? sitting : there
  if (!found) return bad('unknown-host', { room: unit?.room ?? '', expected: meant(hosts, text, unit) })
  if (others.length > 0) return bad('several-hosts', { n: others.length + 1 })
  return good({ contactId: found.id, department: null, name: found.name })
}

/** Whom a row may have meant; empty where nobody comes near. */
function meant(hosts: Hosts, text: string, unit: Unit | undefined): string {
  const [elsewhere] = hosts.contacts.get(foldName(text)) ?? []
  if (elsewhere) return [elsewhere.name, elsewhere.room].filter(Boolean).join(' ')
  const alike = hosts.readings.get(personReading(text).pinyin) ?? []
  const people = unit ? (hosts.inRoom.get(unit.id) ?? []) : alike
  return (people.find((contact) => alike.includes(contact)) ?? titled(hosts, text, people))?.name ?? suggestName(people.map((contact) => contact.name), text)
}

/** 陆文博经理: the name of somebody, and something behind it. */
function titled(hosts: Hosts, text: string, among: readonly ContactRow[]): ContactRow | undefined {
  const folded = foldName(text)
  for (let length = folded.length - 1; length >= 2; length--) {
    const found = hosts.contacts.get(folded.slice(0, length))?.find((contact) => among.length === 0 || among.includes(contact))
    if (found) return found
  }
  return undefined
}
