import { UserError } from '../../../shared/contract/errors'
import type { passes } from '../../../shared/contract/passes'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { loadApplication, loadPass } from './write'

/** Shows the holder's document number or the applicant's phone whole, and writes down who looked (P3). @throws UserError not-found when there is none, or no more */
export function reveal(house: House, { id, field }: ParsedInput<typeof passes.reveal>, call: Call): Promise<{ value: string }> {
  return house.store.write(call.scope, async (tx) => {
    const pass = await loadPass(tx, id)
    const { vault } = house.store
    const application = await loadApplication(tx, pass.application_id)
    const value = field === 'phone' ? unsealed(vault, application.data_key, application.phone_enc, 'pass_application.phone_enc') : unsealed(vault, pass.data_key, pass.document_enc, 'pass.document_enc')
    if (value === '') throw new UserError('not-found', {}, field)
    await tx.audit({ action: 'reveal', register: 'passes', recordId: id, detail: { field } })
    return { value }
  })
}
