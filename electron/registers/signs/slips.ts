import { UserError } from '../../../shared/contract/errors'
import type { signs } from '../../../shared/contract/signs'
import type { SlipDocument } from '../../../shared/slip/document'
import { signApplicationSlip, signOrderSlip, type SignSlipInput } from '../../../shared/slip/sign-slip'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import type { SignRecord } from './rows'
import { loadSign } from './write'

const PRINTER = 'receipt'
const subject = ({ id, no }: SignRecord) => ({ register: 'signs' as const, id, no })

async function face(tx: Tx, { settings: { current } }: House, s: SignRecord): Promise<Omit<SignSlipInput, 'at'>> {
  const [old] = s.replaces_id === null ? [] : await tx.query<{ no: string }>('SELECT no FROM sign WHERE id = ?', [s.replaces_id])
  return {
    tower: current.tower, serviceCentre: current.serviceCentre, no: s.no, company: s.tenant_name, room: s.room, kind: s.kind, size: s.size, nameZh: s.name_zh, nameEn: s.name_en, place: s.sign_place, feeFen: s.fee_fen,
    applicant: s.applicant, replaces: old?.no ?? '', by: tx.scope.actor.name, station: tx.scope.station,
  }
}

const application = async (tx: Tx, house: House, s: SignRecord): Promise<SlipDocument> => signApplicationSlip({ ...(await face(tx, house, s)), at: s.at })
const order = async (tx: Tx, house: House, s: SignRecord): Promise<SlipDocument> => signOrderSlip({ ...(await face(tx, house, s)), at: s.ordered_at ?? tx.now })

/** Where there is a printer. */
export const queueApplication = async (tx: Tx, house: House, s: SignRecord): Promise<number[]> => queueSlip(tx, house, PRINTER, subject(s), await application(tx, house, s))
export const queueOrder = async (tx: Tx, house: House, s: SignRecord): Promise<number[]> => queueSlip(tx, house, PRINTER, subject(s), await order(tx, house, s))

/**
 * 补打: the order slip once it is with the maker, else the application, as it stands now; a copy says so with its count (M2).
 * @throws UserError reprint-not-allowed of a void or removed one, unknown-printer
 */
export function reprint(house: House, { id }: ParsedInput<typeof signs.reprint>, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await loadSign(tx, id)
    if (sign.state === 'void' || sign.state === 'removed') throw new UserError('reprint-not-allowed', { state: sign.state })
    if (!house.printerRoles().includes(PRINTER)) throw new UserError('unknown-printer', { printer: PRINTER })
    const document = sign.ordered_at === null ? await application(tx, house, sign) : await order(tx, house, sign)
    const earlier = await house.jobs.latestOf(tx, 'signs', id, document.title)
    return { printJobId: earlier === null ? await house.jobs.create(tx, { printer: PRINTER, register: 'signs', recordId: id, no: sign.no, document }) : await house.jobs.reprint(tx, earlier, document) }
  })
}
