import { UserError } from '../../../shared/contract/errors'
import type { Call } from '../handlers'
import type { Desk } from './desk'
import { visitorSlipOf } from './slips'
import { loadEntry } from './write'

const TITLE = '访客单'

/** The visitor slip again, as the entry stands now; a copy says 补打 with its count (M2). @throws UserError reprint-not-allowed, unknown-printer */
export function reprint(desk: Desk, id: number, call: Call): Promise<{ printJobId: number }> {
  const { house } = desk
  return house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, id)
    if (entry.state !== 'inside' || entry.erased_at !== null) throw new UserError('reprint-not-allowed', { state: entry.state })
    if (!house.printerRoles().includes('receipt')) throw new UserError('unknown-printer', { printer: 'receipt' })
    const document = visitorSlipOf(house, entry)
    const earlier = await house.jobs.latestOf(tx, 'reception', id, TITLE)
    const printJobId = earlier === null
      ? await house.jobs.create(tx, { printer: 'receipt', register: 'reception', recordId: id, no: entry.no, document })
      : await house.jobs.reprint(tx, earlier, document)
    return { printJobId }
  })
}
