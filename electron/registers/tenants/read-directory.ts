import { UserError } from '../../../shared/contract/errors'
import type { Contact, Tenant, TenantDetail, Unit } from '../../../shared/contract/tenants'
import type { Store } from '../../store/store'
import type { Sql } from '../../store/types'
import { readTenants, readUnits, tenantOf } from '../directory'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { plainBrackets } from '../plain-brackets'
import { CONTACTS, type ContactRow, toContact } from './rows'

const TIMELINE = 100

export const listUnits = (store: Store): Promise<Unit[]> => readUnits(store, '1')

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
  const conditions = ['t.name', 't.short_name'].map((name) => `${plainBrackets(name)} LIKE ? ESCAPE '\\'`)
  const parameters: Sql[] = [after, part, part]
  if (/^[a-z0-9]+$/.test(letters)) {
    conditions.push('t.pinyin LIKE ?', 't.initials LIKE ?', `EXISTS (SELECT 1 FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = t.id AND u.room LIKE ?)`)
    parameters.push(`%${letters}%`, `%${letters}%`, `${letters}%`)
  }
  const rows = await readTenants(store, `t.id > ? AND (${conditions.join(' OR ')})`, parameters, limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The client's file as far as it exists: facts, contacts, what happened, from every register the viewer may read, and how things stand. */
export async function tenantDetail({ store, tellers }: House, id: number, viewer: SignedIn): Promise<TenantDetail> {
  const [tenant, contacts, timeline, [now]] = await Promise.all([
    tenantOf(store, id),
    store.read<ContactRow & { room: string }>(`${CONTACTS} WHERE c.tenant_id = ? ORDER BY c.active DESC, c.can_sign DESC, c.visits DESC, c.id`, [id]),
    tellers.timeline({ tenantId: id, unitId: null }, viewer, TIMELINE),
    store.read<{ inside: number; notices: number }>(
      `SELECT (SELECT coalesce(sum(people), 0) FROM entry WHERE state = 'inside' AND tenant_id = ?1) AS inside,
         (SELECT count(*) FROM notice n WHERE n.acknowledged_at IS NULL AND n.closed_at IS NULL AND ?1 = CASE n.register
            WHEN 'reception' THEN (SELECT tenant_id FROM entry WHERE id = n.record_id) WHEN 'repairs' THEN (SELECT tenant_id FROM work_order WHERE id = n.record_id)
            WHEN 'paid-services' THEN (SELECT tenant_id FROM paid_service WHERE id = n.record_id) WHEN 'complaints' THEN (SELECT tenant_id FROM complaint WHERE id = n.record_id) END) AS notices`,
      [id],
    ),
  ])
  return { ...tenant, contacts: contacts.map(toContact), timeline, inside: now!.inside, openNotices: now!.notices }
}
