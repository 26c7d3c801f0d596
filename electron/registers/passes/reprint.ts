import { UserError } from '../../../shared/contract/errors'
import type { passes } from '../../../shared/contract/passes'
import { openPassStates } from '../../../shared/rules/pass'
import { dayOf } from '../../../shared/rules/time'
import { DECLARATION_SLIP } from '../../../shared/slip/declaration-slip'
import type { SlipDocument } from '../../../shared/slip/document'
import { PASS_PROCEDURE_SLIP, passProcedureSlip } from '../../../shared/slip/pass-slip'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type DeclarationRecord, declarationSlipOf } from './lose'
import { papersWords } from './papers'
import { papersOf, type PassRecord } from './rows'
import { footer, sender } from './slips'
import { loadApplication, loadPass } from './write'

interface Paper { id: number; no: string; title: string; document: SlipDocument }

/** 作废声明 again, or 办证/退证程序表 (12.F3) of the pass's application as it stands; a copy says 补打 with its count (M2). @throws UserError reprint-not-allowed, unknown-printer */
export function reprint(house: House, { id, what }: ParsedInput<typeof passes.reprint>, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const pass = await loadPass(tx, id)
    if (pass.erased_at !== null) throw new UserError('reprint-not-allowed', { state: pass.state })
    if (!house.printerRoles().includes('receipt')) throw new UserError('unknown-printer', { printer: 'receipt' })
    const paper = what === 'declaration' ? await declarationOf(tx, house, pass) : await procedureOf(tx, house, pass)
    const earlier = await house.jobs.latestOf(tx, 'passes', paper.id, paper.title)
    const printJobId = earlier === null
      ? await house.jobs.create(tx, { printer: 'receipt', register: 'passes', recordId: paper.id, no: paper.no, document: paper.document })
      : await house.jobs.reprint(tx, earlier, paper.document)
    return { printJobId }
  })
}

async function declarationOf(tx: Tx, house: House, pass: PassRecord): Promise<Paper> {
  const [declaration] = await tx.query<DeclarationRecord>('SELECT * FROM void_declaration WHERE pass_id = ?', [pass.id])
  if (!declaration) throw new UserError('reprint-not-allowed', { state: pass.state })
  return { id: pass.id, no: declaration.no, title: DECLARATION_SLIP, document: declarationSlipOf(tx, house, pass, declaration) }
}

const listed = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null && value !== ''))] as string[]
/** The last of these days, once nothing is left to do that would add one. */
const lastDay = (times: readonly (number | null)[], over: boolean): string => {
  const known = times.filter((at) => at !== null)
  return over && known.length > 0 ? dayOf(Math.max(...known)) : ''
}

async function procedureOf(tx: Tx, house: House, pass: PassRecord): Promise<Paper> {
  const application = await loadApplication(tx, pass.application_id)
  const all = await tx.query<PassRecord & { receipt_no: string | null; refund_no: string | null }>(
    `SELECT p.*, r.no AS receipt_no, f.no AS refund_no FROM pass p LEFT JOIN receipt r ON r.id = p.receipt_id LEFT JOIN receipt f ON f.id = p.refund_id WHERE p.application_id = ? AND p.state <> 'void' ORDER BY p.id`, [application.id],
  )
  if (all.length === 0) throw new UserError('reprint-not-allowed', { state: pass.state })
  const sum = (of: (one: PassRecord) => number): number => all.reduce((total, one) => total + of(one), 0)
  const document = passProcedureSlip({
    ...sender(house), ...footer(tx), no: application.no, at: application.at, kind: application.kind, company: application.company, room: application.room, count: all.length, applicant: application.applicant, reason: application.reason,
    validFrom: all[0]!.valid_from, validUntil: all[0]!.valid_until, papers: papersWords(papersOf(application)),
    // A renewal's deposit was taken with the pass before it.
    depositFen: application.renewal === 1 ? 0 : sum((one) => one.deposit_fen), feeFen: sum((one) => one.fee_fen), receiptNos: listed(all.map((one) => one.receipt_no)), issuedOn: lastDay(all.map((one) => one.issued_at), all.every(({ state }) => state !== 'ready')), receivedBy: listed(all.map((one) => one.receiver_by)).join('、'),
    returnedOn: lastDay(all.map((one) => one.returner_at), !all.some(({ state }) => openPassStates.includes(state))), returnedBy: listed(all.map((one) => one.returner_by)).join('、'), refundNos: listed(all.map((one) => one.refund_no)), refundFen: sum((one) => (one.refund_id === null ? 0 : one.deposit_fen)),
  })
  return { id: application.id, no: application.no, title: PASS_PROCEDURE_SLIP, document }
}
