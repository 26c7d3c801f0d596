import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import type { Contact, Tenant, TenantDetail, Unit } from '../../../shared/contract/tenants'
import type { Store } from '../../store/store'
import type { Sql } from '../../store/types'
import type { SignedIn } from '../handlers'
import { CONTACTS, TENANTS, toContact, toTenant, toUnit, UNITS, type ContactRow, type TenantRow, type UnitRow } from './rows'

const TIMELINE = 100

export async function listUnits(store: Store): Promise<Unit[]> {
  const rows = await store.read<UnitRow & { tenants: string | null }>(`${UNITS} ORDER BY u.id`)
  return rows.map(toUnit)
}

export async function unitOf(store: Store, id: number): Promise<Unit> {
  const [row] = await store.read<UnitRow & { tenants: string | null }>(`${UNITS} WHERE u.id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return toUnit(row)
}

export async function tenantOf(store: Store, id: number): Promise<Tenant> {
  const [row] = await store.read<TenantRow & { units: string | null }>(`${TENANTS} WHERE t.id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return toTenant(row)
}

export async function contactOf(store: Store, id: number): Promise<Contact> {
  const [row] = await store.read<ContactRow & { room: string }>(`${CONTACTS} WHERE c.id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return toContact(row)
}

/** By name or short name (any part), pinyin, initials, or the beginning of a room. */
export async function listTenants(store: Store, search: string, after: number, limit: number): Promise<{ rows: Tenant[]; next: number | null }> {
  const typed = search.normalize('NFKC')
  const part = `%${escapeLike(typed)}%`
  const letters = typed.toLowerCase().replace(/[\s'’-]/g, '')
  const conditions = [`t.name LIKE ? ESCAPE '\\'`, `t.short_name LIKE ? ESCAPE '\\'`]
  const parameters: Sql[] = [after, part, part]
  if (/^[a-z0-9]+$/.test(letters)) {
    conditions.push('t.pinyin LIKE ?', 't.initials LIKE ?', `EXISTS (SELECT 1 FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = t.id AND u.room LIKE ?)`)
    parameters.push(`%${letters}%`, `%${letters}%`, `${letters}%`)
  }
  const rows = await store.read<TenantRow & { units: string | null }>(
    `${TENANTS} WHERE t.id > ? AND (${conditions.join(' OR ')}) ORDER BY t.id LIMIT ?`, [...parameters, limit + 1],
  )
  return { rows: rows.slice(0, limit).map(toTenant), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The client's file as far as it exists: facts, contacts, what happened and how things stand. */
export async function tenantDetail(store: Store, id: number, signedIn: SignedIn | null): Promise<TenantDetail> {
  const [tenant, contacts, timeline, [now]] = await Promise.all([
    tenantOf(store, id),
    store.read<ContactRow & { room: string }>(`${CONTACTS} WHERE c.tenant_id = ? ORDER BY c.active DESC, c.can_sign DESC, c.visits DESC, c.id`, [id]),
    timelineOf(store, id, signedIn !== null && may(signedIn.role, 'reception.read')),
    store.read<{ inside: number; notices: number }>(
      `SELECT (SELECT coalesce(sum(people), 0) FROM entry WHERE state = 'inside' AND tenant_id = ?) AS inside,
         (SELECT count(*) FROM notice n JOIN entry e ON e.id = n.record_id WHERE n.register = 'reception' AND n.acknowledged_at IS NULL AND n.closed_at IS NULL AND e.tenant_id = ?) AS notices`,
      [id, id],
    ),
  ])
  return { ...tenant, contacts: contacts.map(toContact), timeline, inside: now!.inside, openNotices: now!.notices }
}

/** Who came and why is for those who may read the register of visits; the others see that somebody did. */
async function timelineOf(store: Store, id: number, withWords: boolean): Promise<TenantDetail['timeline']> {
  const rows = await store.read<{ id: number; no: string; kind: string; at: number; name: string; matter: string; state: string; room: string }>(
    `SELECT id, no, kind, at, name, matter, state, room FROM entry WHERE tenant_id = ? ORDER BY id DESC LIMIT ${TIMELINE}`, [id],
  )
  return rows.map(({ id: recordId, name, matter, ...row }) => ({ register: 'reception', recordId, ...row, title: withWords ? [name, matter].filter(Boolean).join('：') : '' }))
}
