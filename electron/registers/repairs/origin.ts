import { UserError } from '../../../shared/contract/errors'
import { openWorkOrderStates } from '../../../shared/rules/work-order'
import type { House } from '../house'
import type { Origin } from '../origins'
import { unsealed } from '../personal'
import { loadOrder } from './write'

/** What an order gives to a 有偿服务单 or a complaint that is started from it (16.R3). */
export const repairsOrigin = (house: House): Origin => ({
  async facts(tx, id) {
    const o = await loadOrder(tx, id)
    if (o.state === 'void') throw new UserError('already-void', { no: o.no })
    return {
      no: o.no, at: o.at, name: o.reporter, phone: unsealed(house.store.vault, o.data_key, o.phone_enc, 'work_order.phone_enc'), company: o.tenant_name, contactId: o.contact_id,
      tenantId: o.tenant_id, tenantName: o.tenant_name, unitId: o.unit_id, room: o.room, place: o.place, matter: o.content,
    }
  },
  async standing(tx, id) {
    const { no, state, verify_outcome, verified_at } = await loadOrder(tx, id)
    return { no, open: openWorkOrderStates.includes(state), goodAt: verify_outcome === 'good' ? verified_at : null }
  },
})
