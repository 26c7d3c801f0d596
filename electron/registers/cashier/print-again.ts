import { UserError } from '../../../shared/contract/errors'
import type { SlipDocument } from '../../../shared/slip/document'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import type { SlipSubject } from '../queue-slip'

/**
 * A paper of the desk's money again: a copy says 补打 with its count and leaves the drawer shut (M2). One that never
 * came out goes once more and is no copy; of one that may be on paper already, the paper is looked at first.
 * @returns the print job. @throws UserError reprint-not-allowed, unknown-printer
 */
export async function printAgain(tx: Tx, house: House, of: SlipSubject, slip: SlipDocument): Promise<number> {
  if (!house.printerRoles().includes('receipt')) throw new UserError('unknown-printer', { printer: 'receipt' })
  const document = { ...slip, openDrawer: false }
  const earlier = await house.jobs.latestOf(tx, of.register, of.id, slip.title)
  if (earlier === null) return house.jobs.create(tx, { printer: 'receipt', register: of.register, recordId: of.id, no: of.no, document })
  const [job] = await tx.query<{ state: string }>('SELECT state FROM print_job WHERE id = ?', [earlier])
  if (job!.state === 'failed') {
    await house.jobs.setState(tx, earlier, ['failed'], 'waiting')
    return earlier
  }
  if (job!.state !== 'printed' && job!.state !== 'cancelled') throw new UserError('reprint-not-allowed', { state: job!.state })
  return house.jobs.reprint(tx, earlier, document)
}
