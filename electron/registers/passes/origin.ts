import { UserError } from '../../../shared/contract/errors'
import type { Origin } from '../origins'
import { loadPass } from './write'

/** What a pass gives to an exit permit, a loan of keys or a complaint of its holder's (16.R3). */
export const passesOrigin: Origin = {
  async facts(tx, id) {
    const pass = await loadPass(tx, id)
    if (pass.state === 'void') throw new UserError('already-void', { no: pass.no })
    const [tenant] = await tx.query<{ name: string }>('SELECT name FROM tenant WHERE id = ?', [pass.tenant_id])
    return {
      no: pass.no, at: pass.at, name: pass.holder, phone: '', company: pass.company, contactId: null, tenantId: pass.tenant_id, tenantName: tenant?.name ?? '', unitId: pass.unit_id, room: pass.room, place: '', matter: '',
    }
  },
}
