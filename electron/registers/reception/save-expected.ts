import { UserError } from '../../../shared/contract/errors'
import type { reception, SavedEntry } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import { checkedExpectedAt } from './admission'
import type { Desk } from './desk'
import { resolveHost } from '../host'
import { checkedPhone } from '../personal'
import { newToken } from '../token'
import { completed, findPerson, upsertPerson, type Visitor } from './persons'
import { insertEntry, loadEntry, sealedNumbers } from './write'

type Expected = ParsedInput<typeof reception.saveExpected>

/** An appointment 预约 (16.R4): somebody who will come; with `fromEntryId`, it is linked to the call it came from (16.R3). */
export const saveExpected = (desk: Desk, input: Expected, call: Call): Promise<SavedEntry> =>
  desk.house.store.write(call.scope, (tx) => writeExpected(tx, desk, input, call))

/** @throws UserError invalid-phone, in-the-past, not-found, host-required */
export async function writeExpected(tx: Tx, desk: Desk, input: Expected, call: Call): Promise<SavedEntry> {
  const { house } = desk
  const { vault } = house.store
  const typed: Visitor = { name: input.name, company: input.company, phone: checkedPhone(input.phone), documentKind: null, documentNumber: '' }
  const expectedAt = checkedExpectedAt(input.expectedAt, tx.now)
  const from = input.fromEntryId === null ? null : await loadEntry(tx, input.fromEntryId)
  const known = await findPerson(tx, vault, input.personId, typed)
  // Only the phone is taken over: a document is checked when the visitor stands at the desk.
  const visitor = known && known.id === input.personId ? { ...typed, phone: completed(vault, typed, known).phone } : typed
  const host = await resolveHost(tx, { contactId: input.hostContactId, name: input.hostName, department: input.hostDepartment, tenantId: input.tenantId, unitId: input.unitId })
  if (host.name === '') throw new UserError('host-required', {}, 'hostName')

  const personId = await upsertPerson(tx, desk, known, visitor, { visits: 0, hostName: host.name, hostContactId: host.contactId, purpose: input.purpose })
  const key = vault.newKey()
  const no = await tx.number('reception')
  const token = newToken(no)
  const id = await insertEntry(tx, {
    no, kind: 'visit', at: tx.now, day: dayOf(expectedAt), state: 'expected', receptionist_id: caller(call).staffId, receptionist: tx.scope.actor.name, station: tx.scope.station,
    person_id: personId, name: visitor.name, people: input.people, company: visitor.company, data_key: key.wrapped, ...sealedNumbers(vault, key, visitor),
    tenant_id: host.tenantId, unit_id: host.unitId, room: host.room, tenant_name: host.tenantName,
    host_contact_id: host.contactId, host_name: host.name, host_extension: host.extension, host_department: host.department,
    purpose: input.purpose, matter: input.matter, expected_at: expectedAt, token,
  })
  await tx.audit({ action: 'create', register: 'reception', recordId: id, detail: { no, state: 'expected' } })
  if (from) await house.links.create(tx, { register: 'reception', id: from.id, no: from.no }, { register: 'reception', id, no })
  return { id, no, state: 'expected', printJobIds: [], token }
}
