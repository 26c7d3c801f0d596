import type { ExitPermitDetail } from '../../../shared/contract/exit-permits'
import { dayOf } from '../../../shared/rules/time'
import { historyOf } from '../history'
import type { House } from '../house'
import { signedOf } from '../signatures'
import { foundOf, paidOf, type PermitRecord, permitRow } from './rows'
import type { SignatoryRecord } from './signatories'
import { loadPermit } from './write'

interface CheckRecord { id: number; at: number; by: string; exit: string; agrees: 0 | 1; found: string; extra: string; void_at: number | null }

/** Everything about one permit, the number masked. @throws UserError not-found */
export async function permitDetail(house: House, id: number): Promise<ExitPermitDetail> {
  const { store } = house
  const permit = await loadPermit({ query: (sql, parameters) => store.read(sql, parameters) as never }, id)
  const [[signatory], [moveOut], checks, steps, links, told, jobs, history] = await Promise.all([
    store.read<SignatoryRecord & Record<string, unknown>>('SELECT * FROM signatory WHERE id = ?', [permit.signatory_id]),
    store.read<{ id: number; no: string; voidAt: number | null }>('SELECT id, no, void_at AS voidAt FROM move_out WHERE id = ?', [permit.move_out_id]),
    store.read<CheckRecord & Record<string, unknown>>('SELECT * FROM gate_check WHERE permit_id = ? ORDER BY id', [id]),
    house.steps.of('exit-permits', id), house.links.of('exit-permits', id), house.notices.ofRecord('exit-permits', id),
    store.read<ExitPermitDetail['jobs'][number] & Record<string, unknown>>(`SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job WHERE register = 'exit-permits' AND record_id = ? ORDER BY id`, [id]),
    historyOf(store, 'exit-permits', id, permit.data_key),
  ])
  return {
    ...permitRow(permit, dayOf(store.clock.now())), station: permit.station, contactId: permit.contact_id, authority: authorityOf(permit, signatory),
    override: permit.override_by === '' ? null : { by: permit.override_by, reason: permit.override_reason, owedFen: permit.owed_fen },
    payments: permit.payments_at === null ? null : { at: permit.payments_at, ...paidOf(permit), found: foundOf(permit) },
    copies: permit.copies, moveOut: moveOut ?? null, checks: checks.map((c) => ({ id: c.id, at: c.at, by: c.by, exit: c.exit, agrees: c.agrees === 1, undone: c.void_at !== null, found: JSON.parse(c.found) as ExitPermitDetail['checks'][number]['found'], extra: c.extra })),
    steps, links, jobs, history,
    notices: told.map((notice) => ({ id: notice.id, department: notice.department, person: notice.person, createdAt: notice.createdAt, acknowledgedAt: notice.acknowledgedAt, acknowledgedBy: notice.acknowledgedBy })),
  }
}

function authorityOf(permit: PermitRecord, signatory: SignatoryRecord | undefined): ExitPermitDetail['authority'] {
  if (permit.authority === null) return null
  return {
    kind: permit.authority, sealSeen: permit.seal_seen === 1, scanId: permit.letter_scan_id, signatoryId: permit.signatory_id,
    name: signatory?.name ?? '', title: signatory?.title ?? '', specimenId: signatory?.specimen_id ?? null, signed: signedOf(permit, 'authority_sign'),
  }
}
