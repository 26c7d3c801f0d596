import type { RecordRef } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { PassKindSetting, passes, SavedPasses } from '../../../shared/contract/passes'
import type { DocumentKind } from '../../../shared/rules/id-number'
import { maskDocumentNumber } from '../../../shared/rules/mask'
import { type PassTerm, termOf } from '../../../shared/rules/pass-term'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { type OriginFacts, speakerFrom } from '../origins'
import { checkedPhone } from '../personal'
import { takeSignature } from '../signatures'
import { handOutAll } from './hand-out'
import { denyName } from '../denied'
import { foldName } from '../import/cells'
import { type CheckedHolder, checkHolders, refuseFindings } from './holders'
import { asks, kindOf } from './kinds'
import { agreedTerm, makePasses, type NewApplication, type NewPass } from './make'
import { takeMoney } from './money'
import { ownPapers, refuseMissingPapers } from './papers'
import { permitInForce, type PermitRecord } from './permits'
import type { ApplicationRecord, PassRecord } from './rows'
import { notifySecurity } from './slips'
import { loadPass } from './write'

type Input = ParsedInput<typeof passes.apply>

/**
 * 办证 (12.R1–R7): the list checked, numbers, passes, money with its receipts, security told, and handed out where the
 * receiver signs at once; all of it or nothing.
 * @throws UserError papers-missing, scan-missing, fit-out-permit-missing, what a holder is refused for, not-the-holder, end-before-start, in-the-past, term-too-long, invalid-input, invalid-phone,
 * tendered-too-little, tendered-not-cash, signature-missing, not-found
 */
export function applyFor(house: House, input: Input, call: Call): Promise<SavedPasses> {
  return house.store.write(call.scope, async (tx) => {
    const kind = await kindOf(tx, input.kind)
    const permit = input.kind === 'construction' || asks(kind, 'fit-out-permit') ? await permitInForce(tx, input.fitOutPermitId, input) : null
    const papers = ownPapers(input.papers)
    refuseMissingPapers(kind, papers)
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const asked = await askedFor(tx, house, { ...input, papers }, permit, facts)
    if (asked.company === '') throw new UserError('invalid-input', {}, 'company')
    const term = agreedTerm(termOf({ today: dayOf(tx.now), validFrom: input.validFrom, validUntil: input.validUntil, termDays: kind.termDays, permitUntil: permit?.valid_until ?? null }))
    const holders = await checkHolders(tx.query, house, kind, asked.company, input.holders, tx.now)
    refuseFindings(holders)
    await refuseUnlost(tx, input, asked.company, holders)

    const { application, passes: made } = await makePasses(tx, house, asked, input.holders.map((holder, i) => newPass(holder, holders[i]!, kind, term)))
    return settle(tx, house, application, made, { depositFen: kind.depositFen, feeFen: kind.feeFen }, { ...input, from: input.from && facts && { ...input.from, no: facts.no } })
  })
}

/** What is the same for new and renewed passes: money, hand-out, security, the link to what it started from. */
export async function settle(
  tx: Tx, house: House, application: ApplicationRecord, made: readonly PassRecord[], charge: Parameters<typeof takeMoney>[4], input: Pick<Input, 'payment' | 'tenderedFen' | 'payer' | 'receipts' | 'print' | 'signature'> & { from?: (RecordRef & { no: string }) | null },
): Promise<SavedPasses> {
  const money = await takeMoney(tx, house, application, made, charge, input)
  const signed = input.signature && (await takeSignature(tx, house.attachments, input.signature, { register: 'passes', id: application.id }, 'signature'))
  const now = signed ? await handOutAll(tx, house, made, signed) : made
  const notice = await notifySecurity(tx, house, application, application.renewal === 1 ? 'renewed' : 'issued', now, input.print)
  await tx.query('UPDATE pass_application SET notice_id = ? WHERE id = ?', [notice.noticeId, application.id])
  if (input.from) await house.origins.started(tx, input.from, { register: 'passes', id: application.id, no: application.no })
  return {
    applicationId: application.id, applicationNo: application.no, passes: now.map(({ id, no, holder, state, version }) => ({ id, no, holder, state, version })),
    receipts: money.receipts, totalFen: money.totalFen, changeFen: money.changeFen, printJobIds: [...money.printJobIds, ...notice.printJobIds],
  }
}

async function askedFor(tx: Tx, house: House, input: Input, permit: PermitRecord | null, facts: OriginFacts | null): Promise<NewApplication> {
  const typed = { name: input.applicant, phone: checkedPhone(input.phone), contactId: input.contactId, tenantId: input.tenantId ?? permit?.tenant_id ?? null, unitId: input.unitId ?? permit?.unit_id ?? null, place: input.place }
  const speaker = speakerFrom(typed, facts)
  const host = await resolveHost(tx, { ...speaker, department: null })
  const inUnit = speaker.place === '' || speaker.unitId !== null
  return {
    kind: input.kind, unitId: inUnit ? host.unitId : null, room: inUnit ? host.room : '', place: speaker.place, tenantId: host.tenantId, tenantName: host.tenantName, contactId: host.contactId,
    applicant: host.name, phone: speaker.phone || (await contactNumber(tx, house.store.vault, host.contactId)),
    company: input.company || permit?.contractor || host.tenantName || (facts?.company ?? ''), permitId: permit?.id ?? null, reason: input.reason, papers: input.papers, renewal: false,
  }
}

function newPass(holder: Input['holders'][number], checked: CheckedHolder, kind: PassKindSetting, term: PassTerm): NewPass {
  return {
    ...term, holder: holder.name, documentKind: checked.number === '' ? null : holder.documentKind, documentNumber: checked.number, photoId: holder.photoId, trade: holder.trade,
    specialCertificate: withoutNumber(holder.specialCertificate, holder.documentKind, checked.number), replacesId: holder.replaces, depositFen: kind.depositFen, feeFen: kind.feeFen,
  }
}

/** A special-operation certificate bears its holder's ID number: that stands encrypted in its own place only (P3). */
export const withoutNumber = (certificate: string, kind: DocumentKind, number: string): string => (number === '' ? certificate : certificate.toUpperCase().replaceAll(number, maskDocumentNumber(kind, number)))

/** What is replaced is a lost pass of the same kind, holder and company, by one pass (12.R10). @throws UserError not-found, wrong-state, invalid-input, not-the-holder {no}, duplicate-holder */
async function refuseUnlost(tx: Tx, input: Pick<Input, 'kind' | 'holders'>, company: string, checked: readonly CheckedHolder[]): Promise<void> {
  const replaced = new Set<number>()
  for (const [i, { name, replaces }] of input.holders.entries()) {
    if (replaces === null) continue
    const pass = await loadPass(tx, replaces)
    if (pass.state !== 'lost') throw new UserError('wrong-state', { no: pass.no, state: pass.state }, 'replaces')
    if (pass.kind !== input.kind) throw new UserError('invalid-input', {}, 'replaces')
    const same = pass.document_hash ? checked[i]!.hash?.equals(pass.document_hash) === true : denyName(name) === denyName(pass.holder)
    if (!same || foldName(company) !== foldName(pass.company)) throw new UserError('not-the-holder', { no: pass.no }, `holders.${i}`)
    if (replaced.has(replaces)) throw new UserError('duplicate-holder', { name }, `holders.${i}`)
    replaced.add(replaces)
  }
}
