import { UserError } from '../../../shared/contract/errors'
import type { House } from '../house'
import type { Origin } from '../origins'
import { unsealed } from '../personal'
import { loadLoan } from './loans'

/** What a loan gives to what is started from it (16.R3): the repair of a lock, the cutting of a key that was lost. */
export const keysOrigin = (house: House): Origin => ({
  async facts(tx, id) {
    const loan = await loadLoan(tx, id)
    if (loan.state === 'void') throw new UserError('already-void', { no: loan.no })
    return {
      no: loan.no, at: loan.at, name: loan.borrower, phone: unsealed(house.store.vault, loan.data_key, loan.phone_enc, 'key_loan.phone_enc'), company: loan.company, contactId: loan.contact_id,
      tenantId: loan.tenant_id, tenantName: loan.tenant_name, unitId: loan.unit_id, room: loan.room, place: loan.place, matter: loan.reason,
    }
  },
})
