import { UserError } from '../../../shared/contract/errors'
import type { exitPermits, ExitPermitDetail } from '../../../shared/contract/exit-permits'
import type { SlipDocument } from '../../../shared/slip/document'
import { EXIT_PERMIT_SLIP, exitPermitSlip, goodsDifferSlip, type PermitCopy, permitChaseSlip, permitCopies } from '../../../shared/slip/exit-permit-slip'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { goodsOf, paidOf, type PermitRecord } from './rows'
import { loadPermit } from './write'

const PRINTER = 'receipt'
/** Which of a permit's papers a slip is: its copy and the code it bears; each is counted by itself when it is printed again (M2). */
const paperOf = (permit: PermitRecord, copy: PermitCopy): string => `${copy} ${permit.token}`
const subject = (permit: PermitRecord) => ({ register: 'exit-permits' as const, id: permit.id, no: permit.no })
const sender = ({ settings: { current } }: House) => ({ tower: current.tower, serviceCentre: current.serviceCentre })
const face = (p: PermitRecord) => ({ no: p.no, company: p.tenant_name, room: p.room, applicant: p.applicant, kind: p.kind, vehicleNo: p.vehicle_no, leavingOn: p.leaving_on, exit: p.exit })

async function permitSlip(tx: Tx, house: House, p: PermitRecord): Promise<(copy: PermitCopy) => SlipDocument> {
  const [signatory] = p.signatory_id === null ? [] : await tx.query<{ name: string }>('SELECT name FROM signatory WHERE id = ?', [p.signatory_id])
  return (copy) => exitPermitSlip({
    ...sender(house), ...face(p), at: p.issued_at ?? p.at, goods: goodsOf(p), authority: p.authority === 'letter' ? { kind: 'letter' } : p.authority && { kind: p.authority, name: signatory?.name ?? '' },
    companySeal: p.company_seal === 1, payments: p.payments_at === null ? null : paidOf(p), override: p.override_by === '' ? null : { by: p.override_by, reason: p.override_reason }, token: p.token, edition: p.copies, copy, by: p.issued_by, station: p.station,
  })
}

/** Desk's, guard's and client's copy (14.F1), where there is a printer. */
export async function queueCopies(tx: Tx, house: House, permit: PermitRecord): Promise<number[]> {
  const slip = await permitSlip(tx, house, permit)
  const jobs: number[] = []
  for (const copy of permitCopies) jobs.push(...(await queueSlip(tx, house, PRINTER, subject(permit), slip(copy), paperOf(permit, copy))))
  return jobs
}

/**
 * One copy again; it says 补打 with its count where this copy of this edition was printed before (M2).
 * @throws UserError reprint-not-allowed unless it may still let goods out, unknown-printer
 */
export function reprint(house: House, { id, copy }: ParsedInput<typeof exitPermits.reprint>, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const permit = await loadPermit(tx, id)
    if (permit.state !== 'issued' && permit.state !== 'released') throw new UserError('reprint-not-allowed', { state: permit.state })
    if (!house.printerRoles().includes(PRINTER)) throw new UserError('unknown-printer', { printer: PRINTER })
    const document = (await permitSlip(tx, house, permit))(copy)
    const paper = paperOf(permit, copy)
    const [earlier] = await tx.query<{ id: number }>(`SELECT id FROM print_job WHERE register = 'exit-permits' AND record_id = ? AND title = ? AND paper = ? ORDER BY id DESC LIMIT 1`, [id, EXIT_PERMIT_SLIP, paper])
    const printJobId = earlier ? await house.jobs.reprint(tx, earlier.id, document) : await house.jobs.create(tx, { printer: PRINTER, register: 'exit-permits', recordId: id, no: permit.no, document, paper })
    return { printJobId }
  })
}

/** What the guard found, on the desk's paper. */
export const queueDifferSlip = (tx: Tx, house: House, permit: PermitRecord, check: Pick<ExitPermitDetail['checks'][number], 'found' | 'extra'>): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(permit), goodsDifferSlip({ ...sender(house), ...face(permit), at: tx.now, ...check, guard: tx.scope.actor.name, station: tx.scope.station }))

export const queueChaseSlip = (tx: Tx, house: House, permit: PermitRecord): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(permit), permitChaseSlip({
    ...sender(house), ...face(permit), at: tx.now, released: permit.released_at === null ? null : { at: permit.released_at, by: permit.checked_by }, times: permit.chased, by: tx.scope.actor.name, station: tx.scope.station,
  }))
