import type { Department } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import { departmentWords } from '../../shared/slip/visitor-slip'
import type { Tx } from '../store/types'

/** Who is visited, or whose contact called, with company and room, as the entry keeps them. */
export interface Host {
  contactId: number | null
  name: string
  extension: string
  department: Department | null
  tenantId: number | null
  tenantName: string
  unitId: number | null
  room: string
}

interface Asked { contactId: number | null; name: string; department: Department | null; tenantId: number | null; unitId: number | null }
interface Found { contact_id: number | null; contact_name: string | null; extension: string | null; tenant_id: number | null; tenant_name: string | null; unit_id: number | null; room: string | null }

/** A unit let to one company is that company's; of several the form has to say which. */
const ONLY_TENANT = `(SELECT iif(count(*) = 1, min(y.tenant_id), NULL) FROM tenancy y JOIN tenant o ON o.id = y.tenant_id WHERE y.unit_id = ? AND o.active = 1)`

/**
 * Reads contact, tenant and unit in one statement. A contact brings company and room; what the form says goes first.
 * @throws UserError not-found when an id is of nothing
 */
export async function resolveHost(tx: Tx, asked: Asked): Promise<Host> {
  const [found] = await tx.query<Found>(
    `SELECT c.id AS contact_id, c.name AS contact_name, c.extension, t.id AS tenant_id, t.name AS tenant_name, u.id AS unit_id, u.room
     FROM (SELECT 1) LEFT JOIN contact c ON c.id = ? LEFT JOIN tenant t ON t.id = coalesce(?, c.tenant_id, ${ONLY_TENANT})
     LEFT JOIN unit u ON u.id = coalesce(?, c.unit_id, (SELECT min(unit_id) FROM tenancy WHERE tenant_id = t.id))`,
    [asked.contactId, asked.tenantId, asked.unitId, asked.unitId],
  )
  const host = found!
  if (asked.contactId !== null && host.contact_id === null) throw new UserError('not-found', {}, 'hostName')
  if (asked.tenantId !== null && host.tenant_id === null) throw new UserError('not-found', {}, 'tenantId')
  if (asked.unitId !== null && host.unit_id === null) throw new UserError('not-found', {}, 'unitId')
  return {
    contactId: host.contact_id, name: asked.name || (host.contact_name ?? (asked.department ? departmentWords[asked.department] : '')), extension: host.extension ?? '',
    department: asked.department, tenantId: host.tenant_id, tenantName: host.tenant_name ?? '', unitId: host.unit_id, room: host.room ?? '',
  }
}
