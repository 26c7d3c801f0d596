import { UserError } from '../../../shared/contract/errors'
import type { Paper, passes } from '../../../shared/contract/passes'
import { openPassStates } from '../../../shared/rules/pass'
import { dayOf, parseDay } from '../../../shared/rules/time'
import { termOf } from '../../../shared/rules/pass-term'
import type { Tx } from '../../store/types'
import { findDenial } from '../denied'
import type { Call, ParsedInput } from '../handlers'
import { change, type Change } from '../history'
import type { House } from '../house'
import { unsealed } from '../personal'
import { withoutNumber } from './apply'
import { kindOf } from './kinds'
import { agreedTerm } from './make'
import { attachScans, refuseMissingPapers } from './papers'
import { type ApplicationRecord, papersOf, type PassRecord } from './rows'
import { keyOf, loadApplication, type PassValues, seenPass, updateApplication, updatePass } from './write'

type Input = ParsedInput<typeof passes.correct>

/** The columns whose former values the history keeps, by the names the page words them with. */
const kept = { name: 'holder', photoId: 'photo_id', trade: 'trade', specialCertificate: 'special_certificate', validUntil: 'valid_until' } as const satisfies Record<string, keyof PassRecord>

/**
 * 更正 of a pass that is at the desk or with its holder; what stood there before stays in the history, with the reason.
 * @throws UserError already-void, wrong-state, order-taken, stale, denied-holder, term-too-long, end-before-start, in-the-past, papers-missing, not-found (no such picture)
 */
export function correctPass(house: House, input: Input, call: Call): Promise<void> {
  return house.store.write(call.scope, async (tx) => {
    const pass = await seenPass(tx, input, 'correct')
    if (!openPassStates.includes(pass.state)) throw new UserError('wrong-state', { no: pass.no, state: pass.state })
    const application = await loadApplication(tx, pass.application_id)
    const key = keyOf(house.store.vault, pass)
    const values = await valuesOf(tx, house, pass, application, input.changes)
    const changes: Change[] = Object.entries(kept).flatMap(([field, column]) => {
      const [from, to] = [pass[column], values[column]]
      return to === undefined || to === from || Buffer.isBuffer(to) ? [] : [change(key, field, from, to)]
    })
    const papers = input.changes.papers
    if (papers !== undefined && JSON.stringify(papers) !== application.papers) {
      refuseMissingPapers(await kindOf(tx, pass.kind), papers)
      await attachScans(tx, house, papers, application.id)
      await updateApplication(tx, application, { papers: JSON.stringify(papers) })
      changes.push(change(key, 'papers', checksOf(papersOf(application)), checksOf(papers)))
    }
    if (changes.length === 0) return
    if (input.changes.photoId !== undefined) await house.attachments.attach(tx, input.changes.photoId, 'photo', 'passes', pass.id)
    await updatePass(tx, pass, { ...values, data_key: key.wrapped })
    await house.steps.add(tx, { register: 'passes', recordId: pass.id, action: 'correct', from: pass.state, to: pass.state, note: input.reason, key, detail: { changes } })
  })
}

/** A paper's note may name somebody, so the history keeps only how each was checked: `id-copy:seen`. */
const checksOf = (papers: readonly Paper[]): string => papers.map(({ key, checks }) => `${key}:${checks.join('+')}`).join(' ')

async function valuesOf(tx: Tx, house: House, pass: PassRecord, application: ApplicationRecord, to: Input['changes']): Promise<PassValues> {
  if (to.holder !== undefined && to.holder !== pass.holder) {
    const denial = await findDenial(tx.query, { name: to.holder, companions: [], phoneHash: null, documentHash: pass.document_hash })
    if (denial) throw new UserError('denied-holder', { name: to.holder }, 'holder')
  }
  if (to.validUntil !== undefined && to.validUntil !== pass.valid_until) await refuseTerm(tx, pass, application, to.validUntil)
  const number = unsealed(house.store.vault, pass.data_key, pass.document_enc, 'pass.document_enc')
  const values: PassValues = {
    holder: to.holder, photo_id: to.photoId, trade: to.trade, valid_until: to.validUntil,
    special_certificate: to.specialCertificate === undefined ? undefined : withoutNumber(to.specialCertificate, pass.document_kind ?? 'resident', number),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** A longer time is a renewal's, with its fee: what was written wrong is within the term from the day it is valid on. */
async function refuseTerm(tx: Tx, pass: PassRecord, application: ApplicationRecord, validUntil: string): Promise<void> {
  if (parseDay(validUntil) === undefined) throw new UserError('invalid-input', {}, 'validUntil')
  const kind = await kindOf(tx, pass.kind)
  const [permit] = application.fit_out_permit_id === null ? [] : await tx.query<{ valid_until: string }>('SELECT valid_until FROM fit_out_permit WHERE id = ?', [application.fit_out_permit_id])
  agreedTerm(termOf({ today: dayOf(tx.now), validFrom: pass.valid_from, validUntil, termDays: kind.termDays, permitUntil: permit?.valid_until ?? null }))
}
