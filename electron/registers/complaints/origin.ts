import type { Tx } from '../../store/types'
import { UserError } from '../../../shared/contract/errors'
import type { House } from '../house'
import type { Origin, OriginFacts } from '../origins'
import { unsealed } from '../personal'
import { repaired, repairing, repairResumed } from './repair'
import { loadComplaint } from './write'

/** A complaint within the desk's authority is handled by a repair (7.R3): it starts one, waits for it, and is handled when that is verified. */
export const complaintOrigin = (house: House): Origin => ({
  facts: (tx, id) => complaintFacts(house, tx, id),
  started: (tx, id, to) => repairing(house, tx, id, to),
  finished: (tx, id, record, outcome) => repaired(house, tx, id, record, outcome),
  resumed: (tx, id, record) => repairResumed(house, tx, id, record),
})

async function complaintFacts(house: House, tx: Pick<Tx, 'query'>, id: number): Promise<OriginFacts> {
  const c = await loadComplaint(tx, id)
  if (c.state === 'void') throw new UserError('already-void', { no: c.no })
  return {
    no: c.no, at: c.at, name: c.name, phone: unsealed(house.store.vault, c.data_key, c.phone_enc, 'complaint.phone_enc'), company: c.tenant_name,
    contactId: c.contact_id, tenantId: c.tenant_id, tenantName: c.tenant_name, unitId: c.unit_id, room: c.room, place: c.place, matter: c.cause,
  }
}
