import type { Department } from '../../shared/contract/base'
import { documentTail, phoneTail, sealedDocument, sealedPhone } from '../registers/personal'
import { noticeText } from '../registers/reception/slips'
import { formatNumber } from '../store/numbers'
import type { AuditLine, Scope } from '../store/types'
import type { Vault } from '../store/vault'
import { type DemoEntry, demoEntry } from './entry-row'
import { type Happening, hostOf } from './month'
import type { Random } from './random'
import { atDesk, staffOf } from './staff'

export interface Trace { at: number; scope: Scope; line: AuditLine }
export interface DemoNotice { department: Department; text: string; recordId: number; no: string; createdAt: number; createdBy: string; acknowledgedAt: number | null; acknowledgedBy: string | null }
export interface Month { entries: DemoEntry[]; notices: DemoNotice[]; traces: Trace[]; links: { from: DemoEntry; to: DemoEntry; at: number; by: string }[]; lastNumbers: Map<number, number>; entryOf: ReadonlyMap<Happening, DemoEntry> }

const CHECK = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Gives what happened its rows: numbers in order of time, ciphertexts, notices, and the lines of the audit chain. */
export function makeEntries(happenings: Happening[], vault: Vault, random: Random, station: string): Month {
  const made = new Map<Happening, DemoEntry>()
  const month: Month = { entries: [], notices: [], traces: [], links: [], lastNumbers: new Map(), entryOf: made }
  for (const one of happenings) {
    const receptionist = atDesk(one.at)
    const year = new Date(one.at).getFullYear()
    const serial = (month.lastNumbers.get(year) ?? 0) + 1
    month.lastNumbers.set(year, serial)
    const no = formatNumber('reception', year, serial)
    const token = one.kind === 'call' ? '' : `QT1:${no}:${Array.from({ length: 4 }, () => random.pick([...CHECK])).join('')}`
    const entry = entryOf(one, { id: month.entries.length + 1, no, token, receptionist_id: receptionist.id, receptionist: receptionist.name, station }, vault)
    made.set(one, entry)
    month.entries.push(entry)
    const scope: Scope = { actor: { id: receptionist.id, name: receptionist.name }, station }
    month.traces.push(...tracesOf(one, entry, scope))
    if (one.department) month.notices.push(noticeOf(one, entry, one.department))
    const from = one.from && made.get(one.from)
    if (from) month.links.push({ from, to: entry, at: entry.at, by: receptionist.name })
  }
  month.traces.sort((a, b) => a.at - b.at)
  return month
}

type Taken = Pick<DemoEntry, 'id' | 'no' | 'token' | 'receptionist_id' | 'receptionist' | 'station'>

function entryOf(one: Happening, taken: Taken, vault: Vault): DemoEntry {
  const key = vault.newKey()
  const { visitor, contact } = one
  const caller = one.kind === 'call' ? (visitor ?? contact) : visitor
  // At the desk a document is shown; who only called or is expected has shown none.
  const document = one.insideAt === null ? '' : (visitor?.documentNumber ?? '')
  const phone = caller?.phone ?? ''
  const asked = one.kind === 'visit' && one.state !== 'expected' && one.state !== 'no-show'
  return demoEntry({
    ...taken, kind: one.kind, at: one.at, day: one.day, state: one.state,
    person_id: visitor && one.state !== 'no-show' ? visitor.id : null, name: caller?.name ?? '', people: one.people, company: visitor?.company ?? '',
    data_key: key.wrapped, ...sealedPhone(vault, key, 'entry', phone) as Pick<DemoEntry, 'phone_enc' | 'phone_hash' | 'phone_masked'>, phone_tail: phoneTail(vault, phone),
    ...sealedDocument(vault, key, 'entry', visitor?.documentKind ?? null, document) as Pick<DemoEntry, 'document_kind' | 'document_enc' | 'document_hash' | 'document_masked'>,
    document_tail: documentTail(vault, document), document_source: document === '' ? null : 'card',
    tenant_id: contact?.tenant.id ?? null, unit_id: contact?.unit.id ?? null, room: contact?.unit.room ?? '', tenant_name: contact?.tenant.name ?? '',
    host_contact_id: contact?.id ?? null, host_name: one.kind === 'visit' ? hostOf(one) : '', host_extension: contact?.extension ?? '',
    host_department: one.kind === 'visit' ? one.department : null, purpose: one.purpose, category: one.category, matter: one.matter,
    answer: asked ? (one.state === 'asked' ? 'to-ask' : one.state === 'declined' ? 'declined' : 'agreed') : null, answer_note: one.answerNote,
    card_no: one.cardNo, expected_at: one.expectedAt, asked_at: asked ? one.at : null, answered_at: asked && one.state !== 'asked' ? one.at : null,
    inside_at: one.insideAt, left_at: one.leftAt, valid_until: one.validUntil,
    notified_department: one.department, notified_person: one.kind === 'visit' && !one.department && asked ? hostOf(one) : one.acknowledgedAt !== null && one.department ? staffOf(one.department).name : '',
    notified_at: asked || one.kind === 'call' ? one.at : null, acknowledged_at: one.acknowledgedAt, result: one.result,
    void_at: one.voidReason === null ? null : one.leftAt, void_reason: one.voidReason,
  })
}

function tracesOf(one: Happening, { id, no, state }: DemoEntry, desk: Scope): Trace[] {
  const trace = (at: number | null, action: string, detail: Record<string, unknown>, scope = desk): Trace[] =>
    at === null ? [] : [{ at, scope, line: { action, register: 'reception', recordId: id, detail } }]
  const changed = (field: string, from: string | null, to: string) => ({ changes: [{ field, from, to }] })
  const first = one.state === 'expected' || one.state === 'asked' || one.state === 'declined' || one.state === 'waiting' ? one.state : one.kind === 'call' ? 'waiting' : one.state === 'no-show' ? 'expected' : 'inside'
  const department = one.department && staffOf(one.department)
  return [
    ...trace(one.at, 'create', { no, state: first }),
    ...(department ? trace(one.acknowledgedAt, 'notice.acknowledge', { department: one.department, by: department.name }, { ...desk, actor: { id: department.id, name: department.name } }) : []),
    ...trace(one.leftAt, 'leave', changed('state', 'inside', 'left')),
    ...trace(one.resultAt, 'result', changed('result', null, one.result)),
    ...(state === 'no-show' ? trace(one.expectedAt, 'no-show', changed('state', 'expected', 'no-show')) : []),
    ...(one.voidReason === null ? [] : trace(one.leftAt, 'void', { reason: one.voidReason })),
  ]
}

const noticeOf = (one: Happening, entry: DemoEntry, department: Department): DemoNotice => ({
  department, text: noticeText(entry), recordId: entry.id, no: entry.no, createdAt: entry.at, createdBy: entry.receptionist,
  acknowledgedAt: one.acknowledgedAt, acknowledgedBy: one.acknowledgedAt === null ? null : staffOf(department).name,
})

