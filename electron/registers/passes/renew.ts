import { UserError } from '../../../shared/contract/errors'
import type { passes, SavedPasses } from '../../../shared/contract/passes'
import { EXTENSION_WORKING_DAYS, extendsAhead } from '../../../shared/rules/pass'
import { renewedTerm, tooEarlyToRenew } from '../../../shared/rules/pass-term'
import { dayOf } from '../../../shared/rules/time'
import type { Sql, Tx } from '../../store/types'
import type { Approver } from '../approvals'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { lastDayToAsk } from '../working-calendar'
import { settle } from './apply'
import { asks, kindOf } from './kinds'
import { refuseDenied } from './holders'
import { agreedTerm, makePasses, type NewApplication, type NewPass } from './make'
import { refuseUnscanned, renewedPapers } from './papers'
import { permitInForce, type PermitRecord } from './permits'
import { type ApplicationRecord, papersOf, type PassRecord } from './rows'
import { loadApplication, loadPass, seenPasses, subjectOf, takeStep } from './write'

type Input = ParsedInput<typeof passes.renew>
type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/**
 * 续证 (12.R8): the old passes are taken back and cancelled, new ones made; the deposit goes on with them, fee and photo
 * are anew. Late contractors (12.R9) only with a supervisor's approval and the reason.
 * @throws UserError extension-too-late {no, by}, approval-needed, calendar-year-missing {year}, denied-holder, pass-not-yet-due, photo-missing, fit-out-permit-missing, pass-lost, wrong-state, order-taken, stale,
 * invalid-input (passes of several companies, kinds or permits, or not taken back), scan-missing, term-too-long and what the money is refused for
 */
export async function renew(house: House, input: Input, call: Call): Promise<SavedPasses> {
  if (!input.takenBack) throw new UserError('invalid-input', {}, 'takenBack')
  const approver = await approverOfLate(house, input, call)
  return house.store.write(call.scope, async (tx) => {
    const old = await seenPasses(tx, input.passes, 'renew')
    const [first] = old
    if (old.some(({ kind, company, unit_id }) => kind !== first!.kind || company !== first!.company || unit_id !== first!.unit_id)) throw new UserError('invalid-input', {}, 'passes')
    for (const pass of old) {
      if (tooEarlyToRenew(pass.valid_until, dayOf(tx.now), house.settings.current.passExpiryDays)) throw new UserError('pass-not-yet-due', { no: pass.no })
      // Midnight may have passed since somebody was asked.
      if (!approver) await refuseLate(tx.query, pass, tx.now)
    }
    await refuseDenied(tx.query, old)
    const kind = await kindOf(tx, first!.kind)
    const before = await loadApplication(tx, first!.application_id)
    const permit = await permitOf(tx, old, input.fitOutPermitId)
    refuseUnscanned(input.papers.map(({ keptFrom: _, ...paper }) => paper))
    const list = old.map((pass, i): NewPass => {
      const { photoId } = input.passes[i]!
      if (photoId === null && asks(kind, 'photo')) throw new UserError('photo-missing', { name: pass.holder }, `passes.${i}`)
      const term = agreedTerm(renewedTerm({ today: dayOf(tx.now), oldUntil: pass.valid_until, validUntil: input.validUntil, termDays: kind.termDays, permitUntil: permit?.valid_until ?? null }))
      return {
        ...term, holder: pass.holder, documentKind: pass.document_kind, documentNumber: unsealed(house.store.vault, pass.data_key, pass.document_enc, 'pass.document_enc'), photoId,
        trade: pass.trade, specialCertificate: pass.special_certificate, replacesId: pass.id, depositFen: pass.deposit_fen, feeFen: kind.renewalFeeFen,
      }
    })
    const { application, passes: made } = await makePasses(tx, house, again(house, before, input, permit), list)
    for (const [i, pass] of old.entries()) {
      await house.deposits.move(tx, subjectOf(pass), subjectOf(made[i]!))
      await takeStep(tx, house, pass, { action: 'renew', to: 'renewed', note: made[i]!.no, ...(approver ? { detail: { approvedBy: approver.name, late: true } } : {}) }, { ended_at: tx.now, renewed_on: dayOf(tx.now) })
    }
    if (approver) await tx.audit({ action: 'approve', register: 'passes', recordId: application.id, detail: { by: approver.name, id: approver.id, why: 'extension-too-late' } })
    return settle(tx, house, application, made, { depositFen: 0, feeFen: kind.renewalFeeFen }, input)
  })
}

/** Who agrees to a late extension; null where none is late. Asked before the transaction: checking a PIN is slow on purpose. */
async function approverOfLate(house: House, input: Input, call: Call): Promise<Approver | null> {
  const query: Query = (sql, parameters) => house.store.read(sql, parameters)
  const now = house.store.clock.now()
  try {
    for (const { id } of input.passes) {
      const pass = await loadPass({ query }, id)
      if (pass.state === 'issued') await refuseLate(query, pass, now)
    }
    return null
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'extension-too-late' || input.lateReason === '') throw error
    return house.approvals.approve(input.approval, call, 'passes.check')
  }
}

/** 12.R9. @throws UserError extension-too-late {no, by}, calendar-year-missing */
async function refuseLate(query: Query, pass: PassRecord, now: number): Promise<void> {
  if (!extendsAhead(pass.kind)) return
  const by = await lastDayToAsk(query, pass.valid_until, EXTENSION_WORKING_DAYS)
  if (dayOf(now) > by) throw new UserError('extension-too-late', { no: pass.no, by })
}

/** The permit the new passes hang on (12.R3): one that came after the old, or the one all old passes have. @throws UserError fit-out-permit-missing, invalid-input of several permits */
async function permitOf(tx: Tx, old: readonly PassRecord[], named: number | null): Promise<PermitRecord | null> {
  const of = await tx.query<{ id: number | null }>('SELECT DISTINCT fit_out_permit_id AS id FROM pass_application WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(old.map((pass) => pass.application_id))])
  if (of.every(({ id }) => id === null)) return null
  if (named !== null) return permitInForce(tx, named, { company: old[0]!.company, unitId: old[0]!.unit_id })
  if (of.length > 1) throw new UserError('invalid-input', {}, 'passes')
  return permitInForce(tx, of[0]!.id, { company: '', unitId: null })
}

/** The application once more, with the papers that were brought; who asked for it as before. */
function again(house: House, before: ApplicationRecord, input: Input, permit: PermitRecord | null): NewApplication {
  return {
    kind: before.kind, unitId: before.unit_id, room: before.room, place: before.place, tenantId: before.tenant_id, tenantName: before.tenant_name, contactId: before.contact_id, applicant: before.applicant,
    phone: unsealed(house.store.vault, before.data_key, before.phone_enc, 'pass_application.phone_enc'), company: before.company, permitId: permit?.id ?? null, reason: input.lateReason || before.reason,
    papers: renewedPapers(input.papers, papersOf(before), before.no), renewal: true,
  }
}
