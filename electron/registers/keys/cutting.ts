import { UserError } from '../../../shared/contract/errors'
import type { KeyCutting, keys } from '../../../shared/contract/keys'
import { type CuttingAction, type CuttingState, nextCuttingState } from '../../../shared/rules/key'
import { dayOf } from '../../../shared/rules/time'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { boardText, loadHook } from './hooks'
import { keyOf } from './loans'
import type { CuttingRecord } from './rows'
import { hangKeys } from './save-key'
import { insertRecord, roomOf, seenRecord, updateRecord } from './write'

export const openCuttingStates: readonly CuttingState[] = ['requested', 'checked', 'approved', 'cut']
type Verdict = ParsedInput<typeof keys.checkCutting>

/** 配制申请 (11.R7): which key, how many, why. @throws UserError not-found, key-not-here of a hook out of use, name-required */
export function requestCutting(house: House, input: ParsedInput<typeof keys.requestCutting>, call: Call): Promise<KeyCutting> {
  return saved(house, house.store.write(call.scope, async (tx) => {
    const hook = input.keyId === null ? null : await loadHook(tx, input.keyId, 'keyId')
    if (hook?.active === 0) throw new UserError('key-not-here', { no: hook.no }, 'keyId')
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const unitId = hook ? hook.unit_id : (input.unitId ?? facts?.unitId ?? null)
    const name = input.name || (hook?.name ?? '')
    if (name === '') throw new UserError('name-required', {}, 'name')
    const no = await tx.number('key-cutting')
    const cutting = await insertRecord<CuttingRecord>(tx, 'key_cutting', {
      no, at: tx.now, day: dayOf(tx.now), state: 'requested', station: tx.scope.station, key_id: input.keyId, unit_id: unitId, room: hook ? hook.room : await roomOf(tx, unitId), name, type: hook?.type ?? input.type,
      count: input.count, reason: input.reason, applicant: input.applicant || (facts?.name ?? ''), data_key: house.store.vault.newKey().wrapped, by_id: tx.scope.actor.id, by: tx.scope.actor.name,
    })
    await house.steps.add(tx, { register: 'keys', recordId: cutting.id, action: 'request', from: '', to: 'requested', detail: { no, count: input.count } })
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'keys', id: cutting.id, no })
    return cutting.id
  }))
}

/** @throws UserError already-void; step-skipped where the approval is still to come (11.C5); wrong-state */
function stateAfter({ no, state }: CuttingRecord, action: CuttingAction): CuttingState {
  const next = nextCuttingState(state, action)
  if (next !== null) return next
  const ahead = openCuttingStates.indexOf(state) >= 0 && ((action === 'approve' && state === 'requested') || (action === 'cut' && state !== 'cut') || (action === 'register' && state !== 'cut'))
  throw new UserError(ahead ? 'step-skipped' : 'wrong-state', { no, state })
}

async function take(tx: Tx, house: House, cutting: CuttingRecord, action: CuttingAction, values: Record<string, Sql>, words: { person?: string; note?: string } = {}): Promise<number> {
  const state = stateAfter(cutting, action)
  const key = keyOf(house.store.vault, cutting)
  await updateRecord(tx, 'key_cutting', cutting, { data_key: key.wrapped, ...values, state })
  await house.steps.add(tx, { register: 'keys', recordId: cutting.id, action, from: cutting.state, to: state, key, ...words })
  return cutting.id
}

/** One's own step of the way to an approval, or a refusal with its reason. @throws UserError reason-required */
async function decide(tx: Tx, house: House, cutting: CuttingRecord, action: 'check' | 'approve', { agreed, reason }: Verdict): Promise<number> {
  const who: Record<string, Sql> = action === 'check'
    ? { checked_at: tx.now, checked_by_id: tx.scope.actor.id, checked_by: tx.scope.actor.name }
    : { approved_at: tx.now, approved_by_id: tx.scope.actor.id, approved_by: tx.scope.actor.name }
  if (agreed) return take(tx, house, cutting, action, who)
  if (reason === '') throw new UserError('reason-required', {}, 'reason')
  // A refusal is nobody's approval: who refused stands in the step.
  return take(tx, house, cutting, 'refuse', { refused_reason: reason }, { note: reason })
}

/** 主管核. @throws UserError order-taken, stale, wrong-state, reason-required */
export const checkCutting = (house: House, input: Verdict, call: Call): Promise<KeyCutting> =>
  saved(house, house.store.write(call.scope, async (tx) => decide(tx, house, await seen(tx, input, 'check'), 'check', input)))

/** Approval by another person than who asked for it and who checked (11.R7). @throws UserError same-approver, requester-approves, step-skipped, order-taken, stale, reason-required */
export const approveCutting = (house: House, input: Verdict, call: Call): Promise<KeyCutting> =>
  saved(house, house.store.write(call.scope, async (tx) => {
    const cutting = await seen(tx, input, 'approve')
    if (input.agreed && cutting.state === 'checked' && cutting.checked_by_id === tx.scope.actor.id) throw new UserError('same-approver', { name: cutting.checked_by })
    if (input.agreed && cutting.by_id === tx.scope.actor.id) throw new UserError('requester-approves', { name: cutting.by })
    return decide(tx, house, cutting, 'approve', input)
  }))

export const cut = (house: House, input: ParsedInput<typeof keys.cut>, call: Call): Promise<KeyCutting> =>
  saved(house, house.store.write(call.scope, async (tx) => take(tx, house, await seen(tx, input, 'cut'), 'cut', { cut_at: tx.now, cut_by: input.by }, { person: input.by })))

/** 入柜: onto the hook of its kind, or a new one; the tower owns so many more. @throws UserError hook-taken, key-not-here of a hook out of use, invalid-input (a new one needs board and hook), step-skipped */
export const registerCut = (house: House, input: ParsedInput<typeof keys.registerCut>, call: Call): Promise<KeyCutting> =>
  saved(house, house.store.write(call.scope, async (tx) => {
    const cutting = await seen(tx, input, 'register')
    stateAfter(cutting, 'register')
    return take(tx, house, cutting, 'register', { registered_at: tx.now, key_id: await hangCut(tx, cutting, input) })
  }))

async function hangCut(tx: Tx, cutting: CuttingRecord, { board, hook }: { board: string; hook: number | null }): Promise<number> {
  if (cutting.key_id !== null) {
    const before = await loadHook(tx, cutting.key_id)
    if (before.active === 0) throw new UserError('key-not-here', { no: before.no }, 'keyId')
    const owned = before.owned + cutting.count
    await updateRecord(tx, 'key_hook', before, { owned })
    await tx.audit({ action: 'change', register: 'keys', recordId: before.id, detail: { changes: [{ field: 'owned', from: before.owned, to: owned }], reason: cutting.no } })
    return before.id
  }
  if (boardText(board) === '') throw new UserError('invalid-input', {}, 'board')
  if (hook === null) throw new UserError('invalid-input', {}, 'hook')
  return (await hangKeys(tx, { board: boardText(board), hook, unit_id: cutting.unit_id, room: cutting.room, place: '', type: cutting.type, name: cutting.name, owned: cutting.count, remark: cutting.no, active: 1 })).id
}

export const voidCutting = (house: House, input: ParsedInput<typeof keys.voidCutting>, call: Call): Promise<KeyCutting> =>
  saved(house, house.store.write(call.scope, async (tx) => take(tx, house, await seen(tx, input, 'void'), 'void', { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason }, { note: input.reason })))

const seen = (tx: Tx, input: { id: number; version: number }, action: string): Promise<CuttingRecord> => seenRecord(tx, 'key_cutting', input, action)
const CUTTINGS = `SELECT c.*, coalesce(k.no, '') AS key_no FROM key_cutting c LEFT JOIN key_hook k ON k.id = c.key_id`

async function shown(house: House, rows: (CuttingRecord & { key_no: string })[]): Promise<KeyCutting[]> {
  return Promise.all(rows.map(async (c) => ({
    id: c.id, no: c.no, at: c.at, state: c.state, keyId: c.key_id, keyNo: c.key_no, unitId: c.unit_id, room: c.room, name: c.name, type: c.type, count: c.count, reason: c.reason, applicant: c.applicant, requestedBy: c.by,
    checkedBy: c.checked_by, checkedAt: c.checked_at, approvedBy: c.approved_by, approvedAt: c.approved_at, cutBy: c.cut_by, cutAt: c.cut_at, registeredAt: c.registered_at, refusedReason: c.refused_reason,
    steps: await house.steps.of('keys', c.id), version: c.version,
  })))
}

/** @throws UserError not-found */
export async function readCutting(house: House, id: number): Promise<KeyCutting> {
  const [cutting] = await shown(house, await house.store.read<CuttingRecord & { key_no: string } & Record<string, unknown>>(`${CUTTINGS} WHERE c.id = ?`, [id]))
  if (!cutting) throw new UserError('not-found')
  return cutting
}

const saved = async (house: House, written: Promise<number>): Promise<KeyCutting> => readCutting(house, await written)

/** Newest first; those still on their way, or all. */
export const cuttings = async (house: House, open: boolean): Promise<KeyCutting[]> =>
  shown(house, await house.store.read<CuttingRecord & { key_no: string } & Record<string, unknown>>(`${CUTTINGS} WHERE ${open ? `c.state IN (${openCuttingStates.map(() => '?').join(', ')})` : '1'} ORDER BY c.id DESC LIMIT 200`, open ? [...openCuttingStates] : []))
