import type { Tenant, Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { takeRoom, type ClientPart } from './client-part'

type Company = Pick<Tenant, 'id' | 'name' | 'unitIds' | 'rooms'>
interface Ways {
  /** What is done with the company, null for none, where the register has more to do with it. */
  bring?: (tenant: Company | null) => void
  /** The register writes down a company that is not in the directory, too: such a one stays. */
  unlisted?: boolean
}

/** A room that is one company's brings it along, unless another was chosen; the company of the room before goes with that one. */
export async function takeRoomAndCompany(form: ClientPart, unit: Unit, { bring, unlisted = false }: Ways = {}): Promise<void> {
  const isOpen = (): boolean => (form.tenantId === null ? !unlisted || form.company.trim() === '' : form.tenantId === form.roomsTenant && !unit.tenantIds.includes(form.tenantId))
  const put = bring ?? ((tenant): void => { Object.assign(form, { tenantId: tenant?.id ?? null, company: tenant?.name ?? '' } satisfies Partial<ClientPart>) })
  takeRoom(form, unit.id, unit.room)
  if (!isOpen()) return
  // Of several companies in one room the form has to say which.
  const tenant = unit.tenantIds.length === 1 ? await client.tenants.get({ id: unit.tenantIds[0]! }) : null
  if (form.unitId !== unit.id || !isOpen()) return
  if (tenant) {
    put(tenant)
    form.roomsTenant = tenant.id
  }
  else if (form.tenantId !== null) put(null)
}
