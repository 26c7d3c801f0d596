import { UserError } from '../../../shared/contract/errors'
import type { SlipDocument } from '../../../shared/slip/document'
import { QUOTE_SLIP, quoteSlip } from '../../../shared/slip/quote-slip'
import type { ServiceSlipHead } from '../../../shared/slip/service-lines'
import { SERVICE_SLIP, serviceSlip } from '../../../shared/slip/service-slip'
import type { Tx } from '../../store/types'
import type { Call } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { signedOf } from '../signatures'
import { type LineRecord, type ListedSlip, priced, ROW_COLUMNS, ROW_TABLES, type SlipRecord } from './rows'
import { loadLines, loadSlip } from './write'

export type Paper = 'quote' | 'slip'
const PRINTER = 'receipt'
const titles: Record<Paper, string> = { quote: QUOTE_SLIP, slip: SERVICE_SLIP }

/** What stands on the paper now. */
async function paperOf(tx: Tx, house: House, slip: SlipRecord, what: Paper): Promise<SlipDocument> {
  const head = headOf(house, slip, await loadLines(tx, slip.id))
  if (what === 'quote') return quoteSlip(head)
  const [row] = await tx.query<ListedSlip>(`SELECT ${ROW_COLUMNS} FROM ${ROW_TABLES} WHERE s.id = ?`, [slip.id])
  const agreed = signedOf(slip, 'agree_sign')
  return serviceSlip({
    ...head, agreed: agreed && { ...agreed, how: slip.agreed_how ?? 'signed' }, worker: slip.worker, rating: slip.rating, clientSigned: signedOf(slip, 'client_sign'),
    month: slip.month, receiptNo: row!.receipt_no, checkedBy: row!.checked_by, secondCheckedBy: row!.second_by,
  })
}

function headOf(house: House, slip: SlipRecord, lines: readonly LineRecord[]): ServiceSlipHead {
  const { tower, serviceCentre } = house.settings.current
  return {
    tower, serviceCentre, no: slip.no, at: slip.at, room: slip.room, place: slip.place, tenantName: slip.tenant_name, client: slip.client, title: slip.title, orderNo: slip.for_no, emergency: slip.emergency === 1,
    lines: lines.map((line) => ({ ...priced(line), name: line.name, unit: line.unit, code: line.code, basis: line.basis, supplier: line.supplier })), openedBy: slip.opened_by, station: slip.station,
  }
}

const subject = (slip: SlipRecord) => ({ register: 'paid-services' as const, id: slip.id, no: slip.no })

export const queuePaper = async (tx: Tx, house: House, slip: SlipRecord, what: Paper): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(slip), await paperOf(tx, house, slip, what))

/**
 * Prints the quote, or the slip once it is agreed. A second print of the same quote says 补打; of a new one it does not.
 * @throws UserError already-void, agreement-missing, reprint-not-allowed, unknown-printer
 */
export function print(house: House, { id, what }: { id: number; what: Paper }, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, id)
    if (slip.state === 'void') throw new UserError('already-void', { no: slip.no })
    if (slip.erased_at !== null) throw new UserError('reprint-not-allowed', { state: slip.state })
    if (what === 'slip' && (slip.state === 'quoted' || slip.state === 'refused')) throw new UserError('agreement-missing', { no: slip.no })
    if (!house.printerRoles().includes(PRINTER)) throw new UserError('unknown-printer', { printer: PRINTER })
    const earlier = await earlierOf(tx, slip, what)
    if (earlier === null) return { printJobId: (await queuePaper(tx, house, slip, what))[0]! }
    return { printJobId: await house.jobs.reprint(tx, earlier, await paperOf(tx, house, slip, what)) }
  })
}

/** The newest print since the slip's lines were last quoted. */
async function earlierOf(tx: Tx, slip: SlipRecord, what: Paper): Promise<number | null> {
  const [job] = await tx.query<{ id: number }>(
    `SELECT id FROM print_job WHERE register = 'paid-services' AND record_id = ?1 AND title = ?2
       AND created_at >= (SELECT max(at) FROM step WHERE register = 'paid-services' AND record_id = ?1 AND action IN ('quote', 'requote')) ORDER BY id DESC LIMIT 1`,
    [slip.id, titles[what]],
  )
  return job?.id ?? null
}
