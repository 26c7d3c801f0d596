import { UserError } from '../../../shared/contract/errors'
import type { Paper } from '../../../shared/contract/passes'
import type { DocumentKind } from '../../../shared/rules/id-number'
import type { PassKind } from '../../../shared/rules/pass'
import type { PassTerm, TermFault } from '../../../shared/rules/pass-term'
import { dayOf, parseDay } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { documentTail, phoneTail, sealedDocument, sealedPhone } from '../personal'
import { newToken } from '../token'
import { attachScans } from './papers'
import type { ApplicationRecord, PassRecord } from './rows'
import { insertApplication, insertPass, nextId } from './write'

/** What an application says; names and ids looked up, the phone number normalised. */
export interface NewApplication {
  kind: PassKind; unitId: number | null; room: string; place: string; tenantId: number | null; tenantName: string; contactId: number | null; applicant: string; phone: string
  company: string; permitId: number | null; reason: string; papers: readonly Paper[]; renewal: boolean
}

/** One pass of it. `depositFen` is what will be held for it: taken now, or gone over from the one it renews. */
export interface NewPass extends PassTerm {
  holder: string; documentKind: DocumentKind | null; documentNumber: string; photoId: number | null; trade: string; specialCertificate: string; replacesId: number | null; depositFen: number; feeFen: number
}

/** @throws UserError end-before-start, in-the-past, term-too-long {until}; invalid-input of a day the calendar has not */
export function agreedTerm(term: PassTerm | TermFault): PassTerm {
  if ('fault' in term) throw new UserError(term.fault, { until: term.until }, 'validUntil')
  for (const field of ['validFrom', 'validUntil'] as const) if (parseDay(term[field]) === undefined) throw new UserError('invalid-input', {}, field)
  return term
}

/** Application and passes with their numbers, pictures tied to them; nobody has them yet. */
export async function makePasses(tx: Tx, house: House, asked: NewApplication, list: readonly NewPass[]): Promise<{ application: ApplicationRecord; passes: PassRecord[] }> {
  const { vault } = house.store
  const no = await tx.number('pass-applications')
  const key = vault.newKey()
  const application = await insertApplication(tx, {
    id: await nextId(tx), no, at: tx.now, day: dayOf(tx.now), state: 'open', station: tx.scope.station, unit_id: asked.unitId, room: asked.room, place: asked.place, tenant_id: asked.tenantId, tenant_name: asked.tenantName,
    contact_id: asked.contactId, applicant: asked.applicant, data_key: key.wrapped, ...sealedPhone(vault, key, 'pass_application', asked.phone), phone_tail: phoneTail(vault, asked.phone),
    kind: asked.kind, company: asked.company, fit_out_permit_id: asked.permitId, reason: asked.reason, papers: JSON.stringify(asked.papers), by_id: tx.scope.actor.id, by: tx.scope.actor.name, renewal: Number(asked.renewal),
  })
  const passes: PassRecord[] = []
  for (const pass of list) passes.push(await makePass(tx, house, application, pass))
  await attachScans(tx, house, asked.papers, application.id)
  return { application, passes }
}

async function makePass(tx: Tx, house: House, application: ApplicationRecord, of: NewPass): Promise<PassRecord> {
  const { vault } = house.store
  const no = await tx.number(application.kind)
  const key = vault.newKey()
  const pass = await insertPass(tx, {
    id: await nextId(tx), no, at: tx.now, day: dayOf(tx.now), state: 'ready', station: tx.scope.station, kind: application.kind, application_id: application.id, token: newToken(no), holder: of.holder,
    data_key: key.wrapped, ...sealedDocument(vault, key, 'pass', of.documentKind, of.documentNumber), document_tail: documentTail(vault, of.documentNumber), photo_id: of.photoId,
    tenant_id: application.tenant_id, company: application.company, unit_id: application.unit_id, room: application.room, trade: of.trade, special_certificate: of.specialCertificate,
    valid_from: of.validFrom, valid_until: of.validUntil, fee_fen: of.feeFen, deposit_fen: of.depositFen, replaces_id: of.replacesId,
  })
  if (of.photoId !== null) await house.attachments.attach(tx, of.photoId, 'photo', 'passes', pass.id)
  await house.steps.add(tx, { register: 'passes', recordId: pass.id, action: 'create', from: '', to: 'ready', detail: { no, application: application.no } })
  return pass
}
