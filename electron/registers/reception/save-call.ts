import { UserError } from '../../../shared/contract/errors'
import type { reception, SavedEntry } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { resolveHost } from '../host'
import { checkedPhone } from '../personal'
import { completed, findPerson, upsertPerson, type Visitor } from './persons'
import { notify } from './slips'
import { insertEntry, sealedNumbers } from './write'

/** A call (16.R1): entered, and the department concerned notified at once; waiting until it acknowledges. */
export function saveCall(desk: Desk, input: ParsedInput<typeof reception.saveCall>, call: Call): Promise<SavedEntry> {
  const { house } = desk
  const { vault } = house.store
  return house.store.write(call.scope, async (tx) => {
    const at = input.at ?? tx.now
    if (at > tx.now) throw new UserError('invalid-input', {}, 'at')
    const contact = await resolveHost(tx, { contactId: input.contactId, name: '', department: null, tenantId: input.tenantId, unitId: input.unitId })
    const typed: Visitor = { name: input.name || contact.name, company: input.company, phone: checkedPhone(input.phone), documentKind: null, documentNumber: '' }
    const isContact = contact.contactId !== null
    const known = isContact ? null : await findPerson(tx, vault, input.personId, typed)
    const visitor = known && known.id === input.personId ? { ...typed, phone: completed(vault, typed, known).phone } : typed
    if (visitor.name === '' && visitor.phone === '') throw new UserError('caller-required', {}, 'phone')

    // A contact is known from the directory; somebody without name or number can't be recognised again.
    const personId = isContact || visitor.name === '' || visitor.phone === '' ? null : await upsertPerson(tx, desk, known, visitor, { visits: 0, hostName: '', hostContactId: null, purpose: null })
    const key = vault.newKey()
    const no = await tx.number('reception')
    const state = input.result === '' ? ('waiting' as const) : ('closed' as const)
    const values = {
      no, kind: 'call' as const, at, day: dayOf(at), state, receptionist_id: caller(call).staffId, receptionist: tx.scope.actor.name, station: tx.scope.station,
      person_id: personId, name: visitor.name, people: 1, company: visitor.company, data_key: key.wrapped, ...sealedNumbers(vault, key, visitor),
      tenant_id: contact.tenantId, unit_id: contact.unitId, room: contact.room, tenant_name: contact.tenantName,
      host_contact_id: contact.contactId, host_name: '', host_extension: contact.extension,
      purpose: null, category: input.category, matter: input.matter, card_no: '', token: '', valid_until: null,
      notified_department: input.notify.department, notified_person: input.notify.person, notified_at: tx.now, result: input.result,
    }
    const id = await insertEntry(tx, values)
    await tx.audit({ action: 'create', register: 'reception', recordId: id, detail: { no, state } })
    const printJobIds = await notify(tx, house, { ...values, id }, input.notify, input.print)
    return { id, no, state, printJobIds, token: '' }
  })
}
