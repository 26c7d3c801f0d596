import { UserError } from '../../../shared/contract/errors'
import type { House } from '../house'
import type { Origin } from '../origins'
import { unsealed } from '../personal'
import { loadSlip } from './write'

/** What a slip gives to a repair or complaint started from it (16.R3). */
export const paidServicesOrigin = (house: House): Origin => ({
  async facts(tx, id) {
    const slip = await loadSlip(tx, id)
    if (slip.state === 'void') throw new UserError('already-void', { no: slip.no })
    return {
      no: slip.no, at: slip.at, name: slip.client, phone: unsealed(house.store.vault, slip.data_key, slip.phone_enc, 'paid_service.phone_enc'), company: slip.tenant_name,
      contactId: slip.contact_id, tenantId: slip.tenant_id, tenantName: slip.tenant_name, unitId: slip.unit_id, room: slip.room, place: slip.place, matter: slip.title,
    }
  },
})
