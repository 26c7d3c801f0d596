import type { House } from '../registers/house'
import { denyName } from '../registers/denied'
import { sealedDocument, sealedPhone } from '../registers/personal'
import { appendAuditLines } from '../store/audit'
import { insertRows } from '../store/bulk'
import type { Scope, Tx } from '../store/types'
import { insertDirectory, makeContacts, makeTenants, makeUnits, type DemoContact } from './directory'
import { insertEntries } from './entry-row'
import { makeEntries, type Month, type Trace } from './entries'
import { insertHandovers } from './handovers'
import { type Happening, makeMonth } from './month'
import { mobile, residentNumber } from './names'
import { Random } from './random'
import { playRecords } from './records'
import { demoStaff, insertStaff, pinHashes } from './staff'
import { demoDays, HOUR } from './times'
import { insertVisitors, makeVisitors } from './visitors'

const TENANTS = 220
const VISITORS = 420
const DAYS = 30

/**
 * Fills an empty store with the demo's tower: 40 floors, 300 rooms, 220 companies, staff of every role and a month at
 * the desk, of repairs, paid services and complaints, that ends at `now` with somebody inside and something open. The same `seed` and `now` make the same tower.
 */
export async function seedDemo(house: House, { now, seed }: { now: number; seed: number }): Promise<void> {
  const { store, settings } = house
  const station = house.station()
  const { administrator } = demoStaff
  const scope: Scope = { actor: { id: administrator.id, name: administrator.name }, station }
  const random = new Random(seed)
  const hashes = await pinHashes()
  await settings.save(scope, { tower: '云汇中心', company: '云汇中心物业服务有限公司' })

  const units = makeUnits(random)
  const tenants = makeTenants(random, units, TENANTS)
  const contacts = makeContacts(random, tenants)
  const visitors = makeVisitors(random, VISITORS)
  const happenings = makeMonth({ random, contacts, visitors, now, closingTime: settings.current.closingTime })
  count(happenings)
  const month = makeEntries(happenings, store.vault, random, station)

  await store.write(scope, async (tx) => {
    await insertStaff(tx, hashes)
    await insertDirectory(tx, store.vault, units, tenants, contacts)
    await insertVisitors(tx, store.vault, visitors)
    await insertMonth(tx, month)
    const denied = await insertDenial(tx, house, random, now)
    const handedOver = await insertHandovers(tx, demoDays(new Random(seed), now, DAYS), now, station)
    const recorded = await playRecords(tx, house, { random: new Random(seed), units, tenants, contacts, month, now })
    const traces = [...opening(month, scope, { units: units.length, tenants: tenants.length, contacts: contacts.length }), ...month.traces, ...handedOver, denied, ...recorded]
    await appendAuditLines(tx.query, traces.sort((a, b) => a.at - b.at))
    for (const register of ['reception', 'tenants', 'staff', 'handover', 'repairs', 'paid-services', 'complaints', 'cashier', 'passes', 'exit-permits', 'keys', 'signs'] as const) tx.changed(register, 1)
  })
}

/** How often visitors came and contacts were asked for, and when last. */
function count(happenings: Happening[]): void {
  for (const { visitor, contact, ...one } of happenings) {
    if (contact && one.kind === 'visit') (contact as DemoContact).visits++
    if (!visitor || one.state === 'no-show') continue
    if (one.insideAt !== null) visitor.visits++
    Object.assign(visitor, { lastSeenAt: one.at, lastHostName: contact?.name ?? '', lastHostContactId: contact?.id ?? null, lastPurpose: one.purpose })
  }
}

async function insertMonth(tx: Tx, month: Month): Promise<void> {
  await insertEntries(tx, month.entries)
  await insertRows(tx.query, 'notice', ['department', 'text', 'register', 'record_id', 'no', 'created_at', 'created_by', 'acknowledged_at', 'acknowledged_by'],
    month.notices.map((notice) => [notice.department, notice.text, 'reception', notice.recordId, notice.no, notice.createdAt, notice.createdBy, notice.acknowledgedAt, notice.acknowledgedBy]))
  await insertRows(tx.query, 'link', ['from_register', 'from_id', 'from_no', 'to_register', 'to_id', 'to_no', 'at', 'by'],
    month.links.map(({ from, to, at, by }) => ['reception', from.id, from.no, 'reception', to.id, to.no, at, by]))
  await insertRows(tx.query, 'number_series', ['series', 'year', 'last'], [...month.lastNumbers].map(([year, last]) => ['reception', year, last]))
}

async function insertDenial(tx: Tx, house: House, random: Random, now: number): Promise<Trace> {
  const { supervisor } = demoStaff
  const { vault } = house.store
  const key = vault.newKey()
  const phone = sealedPhone(vault, key, 'deny', mobile(random))
  const document = sealedDocument(vault, key, 'deny', 'resident', residentNumber(random))
  const at = now - 9 * 24 * HOUR
  await insertRows(tx.query, 'deny', ['id', 'name', 'name_folded', 'data_key', 'document_enc', 'document_hash', 'document_masked', 'phone_enc', 'phone_hash', 'phone_masked', 'reason', 'at', 'by'], [[
    1, '孙立诚', denyName('孙立诚'), key.wrapped, document.document_enc, document.document_hash, document.document_masked, phone.phone_enc, phone.phone_hash, phone.phone_masked,
    '多次冒用他人公司名义推销，已报保安部', at, supervisor.name,
  ]])
  return { at, scope: { actor: { id: supervisor.id, name: supervisor.name }, station: house.station() }, line: { action: 'deny', register: 'reception', recordId: null, detail: { deny: 1 } } }
}

/** What the administrator set up before the first visitor. */
function opening(month: Month, scope: Scope, counts: Record<string, number>): Trace[] {
  const at = (month.traces[0]?.at ?? 0) - HOUR
  return [
    ...Object.values(demoStaff).map(({ id, staffNo, name, role }): Trace => ({ at, scope, line: { action: 'create', register: 'staff', recordId: id, detail: { staffNo, name, role } } })),
    ...Object.entries(counts).map(([kind, added]): Trace => ({ at: at + 1, scope, line: { action: 'import', register: 'tenants', recordId: null, detail: { kind, added, changed: 0, unchanged: 0, refused: 0 } } })),
  ]
}
