import { UserError } from '../../../shared/contract/errors'
import type { reception } from '../../../shared/contract/reception'
import type { Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { change, type Change, sealedReason } from './history'
import { resolveHost } from './host'
import { checkedDocument, checkedPhone, unsealed } from './personal'
import { findPerson, type PersonRecord, upsertPerson } from './persons'
import type { EntryRecord } from './rows'
import { type EntryValues, keyOf, loadEntry, sealedNumbers, updateEntry } from './write'

type Input = ParsedInput<typeof reception.correct>

/**
 * Corrects an entry; what stood there before stays in its history, with the reason.
 * @throws UserError stale when somebody else changed it meanwhile, already-void
 */
export function correct(desk: Desk, input: Input, call: Call): Promise<void> {
  const { vault } = desk.house.store
  return desk.house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    if (entry.state === 'void') throw new UserError('already-void', { no: entry.no })
    if (entry.version !== input.version) throw new UserError('stale', { no: entry.no })
    refusePersonOfErased(entry, input.changes)
    const key = keyOf(vault, entry)
    const values: EntryValues = { data_key: key.wrapped }
    const changes: Change[] = []
    plainChanges(entry, input.changes, key, values, changes)
    timeChange(entry, input.changes, tx.now, values, changes)
    numberChanges(vault, key, entry, input.changes, tx.now, values, changes)
    await hostChanges(tx, entry, input.changes, key, values, changes)
    if (changes.length === 0) return
    await updateEntry(tx, entry, values)
    await tx.audit({ action: 'correct', register: 'reception', recordId: entry.id, detail: { reason: sealedReason(key, input.reason), changes } })
    if (changes.some(({ field }) => ['name', 'company', 'phone', 'documentNumber'].includes(field))) await correctPerson(tx, desk, { ...entry, ...values } as EntryRecord)
  })
}

const plain = { name: 'name', company: 'company', people: 'people', matter: 'matter', purpose: 'purpose', category: 'category', result: 'result' } as const

const ofPerson = ['name', 'phone', 'documentKind', 'documentNumber'] as const

/** Who was erased is not written anew. @throws UserError wrong-state */
function refusePersonOfErased(entry: EntryRecord, to: Input['changes']): void {
  if (entry.erased_at !== null && ofPerson.some((field) => to[field] !== undefined)) throw new UserError('wrong-state', { state: entry.state })
}

function plainChanges(entry: EntryRecord, to: Input['changes'], key: DataKey, values: EntryValues, changes: Change[]): void {
  for (const field of Object.keys(plain) as (keyof typeof plain)[]) {
    const value = to[field]
    if (value === undefined || value === entry[plain[field]]) continue
    values[plain[field]] = value
    changes.push(change(key, field, entry[plain[field]], value))
  }
}

function timeChange(entry: EntryRecord, { leftAt }: Input['changes'], now: number, values: EntryValues, changes: Change[]): void {
  if (leftAt === undefined || leftAt === entry.left_at) return
  if (entry.state !== 'left') throw new UserError('not-inside', { no: entry.no, state: entry.state }, 'leftAt')
  if (leftAt > now) throw new UserError('invalid-input', {}, 'leftAt')
  if (leftAt < entry.inside_at!) throw new UserError('end-before-start', {}, 'leftAt')
  values.left_at = leftAt
  changes.push(change(null, 'leftAt', entry.left_at, leftAt))
}

function numberChanges(vault: Vault, key: DataKey, entry: EntryRecord, to: Input['changes'], now: number, values: EntryValues, changes: Change[]): void {
  const before = {
    phone: unsealed(vault, entry.data_key, entry.phone_enc, 'entry.phone_enc'),
    documentKind: entry.document_kind, documentNumber: unsealed(vault, entry.data_key, entry.document_enc, 'entry.document_enc'),
  }
  const after = { ...before }
  if (to.phone !== undefined) after.phone = checkedPhone(to.phone)
  if (to.documentNumber !== undefined || to.documentKind !== undefined) {
    Object.assign(after, checkedDocument(to.documentKind ?? before.documentKind, to.documentNumber ?? before.documentNumber, now))
  }
  if (after.phone !== before.phone) changes.push(change(key, 'phone', before.phone, after.phone))
  const documentChanged = after.documentNumber !== before.documentNumber || after.documentKind !== before.documentKind
  if (documentChanged) changes.push(change(key, 'documentNumber', before.documentNumber, after.documentNumber, { from: before.documentKind, to: after.documentKind }))
  if (after.phone !== before.phone || documentChanged) Object.assign(values, sealedNumbers(vault, key, after))
}

async function hostChanges(tx: Tx, entry: EntryRecord, to: Input['changes'], key: DataKey, values: EntryValues, changes: Change[]): Promise<void> {
  if (to.hostContactId === undefined && to.hostName === undefined && to.tenantId === undefined && to.unitId === undefined) return
  const contactId = to.hostContactId === undefined ? entry.host_contact_id : to.hostContactId
  const newContact = contactId !== null && contactId !== entry.host_contact_id
  const kept = <T>(given: T | undefined, stood: T): T | null => given ?? (newContact ? null : stood)
  const host = await resolveHost(tx, {
    contactId, name: to.hostName ?? (newContact ? '' : entry.host_name), department: newContact ? null : entry.host_department,
    tenantId: kept(to.tenantId, entry.tenant_id), unitId: kept(to.unitId, entry.unit_id),
  })
  if (entry.kind === 'visit' && host.name === '') throw new UserError('host-required', {}, 'hostName')
  const columns: [field: string, column: keyof EntryValues, from: string | number | null, to: string | number | null][] = [
    ['hostName', 'host_name', entry.host_name, entry.kind === 'visit' ? host.name : entry.host_name],
    ['tenantName', 'tenant_name', entry.tenant_name, host.tenantName], ['room', 'room', entry.room, host.room],
  ]
  Object.assign(values, { host_contact_id: host.contactId, host_extension: host.extension, host_department: host.department, tenant_id: host.tenantId, unit_id: host.unitId })
  for (const [field, column, before, after] of columns) {
    if (before === after) continue
    values[column] = after
    changes.push(change(key, field, before, after))
  }
}

/** A wrong name or number must not be offered again. */
async function correctPerson(tx: Tx, desk: Desk, entry: EntryRecord): Promise<void> {
  if (entry.person_id === null || entry.name === '') return
  const { vault } = desk.house.store
  const visitor = {
    name: entry.name, company: entry.company, phone: unsealed(vault, entry.data_key, entry.phone_enc, 'entry.phone_enc'),
    documentKind: entry.document_kind, documentNumber: unsealed(vault, entry.data_key, entry.document_enc, 'entry.document_enc'),
  }
  const known = (await findPerson(tx, vault, entry.person_id, visitor)) ?? (await tx.query<PersonRecord>('SELECT * FROM person WHERE id = ?', [entry.person_id]))[0] ?? null
  const personId = await upsertPerson(tx, desk, known, visitor, { visits: 0, hostName: entry.kind === 'visit' ? entry.host_name : '', hostContactId: entry.host_contact_id, purpose: entry.purpose })
  if (personId !== entry.person_id) await tx.query('UPDATE entry SET person_id = ? WHERE id = ?', [personId, entry.id])
}
