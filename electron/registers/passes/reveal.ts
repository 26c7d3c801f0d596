import type { passes } from '../../../shared/contract/passes'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { loadApplication, loadPass } from './write'

/** The holder's document, or the applicant's phone. */
export const reveal = (house: House, { id, field }: ParsedInput<typeof passes.reveal>, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'passes', id, field }, async (tx) => {
  const pass = await loadPass(tx, id)
  if (field !== 'phone') return { dataKey: pass.data_key, sealed: pass.document_enc, context: 'pass.document_enc' }
  const application = await loadApplication(tx, pass.application_id)
  return { dataKey: application.data_key, sealed: application.phone_enc, context: 'pass_application.phone_enc' }
})
