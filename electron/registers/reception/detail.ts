import { UserError } from '../../../shared/contract/errors'
import type { EntryDetail } from '../../../shared/contract/reception'
import type { Call } from '../handlers'
import { findDenial } from '../denied'
import { identityOf, visibleDenial } from './deny'
import type { Desk } from './desk'
import { historyOf } from '../history'
import { type EntryRecord, entryRow } from './rows'

/** Everything about one entry, numbers masked. @throws UserError not-found */
export async function entryDetail(desk: Desk, id: number, call: Call): Promise<EntryDetail> {
  const { store, links, notices } = desk.house
  const [entry] = await store.read<EntryRecord>('SELECT * FROM entry WHERE id = ?', [id])
  if (!entry) throw new UserError('not-found')
  const [linked, told, history, denial] = await Promise.all([
    links.of('reception', id),
    notices.ofRecord('reception', id),
    historyOf(store, 'reception', id, entry.data_key),
    // An erased entry says nothing of the person any more.
    entry.erased_at === null && entry.kind === 'visit' ? findDenial((sql, parameters) => store.read(sql, parameters), identityOf(entry)) : null,
  ])
  return {
    ...entryRow(entry),
    version: entry.version, companions: JSON.parse(entry.companions) as string[], documentKind: entry.document_kind, documentMasked: entry.document_masked, documentSeen: entry.document_seen === 1,
    hostContactId: entry.host_contact_id, hostExtension: entry.host_extension,
    unitId: entry.unit_id, tenantId: entry.tenant_id, personId: entry.person_id,
    answer: entry.answer, answerNote: entry.answer_note, answeredAt: entry.answered_at, token: entry.token, photoId: entry.photo_id, station: entry.station,
    links: linked.map(({ register, recordId, no, direction, note }) => ({ register, recordId, no, direction, note })),
    notices: told.map((notice) => ({ id: notice.id, department: notice.department, person: notice.person, createdAt: notice.createdAt, acknowledgedAt: notice.acknowledgedAt, acknowledgedBy: notice.acknowledgedBy })),
    history,
    denied: visibleDenial(denial, call),
  }
}
