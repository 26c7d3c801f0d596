import { UserError } from '../../../shared/contract/errors'
import type { Paper, passes } from '../../../shared/contract/passes'
import { openPassStates } from '../../../shared/rules/pass'
import { termOf } from '../../../shared/rules/pass-term'
import { dayOf } from '../../../shared/rules/time'
import type { Sql, Tx } from '../../store/types'
import type { DataKey } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import { change, type Change } from '../history'
import type { House } from '../house'
import { documentTail, sealedDocument, unsealed } from '../personal'
import { withoutNumber } from './apply'
import { checkHolders, refuseFindings } from './holders'
import { kindOf } from './kinds'
import { agreedTerm } from './make'
import { attachScans, ownPapers, refuseMissingPapers } from './papers'
import { type ApplicationRecord, papersOf, type PassRecord } from './rows'
import { keyOf, loadApplication, loadPass, type PassValues, seenPass, subjectOf, updateApplication, updatePass } from './write'

type Input = ParsedInput<typeof passes.correct>

/** The columns whose former values the history keeps, by the names the page words them with. */
const kept = { name: 'holder', photoId: 'photo_id', trade: 'trade', specialCertificate: 'special_certificate', validUntil: 'valid_until' } as const satisfies Record<string, keyof PassRecord>

/** Who has a pass for longer has it for nothing, and who has another number may be another person. */
const isSupervisors = (pass: Pick<PassRecord, 'state' | 'valid_until'>, { validUntil, documentNumber }: Input['changes']): boolean =>
  documentNumber !== undefined || (pass.state === 'issued' && validUntil !== undefined && validUntil > pass.valid_until)

/**
 * 更正 of a pass that is at the desk or with its holder; what stood there before stays in the history, with the reason.
 * A longer time for a pass that is out (12.R9), or another number (P1), only with a supervisor's approval.
 * @throws UserError already-void, wrong-state, order-taken, stale, approval-needed, term-too-long, end-before-start, in-the-past, papers-missing, not-found (no such picture), what a holder is refused for
 */
export async function correctPass(house: House, input: Input, call: Call): Promise<void> {
  const query = <T>(sql: string, parameters?: Sql[]): Promise<T[]> => house.store.read(sql, parameters)
  // Asked before the transaction: checking a PIN is slow on purpose.
  const approver = isSupervisors(await loadPass({ query }, input.id), input.changes) ? await house.approvals.approve(input.approval, call, 'passes.check') : null
  return house.store.write(call.scope, async (tx) => {
    const pass = await seenPass(tx, input, 'correct')
    if (!openPassStates.includes(pass.state)) throw new UserError('wrong-state', { no: pass.no, state: pass.state })
    if (!approver && isSupervisors(pass, input.changes)) throw new UserError('approval-needed', {}, 'approval')
    const application = await loadApplication(tx, pass.application_id)
    const key = keyOf(house.store.vault, pass)
    const number = unsealed(house.store.vault, pass.data_key, pass.document_enc, 'pass.document_enc')
    const values = await valuesOf(tx, house, pass, application, input.changes, key, number)
    const changes: Change[] = Object.entries(kept).flatMap(([field, column]) => {
      const [from, to] = [pass[column], values[column]]
      return to === undefined || to === from || Buffer.isBuffer(to) ? [] : [change(key, field, from, to)]
    })
    if (values.document_hash !== undefined) changes.push(change(key, 'documentNumber', number, input.changes.documentNumber!, { from: pass.document_kind, to: input.changes.documentKind ?? pass.document_kind }))
    const papers = input.changes.papers && ownPapers(input.changes.papers, papersOf(application))
    if (papers !== undefined && JSON.stringify(papers) !== application.papers) {
      refuseMissingPapers(await kindOf(tx, pass.kind), papers)
      await attachScans(tx, house, papers, application.id)
      await updateApplication(tx, application, { papers: JSON.stringify(papers) })
      changes.push(change(key, 'papers', checksOf(papersOf(application)), checksOf(papers)))
    }
    if (changes.length === 0) return
    if (input.changes.photoId !== undefined) await house.attachments.attach(tx, input.changes.photoId, 'photo', 'passes', pass.id)
    const next = await updatePass(tx, pass, { ...values, data_key: key.wrapped })
    if (next.holder !== pass.holder) await house.deposits.rename(tx, subjectOf(pass), next.holder)
    await house.steps.add(tx, { register: 'passes', recordId: pass.id, action: 'correct', from: pass.state, to: pass.state, note: input.reason, key, detail: { changes, ...(approver ? { approvedBy: approver.name } : {}) } })
  })
}

/** A paper's note may name somebody, so the history keeps only how each was checked: `id-copy:seen`. */
const checksOf = (papers: readonly Paper[]): string => papers.map(({ key, checks }) => `${key}:${checks.join('+')}`).join(' ')

async function valuesOf(tx: Tx, house: House, pass: PassRecord, application: ApplicationRecord, to: Input['changes'], key: DataKey, was: string): Promise<PassValues> {
  const { vault } = house.store
  const documentKind = to.documentKind ?? pass.document_kind ?? 'resident'
  let number = was
  if (to.documentNumber !== undefined || (to.holder !== undefined && to.holder !== pass.holder)) {
    const kind = await kindOf(tx, pass.kind)
    const holder = { name: to.holder ?? pass.holder, documentKind, documentNumber: to.documentNumber ?? was, photoId: pass.photo_id, replaces: null, birth: null }
    const [checked] = await checkHolders(tx.query, house, kind, pass.company, [holder], tx.now, pass.id)
    // What it had to have when it was made is not asked for anew.
    refuseFindings([{ ...checked!, findings: checked!.findings.filter(({ code }) => code !== 'photo-missing' && code !== 'document-required' && code !== 'birth-needed') }], 'holder')
    number = checked!.number
  }
  if (to.validUntil !== undefined && to.validUntil !== pass.valid_until) await refuseTerm(tx, pass, application, to.validUntil)
  const values: PassValues = {
    holder: to.holder, photo_id: to.photoId, trade: to.trade, valid_until: to.validUntil,
    special_certificate: to.specialCertificate === undefined ? undefined : withoutNumber(to.specialCertificate, documentKind, number),
    ...(number === was ? {} : { ...sealedDocument(vault, key, 'pass', documentKind, number), document_tail: documentTail(vault, number) }),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** What was written wrong is within the term from the day it is valid on; beyond it a pass is renewed, with its fee. */
async function refuseTerm(tx: Tx, pass: PassRecord, application: ApplicationRecord, validUntil: string): Promise<void> {
  const kind = await kindOf(tx, pass.kind)
  const [permit] = application.fit_out_permit_id === null ? [] : await tx.query<{ valid_until: string }>('SELECT valid_until FROM fit_out_permit WHERE id = ?', [application.fit_out_permit_id])
  agreedTerm(termOf({ today: dayOf(tx.now), validFrom: pass.valid_from, validUntil, termDays: kind.termDays, permitUntil: permit?.valid_until ?? null }))
}
