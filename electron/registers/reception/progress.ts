import { UserError } from '../../../shared/contract/errors'
import type { EntryRow, reception, SavedEntry } from '../../../shared/contract/reception'
import { actionOfAnswer, type EntryAction, nextState } from '../../../shared/rules/visit'
import type { Call, ParsedInput } from '../handlers'
import { cardFor, usualValidUntil } from './admission'
import { findDenial } from '../denied'
import { identityOf, refuseDenied } from './deny'
import type { Desk } from './desk'
import { change, sealedReason } from '../history'
import { type EntryRecord, entryRow } from './rows'
import { queueVisitorSlip } from './slips'
import { keyOf, loadEntry, updateEntry } from './write'

/** @throws UserError already-void, wrong-state */
function stateAfter(entry: EntryRecord, action: EntryAction): EntryRecord['state'] {
  const state = nextState(entry.kind, entry.state, action)
  if (state === null) throw new UserError(entry.state === 'void' ? 'already-void' : 'wrong-state', { state: entry.state })
  return state
}

/** What the host said when they called back: in, with card and slip, or declined (16.R4). */
export function answerVisit(desk: Desk, input: ParsedInput<typeof reception.answer>, call: Call): Promise<SavedEntry> {
  const { house } = desk
  return house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    const agreed = input.answer === 'agreed'
    // An appointment is admitted by registering the visitor, document and all, not by an answer.
    if (entry.state !== 'asked') throw new UserError(entry.state === 'void' ? 'already-void' : 'wrong-state', { state: entry.state })
    const state = stateAfter(entry, actionOfAnswer[input.answer])
    const denial = agreed ? await findDenial(tx.query, identityOf(entry)) : null
    refuseDenied(denial, call, input.note)
    const next = await updateEntry(tx, entry, {
      state, answer: input.answer, answer_note: input.note || entry.answer_note, answered_at: tx.now,
      // A tenant's host is told by telephone, and the answer is the proof of it.
      ...(entry.notified_department === null ? { notified_person: entry.notified_person || entry.host_name, notified_at: tx.now, acknowledged_at: tx.now } : {}),
      ...(agreed
        ? {
            inside_at: tx.now, card_no: entry.card_no || (await cardFor(tx, house, '')),
            valid_until: entry.valid_until !== null && entry.valid_until > tx.now ? entry.valid_until : usualValidUntil(house.settings.current.closingTime, tx.now),
          }
        : { card_no: '', valid_until: null }),
    })
    await tx.audit({ action: 'answer', register: 'reception', recordId: entry.id, detail: { changes: [{ field: 'state', from: entry.state, to: state }], ...(denial ? { denial: denial.id } : {}) } })
    const printJobIds = agreed && input.print ? await queueVisitorSlip(tx, house, next) : []
    return { id: entry.id, no: entry.no, state, printJobIds, token: entry.token }
  })
}

/** The visitor left; card and slip came back, or the card did not and is missed (16.R4). */
export function leave(desk: Desk, input: ParsedInput<typeof reception.leave>, call: Call): Promise<EntryRow> {
  return desk.house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    if (entry.state === 'left') throw new UserError('already-left', { no: entry.no })
    if (entry.state !== 'inside') throw new UserError('not-inside', { no: entry.no, state: entry.state })
    const at = input.at ?? tx.now
    if (at > tx.now) throw new UserError('invalid-input', {}, 'leftAt')
    if (at < entry.inside_at!) throw new UserError('end-before-start', {}, 'leftAt')
    const kept = !input.cardReturned && entry.card_no !== ''
    const next = await updateEntry(tx, entry, { state: stateAfter(entry, 'leave'), left_at: at, card_kept: kept ? 1 : 0 })
    await tx.audit({ action: 'leave', register: 'reception', recordId: entry.id, detail: { changes: [{ field: 'leftAt', from: null, to: at }], ...(kept ? { cardKept: entry.card_no } : {}) } })
    return entryRow(next)
  })
}

/** Somebody expected did not come. */
export function noShow(desk: Desk, input: ParsedInput<typeof reception.noShow>, call: Call): Promise<EntryRow> {
  return desk.house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    const state = stateAfter(entry, 'no-show')
    const key = keyOf(desk.house.store.vault, entry)
    const next = await updateEntry(tx, entry, { state, ...(input.reason ? { result: input.reason, data_key: key.wrapped } : {}) })
    await tx.audit({ action: 'no-show', register: 'reception', recordId: entry.id, detail: { changes: [{ field: 'state', from: entry.state, to: state }], ...(input.reason ? { reason: sealedReason(key, input.reason) } : {}) } })
    return entryRow(next)
  })
}

/** 处理结果: closes a call; on a visit it is written beside (16.C1). A result that stands is changed by a correction. */
export function setResult(desk: Desk, input: ParsedInput<typeof reception.setResult>, call: Call): Promise<EntryRow> {
  return desk.house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    if (entry.state === 'void') throw new UserError('already-void', { no: entry.no })
    if (entry.kind === 'visit' && entry.result !== '') throw new UserError('wrong-state', { state: entry.state })
    const state = entry.kind === 'call' ? stateAfter(entry, 'close') : entry.state
    const key = keyOf(desk.house.store.vault, entry)
    const next = await updateEntry(tx, entry, { state, result: input.result, data_key: key.wrapped })
    await tx.audit({ action: 'result', register: 'reception', recordId: entry.id, detail: { changes: [change(key, 'result', null, input.result)] } })
    return entryRow(next)
  })
}
