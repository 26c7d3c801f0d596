import { UserError } from '../../../shared/contract/errors'
import type { House } from '../house'
import type { Origin } from '../origins'
import { unsealed } from '../personal'
import { goodsWords } from './rows'
import { loadPermit } from './write'

/** What a permit gives to what is started from it (16.R3): another one for the rest of the goods, a complaint of the gate. */
export const permitOrigin = (house: House): Origin => ({
  async facts(tx, id) {
    const p = await loadPermit(tx, id)
    if (p.state === 'void') throw new UserError('already-void', { no: p.no })
    return {
      no: p.no, at: p.at, name: p.applicant, phone: unsealed(house.store.vault, p.data_key, p.phone_enc, 'exit_permit.phone_enc'), company: p.tenant_name, contactId: p.contact_id,
      tenantId: p.tenant_id, tenantName: p.tenant_name, unitId: p.unit_id, room: p.room, place: p.place, matter: goodsWords(p),
    }
  },
})
