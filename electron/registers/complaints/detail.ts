import type { ComplaintDetail } from '../../../shared/contract/complaints'
import type { Sql } from '../../store/types'
import { historyOf } from '../history'
import type { House } from '../house'
import { ofKind, ofUnit, repeatSince } from './recurring'
import { type ComplaintRecord, complaintRound, complaintRow, type RoundRecord } from './rows'
import { loadComplaint } from './write'

/** Everything about one complaint, its number masked. @throws UserError not-found */
export async function complaintDetail(house: House, id: number): Promise<ComplaintDetail> {
  const { store, links, notices, steps } = house
  const query = <T>(sql: string, parameters?: Sql[]) => store.read<T>(sql, parameters)
  const complaint = await loadComplaint({ query }, id)
  const [rounds, way, linked, scans, told, related, history] = await Promise.all([
    store.read<RoundRecord>('SELECT * FROM complaint_round WHERE complaint_id = ? ORDER BY round', [id]),
    steps.of('complaints', id),
    links.of('complaints', id),
    store.read<{ id: number }>(`SELECT id FROM attachment WHERE register = 'complaints' AND record_id = ? AND kind = 'scan' AND content IS NOT NULL ORDER BY id`, [id]),
    notices.ofRecord('complaints', id),
    relatedTo(house, complaint),
    historyOf(store, 'complaints', id, complaint.data_key),
  ])
  return {
    ...complaintRow(complaint), version: complaint.version, station: complaint.station, contactId: complaint.contact_id, meetingReason: complaint.meeting_reason, reminders: way.filter(({ action }) => action === 'urge').length,
    rounds: rounds.map(complaintRound), steps: way, links: linked, scanIds: scans.map((scan) => scan.id),
    notices: told.map((notice) => ({ id: notice.id, department: notice.department, person: notice.person, createdAt: notice.createdAt, acknowledgedAt: notice.acknowledgedAt, acknowledgedBy: notice.acknowledgedBy })),
    related, history,
  }
}

const RELATED = 20

/** Other complaints of the unit, or of the kind, in the days before and after, newest first: repeated ones are shown together. */
async function relatedTo(house: House, complaint: ComplaintRecord): Promise<ComplaintDetail['related']> {
  const likeness = { unitId: complaint.unit_id, place: complaint.place, kind: complaint.kind }
  const [unit, kind] = [ofUnit(likeness), ofKind(likeness)]
  const days = complaint.at - repeatSince(complaint.at)
  const same = (condition: typeof unit): string => (condition ? `(${condition.sql})` : '0')
  return house.store.read(
    `SELECT c.id, c.no, c.title, c.at, c.state, c.room, iif(${same(unit)}, 'unit', 'kind') AS why FROM complaint c
     WHERE (${same(unit)} OR ${same(kind)}) AND c.id <> ? AND c.state <> 'void' AND c.at BETWEEN ? AND ? ORDER BY c.id DESC LIMIT ${RELATED}`,
    [...(unit?.parameters ?? []), ...(unit?.parameters ?? []), ...(kind?.parameters ?? []), complaint.id, complaint.at - days, complaint.at + days],
  )
}
