import type { PassDetail } from '../../../shared/contract/passes'
import { dayOf } from '../../../shared/rules/time'
import type { Sql } from '../../store/types'
import { historyOf } from '../history'
import type { House } from '../house'
import { condition } from '../list-query'
import { signedOf } from '../signatures'
import { readDeclarations } from './declarations'
import { isDenied } from './holders'
import { readPasses } from './list'
import { permitOf } from './permits'
import { papersOf, passRow } from './rows'
import { loadApplication, loadPass } from './write'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** Everything about one pass and its application, numbers masked. @throws UserError not-found */
export async function passDetail(house: House, id: number): Promise<PassDetail> {
  const { store, links, steps } = house
  const query: Query = (sql, parameters) => store.read(sql, parameters)
  const pass = await loadPass({ query }, id)
  const application = await loadApplication({ query }, pass.application_id)
  // What stands on the application stands at its first pass.
  const both = JSON.stringify([...new Set([id, application.id])])
  const [rows, count, permit, linked, taken, history, notices, jobs, deposits, replaces, replacedBy, declared] = await Promise.all([
    readPasses(house, [condition('p.id = ?', id)], 1),
    query<{ n: number }>('SELECT count(*) AS n FROM pass WHERE application_id = ?', [application.id]),
    application.fit_out_permit_id === null ? null : permitOf(house, application.fit_out_permit_id),
    links.of('passes', application.id), steps.of('passes', id), historyOf(store, 'passes', id, pass.data_key),
    query<PassDetail['notices'][number]>(`SELECT id, department, person, created_at AS createdAt, acknowledged_at AS acknowledgedAt, acknowledged_by AS acknowledgedBy FROM notice WHERE register = 'passes' AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [both]),
    query<PassDetail['jobs'][number]>(`SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job WHERE register = 'passes' AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [both]),
    query<{ id: number; receipt_id: number }>(`SELECT id, receipt_id FROM deposit WHERE register = 'passes' AND record_id = ? ORDER BY id DESC LIMIT 1`, [id]),
    query<{ id: number; no: string }>('SELECT id, no FROM pass WHERE id = ?', [pass.replaces_id]),
    query<{ id: number; no: string }>(`SELECT id, no FROM pass WHERE replaces_id = ? AND state <> 'void'`, [id]),
    readDeclarations(house, 'd.pass_id = ?', [id]),
  ])
  const [row] = rows
  return {
    ...passRow(row!, dayOf(store.clock.now())), denied: await isDenied(query, pass), documentKind: pass.document_kind, specialCertificate: pass.special_certificate, station: pass.station,
    application: {
      id: application.id, no: application.no, version: application.version, applicant: application.applicant, phoneMasked: application.phone_masked, reason: application.reason, papers: papersOf(application),
      fitOutPermit: permit, count: count[0]!.n, filedAt: application.filed_at, filedBy: application.filed_by,
    },
    receiver: signedOf(pass, 'receiver'), returner: signedOf(pass, 'returner'), depositId: deposits[0]?.id ?? null, receiptId: deposits[0]?.receipt_id ?? pass.receipt_id, refundNo: row!.refund_no,
    replaces: replaces[0] ?? null, replacedBy: replacedBy[0] ?? null, declaration: declared[0] ?? null, steps: taken,
    links: linked.map(({ register, recordId, no, direction, note }) => ({ register, recordId, no, direction, note })), notices, jobs, history,
  }
}
