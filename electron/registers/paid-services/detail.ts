import { UserError } from '../../../shared/contract/errors'
import type { PaidServiceDetail } from '../../../shared/contract/paid-services'
import { capitals } from '../../../shared/rules/capitals'
import { fen } from '../../../shared/rules/money'
import { historyOf } from '../history'
import type { House } from '../house'
import { signedOf } from '../signatures'
import { type LineRecord, lineOf, type ListedSlip, ROW_COLUMNS, ROW_TABLES, slipRow, type SlipRecord } from './rows'
import { LINES } from './write'

type Job = PaidServiceDetail['jobs'][number]
const JOBS = `SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job
  WHERE (register = 'paid-services' AND record_id = ?1) OR (register = 'cashier' AND record_id = ?2) ORDER BY id`

/** Everything about one slip, the number masked. @throws UserError not-found */
export async function slipDetail(house: House, id: number): Promise<PaidServiceDetail> {
  const { store, links, steps } = house
  const [slip] = await store.read<SlipRecord & ListedSlip & Record<string, unknown>>(`SELECT s.*, ${ROW_COLUMNS} FROM ${ROW_TABLES} WHERE s.id = ?`, [id])
  if (!slip) throw new UserError('not-found')
  const [lines, taken, linked, jobs, history] = await Promise.all([
    store.read<LineRecord & Record<string, unknown>>(LINES, [id]), steps.of('paid-services', id), links.of('paid-services', id),
    store.read<Job & Record<string, unknown>>(JOBS, [id, slip.receipt_id]), historyOf(store, 'paid-services', id, slip.data_key),
  ])
  return {
    ...slipRow(slip), version: slip.version, station: slip.station, capitals: capitals(fen(slip.total_fen)), lines: lines.map(lineOf), quotedFen: slip.quoted_fen,
    agreement: signedOf(slip, 'agree_sign'), agreedHow: slip.agreed_how, workerSigned: signedOf(slip, 'worker_sign'), clientSigned: signedOf(slip, 'client_sign'), comment: slip.comment,
    receiptId: slip.receipt_id, steps: taken, links: linked, jobs, history,
  }
}
