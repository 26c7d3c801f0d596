import type { Department } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { reception, SavedEntry } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import { actionOfAnswer, nextState } from '../../../shared/rules/visit'
import type { Tx } from '../../store/types'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import { cardFor, checkedValidUntil } from './admission'
import { findDenial } from '../denied'
import { refuseDenied } from './deny'
import type { Desk } from './desk'
import { changesOnArrival } from './changes'
import { type Host, resolveHost } from '../host'
import { checkedDocument, checkedPhone, documentHash, phoneHash } from '../personal'
import { newToken } from '../token'
import { completed, findPerson, upsertPerson, type Visitor } from './persons'
import { notify, queueVisitorSlip } from './slips'
import { insertEntry, loadEntry, sealedNumbers, updateEntry } from './write'

type Input = ParsedInput<typeof reception.saveVisit>

/**
 * A visitor at the desk (16.R4): checked, numbered, host or department notified, slip and card given: all in one
 * transaction, or nothing. Somebody who was expected keeps the number of that entry.
 */
export function saveVisit(desk: Desk, input: Input, call: Call): Promise<SavedEntry> {
  const { house } = desk
  const { vault } = house.store
  return house.store.write(call.scope, async (tx) => {
    const typed: Visitor = { name: input.name, company: input.company, phone: checkedPhone(input.phone), ...checkedDocument(input.documentKind, input.documentNumber, tx.now) }
    const expected = input.expectedEntryId === null ? null : await loadEntry(tx, input.expectedEntryId)
    // Only an appointment is carried on; whoever waits for an answer is answered, not written over.
    if (expected && expected.state !== 'expected') throw new UserError(expected.state === 'void' ? 'already-void' : 'wrong-state', { state: expected.state })
    const personId = input.personId ?? expected?.person_id ?? null
    const known = await findPerson(tx, vault, personId, typed)
    const visitor = known && known.id === personId ? completed(vault, typed, known) : typed
    const host = await resolveHost(tx, { contactId: input.hostContactId, name: input.hostName, department: input.hostDepartment, tenantId: input.tenantId, unitId: input.unitId })
    if (host.name === '') throw new UserError('host-required', {}, 'hostName')

    const action = actionOfAnswer[input.answer]
    const state = nextState('visit', 'expected', action)!
    const companions = input.companions.filter(Boolean)
    const denial = await findDenial(tx.query, {
      name: visitor.name, companions, phoneHash: visitor.phone ? phoneHash(vault, visitor.phone) : null, documentHash: visitor.documentNumber ? documentHash(vault, visitor.documentNumber) : null,
    })
    if (action !== 'decline') refuseDenied(denial, call, input.answerNote)

    const personKnown = await upsertPerson(tx, desk, known, visitor, { visits: action === 'decline' ? 0 : 1, hostName: host.name, hostContactId: host.contactId, purpose: input.purpose })
    const key = expected?.data_key ? vault.openKey(expected.data_key) : vault.newKey()
    const told = toldOf(input, host)
    // A tenant's host is told by telephone, and the answer is the proof of it; one still to be asked was not told yet.
    const toldAt = told.department !== null || action !== 'ask' ? tx.now : null
    const source = visitor.documentNumber === '' ? null : typed.documentNumber === '' ? 'known' : input.documentSource
    const no = expected?.no ?? (await tx.number('reception'))
    const values = {
      no, kind: 'visit' as const, at: tx.now, day: dayOf(tx.now), state, receptionist_id: caller(call).staffId, receptionist: tx.scope.actor.name, station: tx.scope.station,
      person_id: personKnown, name: visitor.name, people: Math.max(input.people, companions.length + 1), companions: JSON.stringify(companions), company: visitor.company,
      data_key: key.wrapped, ...sealedNumbers(vault, key, visitor), document_source: source, document_seen: (input.documentSeen ?? (source !== null && source !== 'known')) ? (1 as const) : (0 as const),
      tenant_id: host.tenantId, unit_id: host.unitId, room: host.room, tenant_name: host.tenantName,
      host_contact_id: host.contactId, host_name: host.name, host_extension: host.extension, host_department: host.department,
      purpose: input.purpose, matter: input.matter, answer: input.answer, answer_note: input.answerNote,
      card_no: action === 'decline' || (action === 'ask' && input.cardNo === '') ? '' : await cardFor(tx, house, input.cardNo),
      token: expected?.token ?? newToken(no), photo_id: input.photoId,
      asked_at: tx.now, answered_at: action === 'ask' ? null : tx.now, inside_at: action === 'admit' ? tx.now : null,
      valid_until: action === 'decline' ? null : checkedValidUntil(house, input.validUntil, tx.now),
      notified_department: told.department, notified_person: toldAt === null ? '' : told.person, notified_at: toldAt, acknowledged_at: told.department === null ? toldAt : null,
    }
    const id = expected ? (await updateEntry(tx, expected, values)).id : await insertEntry(tx, values)
    const changes = expected ? changesOnArrival(vault, key, expected, values, visitor.phone) : []
    await tx.audit({ action: expected ? 'arrive' : 'create', register: 'reception', recordId: id, detail: { no, state, ...(changes.length > 0 ? { changes } : {}), ...(denial && action !== 'decline' ? { denial: denial.id } : {}) } })
    await countVisit(tx, desk, host.contactId)
    if (input.photoId !== null) await house.attachments.attach(tx, input.photoId, 'photo', 'reception', id)

    const entry = { ...values, id }
    const printJobIds = told.department ? await notify(tx, house, entry, { department: told.department, person: told.person }, input.print) : []
    if (state === 'inside' && input.print) printJobIds.push(...(await queueVisitorSlip(tx, house, entry)))
    return { id, no, state, printJobIds, token: values.token }
  })
}

/** Who is told: the department that is visited or that the desk names, with a notice; a tenant's host by telephone. */
function toldOf(input: Input, host: Host): { department: Department | null; person: string } {
  if (input.notify) return input.notify
  if (host.department) return { department: host.department, person: input.hostName }
  return { department: null, person: host.name }
}

/** The contacts visited most are offered first. */
async function countVisit(tx: Tx, desk: Desk, contactId: number | null): Promise<void> {
  if (contactId === null) return
  await tx.query('UPDATE contact SET visits = visits + 1 WHERE id = ?', [contactId])
  tx.afterCommit(() => { void desk.people.visited(contactId) })
}
