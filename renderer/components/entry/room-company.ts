import type { Tenant, Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { takeRoom, type ClientPart } from './client-part'

type Company = Pick<Tenant, 'id' | 'name' | 'unitIds' | 'rooms'>

/** A room that is one company's brings it along where none is written yet; `bring` where the register has more to do with it. */
export async function takeRoomAndCompany(form: ClientPart, unit: Unit, bring = ({ id, name }: Company): void => { Object.assign(form, { tenantId: id, company: name } satisfies Partial<ClientPart>) }): Promise<void> {
  takeRoom(form, unit.id, unit.room)
  const [tenantId] = unit.tenantIds
  const isNone = (): boolean => form.tenantId === null && form.company.trim() === ''
  if (tenantId === undefined || !isNone()) return
  const tenant = await client.tenants.get({ id: tenantId })
  if (form.unitId === unit.id && isNone()) bring(tenant)
}
