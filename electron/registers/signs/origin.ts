import { UserError } from '../../../shared/contract/errors'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { House } from '../house'
import type { Origin } from '../origins'
import { unsealed } from '../personal'
import { loadSign } from './write'

/** What a sign gives to what is started from it (16.R3): the repair of one that came loose, a complaint about it. */
export const signsOrigin = (house: House): Origin => ({
  async facts(tx, id) {
    const s = await loadSign(tx, id)
    if (s.state === 'void') throw new UserError('already-void', { no: s.no })
    return {
      no: s.no, at: s.at, name: s.applicant, phone: unsealed(house.store.vault, s.data_key, s.phone_enc, 'sign.phone_enc'), company: s.tenant_name || s.name_zh, contactId: s.contact_id,
      tenantId: s.tenant_id, tenantName: s.tenant_name, unitId: s.unit_id, room: s.room, place: s.place, matter: inChinese(say('sign-of', { name: s.name_zh })),
    }
  },
})
