import type { z } from 'zod'
import { UserError } from '../../../shared/contract/errors'
import type { contactInput, tenantInput, unitInput } from '../../../shared/contract/tenants'
import { dayOf } from '../../../shared/rules/time'
import { insertRowId, updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import type { Vault } from '../../store/vault'
import type { TenantRow, UnitRow } from '../directory'
import { plainChanges } from '../history'
import { companyReading, personReading } from '../pinyin'
import { storePhone } from './contact-phone'
import type { ContactRow } from './rows'

async function refuseTwin(tx: Tx, table: 'unit' | 'tenant', column: 'room' | 'name', value: string, id: number | null): Promise<void> {
  const [twin] = await tx.query(`SELECT 1 FROM ${table} WHERE ${column} = ? AND id IS NOT ?`, [value, id])
  if (twin) throw new UserError('duplicate-name', { name: value }, column)
}

async function existing<Row>(tx: Tx, table: 'unit' | 'tenant' | 'contact', id: number): Promise<Row> {
  const [row] = await tx.query<Row>(`SELECT * FROM ${table} WHERE id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return row
}

/** @throws UserError duplicate-name, not-found */
export async function writeUnit(tx: Tx, { id, room, floor, areaM2 }: z.output<typeof unitInput>): Promise<number> {
  await refuseTwin(tx, 'unit', 'room', room, id)
  const after = { room, floor, area_m2: areaM2 }
  if (id === null) {
    const [row] = await tx.query<{ id: number }>('INSERT INTO unit (room, floor, area_m2) VALUES (?, ?, ?) RETURNING id', [room, floor, areaM2])
    await tx.audit({ action: 'create', register: 'unit', recordId: row!.id, detail: after })
    tx.changed('tenants', row!.id)
    return row!.id
  }
  const changes = plainChanges(await existing<UnitRow>(tx, 'unit', id), after)
  if (changes.length > 0) {
    await tx.query('UPDATE unit SET room = ?, floor = ?, area_m2 = ? WHERE id = ?', [room, floor, areaM2, id])
    await tx.audit({ action: 'change', register: 'unit', recordId: id, detail: { changes } })
    tx.changed('tenants', id)
  }
  return id
}

/** @throws UserError duplicate-name, not-found (also for a unit that does not exist) */
export async function writeTenant(tx: Tx, input: z.output<typeof tenantInput>): Promise<number> {
  await refuseTwin(tx, 'tenant', 'name', input.name, input.id)
  const reading = companyReading(input.name)
  const after = { name: input.name, short_name: input.shortName, moved_in_on: input.movedInOn, active: Number(input.active), remark: input.remark }
  let { id } = input
  if (id === null) {
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO tenant (name, short_name, moved_in_on, active, remark, pinyin, initials) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [...Object.values(after), reading.pinyin, reading.initials],
    )
    id = row!.id
    await tx.audit({ action: 'create', register: 'tenant', recordId: id, detail: after })
  } else {
    const changes = plainChanges(await existing<TenantRow>(tx, 'tenant', id), after)
    if (changes.length > 0) {
      await tx.query('UPDATE tenant SET name = ?, short_name = ?, moved_in_on = ?, active = ?, remark = ?, pinyin = ?, initials = ? WHERE id = ?', [...Object.values(after), reading.pinyin, reading.initials, id])
      if (changes.some(({ field }) => field === 'active')) await tx.query('UPDATE tenant SET left_on = ? WHERE id = ?', [input.active ? null : dayOf(tx.now), id])
      await tx.audit({ action: 'change', register: 'tenant', recordId: id, detail: { changes } })
    }
  }
  await writeTenancies(tx, id, input.unitIds)
  tx.changed('tenants', id)
  return id
}

/** Clears a company's rooms, to be written anew; of those it does not keep, the day is kept: its signs there are to come down in time (10.R3). */
export async function leaveRooms(tx: Tx, tenantId: number, kept: readonly number[]): Promise<void> {
  await tx.query(
    `INSERT INTO tenancy_end (tenant_id, unit_id, ended_on) SELECT tenant_id, unit_id, ? FROM tenancy WHERE tenant_id = ? AND unit_id NOT IN (SELECT value FROM json_each(?)) ON CONFLICT (tenant_id, unit_id) DO UPDATE SET ended_on = excluded.ended_on`,
    [dayOf(tx.now), tenantId, JSON.stringify(kept)],
  )
  await tx.query('DELETE FROM tenancy WHERE tenant_id = ?', [tenantId])
}

async function writeTenancies(tx: Tx, tenantId: number, unitIds: number[]): Promise<void> {
  const before = await tx.query<{ id: number; room: string }>('SELECT u.id, u.room FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = ? ORDER BY u.room', [tenantId])
  const wanted = new Set(unitIds)
  if (before.length === wanted.size && before.every((unit) => wanted.has(unit.id))) return
  await leaveRooms(tx, tenantId, unitIds)
  const rooms: string[] = []
  for (const unitId of wanted) {
    rooms.push((await existing<UnitRow>(tx, 'unit', unitId)).room)
    await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [unitId, tenantId])
  }
  await tx.audit({ action: 'rooms', register: 'tenant', recordId: tenantId, detail: { from: before.map((unit) => unit.room), to: rooms.sort() } })
}

/**
 * A contact; `phone` null leaves the number as it is, an empty one removes it. Name and number stand in the audit
 * chain only as ciphertext under the contact's own key.
 * @throws UserError not-found, invalid-phone
 */
export async function writeContact(tx: Tx, vault: Vault, input: z.output<typeof contactInput>): Promise<number> {
  await existing<TenantRow>(tx, 'tenant', input.tenantId)
  if (input.unitId !== null) await existing<UnitRow>(tx, 'unit', input.unitId)
  const before = input.id === null ? null : await existing<ContactRow>(tx, 'contact', input.id)
  const key = before?.data_key ? vault.openKey(before.data_key) : vault.newKey()
  const seal = (text: string) => ({ enc: key.encrypt(text, 'audit').toString('base64') })
  const phone = input.phone === null ? null : storePhone(vault, key, input.phone)
  const reading = personReading(input.name)
  const plain = { tenant_id: input.tenantId, unit_id: input.unitId, title: input.title, extension: input.extension, can_sign: Number(input.canSign), active: Number(input.active) }
  const columns: Record<string, Sql> = {
    ...plain, name: input.name, pinyin: reading.pinyin, initials: reading.initials, data_key: key.wrapped,
    ...(phone && { phone_enc: phone.enc, phone_hash: phone.hash, phone_masked: phone.masked }),
  }
  if (before === null) {
    const id = await insertRowId(tx.query, 'contact', columns)
    await indexPhone(tx, id, phone?.index ?? [])
    await tx.audit({ action: 'create', register: 'contact', recordId: id, detail: { ...plain, name: seal(input.name), phone: phone?.enc ? { enc: phone.enc.toString('base64') } : null } })
    tx.changed('tenants', input.tenantId)
    return id
  }
  const changes: { field: string; from: unknown; to: unknown }[] = plainChanges(before, plain)
  if (before.name !== input.name) changes.push({ field: 'name', from: seal(before.name), to: seal(input.name) })
  const phoneChanged = phone !== null && !sameHash(phone.hash, before.phone_hash)
  if (phoneChanged) {
    changes.push({ field: 'phone', from: before.phone_enc && { enc: before.phone_enc.toString('base64') }, to: phone.enc && { enc: phone.enc.toString('base64') } })
    await tx.query(`DELETE FROM blind_index WHERE owner = 'contact' AND owner_id = ?`, [before.id])
    await indexPhone(tx, before.id, phone.index)
  }
  if (changes.length === 0) return before.id
  await updateRow(tx.query, 'contact', before.id, columns)
  await tx.audit({ action: 'change', register: 'contact', recordId: before.id, detail: { changes } })
  tx.changed('tenants', input.tenantId)
  return before.id
}

export const sameHash = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b))

async function indexPhone(tx: Tx, contactId: number, hashes: Buffer[]): Promise<void> {
  for (const hash of hashes) await tx.query(`INSERT OR IGNORE INTO blind_index (hash, owner, owner_id) VALUES (?, 'contact', ?)`, [hash, contactId])
}
