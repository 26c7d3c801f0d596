import { UserError } from '../../../shared/contract/errors'
import type { reception } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { DataKey } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import { checkedExpectedAt, checkedValidUntil } from './admission'
import { givenCard, NO_CARD } from './cards'
import { changesOf } from './changes'
import { type Denial, findDenial } from '../denied'
import { identityOf, refuseDenied } from './deny'
import type { Desk } from './desk'
import { change, type Change, sealedReason } from '../history'
import { resolveHost } from '../host'
import { checkedDocument, checkedPhone, unsealed } from '../personal'
import { correctPerson } from './persons'
import type { EntryRecord } from './rows'
import { notify } from './slips'
import { type EntryValues, keyOf, loadEntry, sealedNumbers, updateEntry } from './write'

type Input = ParsedInput<typeof reception.correct>
type Changes = Input['changes']

/**
 * Corrects an entry; what stood there before stays in its history, with the reason.
 * @throws UserError stale when somebody else changed it meanwhile, already-void, wrong-state, caller-required, denied-visitor
 */
export function correct(desk: Desk, input: Input, call: Call): Promise<void> {
  const { house } = desk
  return house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    if (entry.state === 'void') throw new UserError('already-void', { no: entry.no })
    if (entry.version !== input.version) throw new UserError('stale', { no: entry.no })
    refuseMisplaced(entry, input.changes)
    const key = keyOf(house.store.vault, entry)
    const numbers = numberChanges(desk, key, entry, input.changes, tx.now)
    const values: EntryValues = {
      ...plainValues(entry, input.changes), ...stayValues(desk, entry, input.changes, tx.now), ...(await hostValues(tx, entry, input.changes)), ...noticeValues(entry, input.changes, tx.now), ...resultValues(entry, input.changes), ...numbers.values,
    }
    const changes = [...changesOf(key, entry, values), ...numbers.changes]
    if (changes.length === 0) return
    const denial = await newDenial(tx, entry, values)
    refuseDenied(denial, call, input.reason)
    const next = await updateEntry(tx, entry, { ...values, data_key: key.wrapped })
    await tx.audit({ action: 'correct', register: 'reception', recordId: entry.id, detail: { reason: sealedReason(key, input.reason), changes, ...(denial ? { denial: denial.id } : {}) } })
    if (values.notified_at !== undefined) {
      await house.notices.close(tx, 'reception', entry.id)
      await notify(tx, house, next, { department: next.notified_department!, person: next.notified_person }, true)
    }
    if (changes.some(({ field }) => ['name', 'company', 'phone', 'documentNumber'].includes(field))) await correctPerson(tx, desk, entry, next)
  })
}

const ofPerson = ['name', 'phone', 'documentKind', 'documentNumber', 'companions'] as const
const ofVisit = ['companions', 'cardNo', 'validUntil', 'documentSeen', 'leftAt', 'expectedAt'] as const

/** Who was erased is not written anew, and neither kind of entry takes what is of the other. @throws UserError wrong-state, invalid-input */
function refuseMisplaced(entry: EntryRecord, to: Changes): void {
  if (entry.erased_at !== null && ofPerson.some((field) => to[field] !== undefined)) throw new UserError('wrong-state', { state: entry.state })
  const misplaced = entry.kind === 'visit' ? (['notify'] as const).find((field) => to[field]) : ofVisit.find((field) => to[field] !== undefined)
  if (misplaced) throw new UserError('invalid-input', {}, misplaced)
  // What a call was about is always said, and a closed one has its result (16.C1).
  if (entry.kind === 'call' && to.matter === '' && entry.matter !== '') throw new UserError('invalid-input', {}, 'matter')
  if (entry.state === 'closed' && to.result === '' && entry.result !== '') throw new UserError('invalid-input', {}, 'result')
}

function plainValues(entry: EntryRecord, to: Changes): EntryValues {
  const { name, company, people, matter, purpose, category, result, documentSeen } = to
  const companions = to.companions?.filter(Boolean)
  const given: EntryValues = {
    name, company, matter, purpose, category, result, people: companions ? Math.max(people ?? entry.people, companions.length + 1) : people,
    companions: companions && JSON.stringify(companions), document_seen: documentSeen === undefined ? undefined : Number(documentSeen),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Card, validity, leaving time and the time of an appointment. @throws UserError unknown-card, in-the-past, wrong-state, not-inside, end-before-start */
function stayValues(desk: Desk, entry: EntryRecord, { cardNo, validUntil, leftAt, expectedAt }: Changes, now: number): EntryValues {
  const values: EntryValues = {}
  const here = entry.state === 'inside' || entry.state === 'asked'
  if (cardNo !== undefined) {
    if (!here && entry.state !== 'left') throw new UserError('wrong-state', { state: entry.state }, 'cardNo')
    values.card_no = cardNo === '' || cardNo === NO_CARD ? '' : givenCard(desk.house.settings.current, cardNo)
  }
  if (validUntil !== undefined && validUntil !== entry.valid_until) {
    if (!here) throw new UserError('wrong-state', { state: entry.state }, 'validUntil')
    values.valid_until = checkedValidUntil(desk.house, validUntil, now)
  }
  if (leftAt !== undefined && leftAt !== entry.left_at) {
    if (entry.state !== 'left') throw new UserError('not-inside', { no: entry.no, state: entry.state }, 'leftAt')
    if (leftAt > now) throw new UserError('invalid-input', {}, 'leftAt')
    if (leftAt < entry.inside_at!) throw new UserError('end-before-start', {}, 'leftAt')
    values.left_at = leftAt
  }
  if (expectedAt !== undefined && expectedAt !== entry.expected_at) {
    if (entry.state !== 'expected') throw new UserError('wrong-state', { state: entry.state }, 'expectedAt')
    values.expected_at = checkedExpectedAt(expectedAt, now)
    values.day = dayOf(expectedAt)
  }
  return values
}

/** Another department or person: told anew, and waited for anew unless the call is closed. */
function noticeValues(entry: EntryRecord, { notify: to }: Changes, now: number): EntryValues {
  if (!to || (to.department === entry.notified_department && to.person === entry.notified_person)) return {}
  return { notified_department: to.department, notified_person: to.person, notified_at: now, acknowledged_at: null, ...(entry.state === 'notified' ? { state: 'waiting' } : {}) }
}

/** A call's first result closes it, wherever it is written: it no longer waits for one. */
const resultValues = (entry: EntryRecord, { result }: Changes): EntryValues => (entry.kind === 'call' && entry.result === '' && result ? { state: 'closed' } : {})

/** Phone and document; an empty one takes the number away. @throws UserError invalid-phone, invalid-document-number, caller-required */
function numberChanges(desk: Desk, key: DataKey, entry: EntryRecord, to: Changes, now: number): { values: EntryValues; changes: Change[] } {
  const { vault } = desk.house.store
  const before = {
    phone: unsealed(vault, entry.data_key, entry.phone_enc, 'entry.phone_enc'),
    documentKind: entry.document_kind, documentNumber: unsealed(vault, entry.data_key, entry.document_enc, 'entry.document_enc'),
  }
  const after = { ...before }
  if (to.phone !== undefined) after.phone = checkedPhone(to.phone)
  if (to.documentNumber !== undefined || to.documentKind !== undefined) {
    Object.assign(after, checkedDocument(to.documentKind ?? before.documentKind, to.documentNumber ?? before.documentNumber, now))
  }
  const phoneChanged = after.phone !== before.phone
  const documentChanged = after.documentNumber !== before.documentNumber || after.documentKind !== before.documentKind
  const gone = documentChanged && after.documentNumber === ''
  if (entry.kind === 'call' && phoneChanged && after.phone === '' && (to.name ?? entry.name) === '') throw new UserError('caller-required', {}, 'phone')
  return {
    values: phoneChanged || documentChanged ? { ...sealedNumbers(vault, key, after), ...(gone ? { document_source: null, document_seen: 0 } : {}) } : {},
    changes: [
      ...(phoneChanged ? [change(key, 'phone', before.phone, after.phone)] : []),
      ...(documentChanged ? [change(key, 'documentNumber', before.documentNumber, after.documentNumber, { from: before.documentKind, to: after.documentKind })] : []),
    ],
  }
}

async function hostValues(tx: Tx, entry: EntryRecord, to: Changes): Promise<EntryValues> {
  if (to.hostContactId === undefined && to.hostName === undefined && to.tenantId === undefined && to.unitId === undefined) return {}
  const contactId = to.hostContactId === undefined ? entry.host_contact_id : to.hostContactId
  const newContact = contactId !== null && contactId !== entry.host_contact_id
  const kept = <T>(given: T | undefined, stood: T): T | null => given ?? (newContact ? null : stood)
  const host = await resolveHost(tx, {
    contactId, name: to.hostName ?? (newContact ? '' : entry.host_name), department: newContact ? null : entry.host_department,
    tenantId: kept(to.tenantId, entry.tenant_id), unitId: kept(to.unitId, entry.unit_id),
  })
  if (entry.kind === 'visit' && host.name === '') throw new UserError('host-required', {}, 'hostName')
  return {
    host_contact_id: host.contactId, host_extension: host.extension, host_department: host.department, tenant_id: host.tenantId, unit_id: host.unitId,
    host_name: entry.kind === 'visit' ? host.name : entry.host_name, tenant_name: host.tenantName, room: host.room,
  }
}

/** A denial that the corrected name or number of somebody who is here, or will be, brings to light. */
async function newDenial(tx: Tx, entry: EntryRecord, values: EntryValues): Promise<Denial | null> {
  if (!['expected', 'asked', 'inside'].includes(entry.state)) return null
  if (!(['name', 'companions', 'phone_hash', 'document_hash'] as const).some((column) => column in values)) return null
  const before = await findDenial(tx.query, identityOf(entry))
  const after = await findDenial(tx.query, identityOf({ ...entry, ...values } as EntryRecord))
  return after && after.id !== before?.id ? after : null
}
