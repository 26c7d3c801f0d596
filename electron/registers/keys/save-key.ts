import { UserError } from '../../../shared/contract/errors'
import type { KeyRow, keys } from '../../../shared/contract/keys'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { plainChanges } from '../history'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { boardText, loadHook, readKey, tagOf } from './hooks'
import { type HookRecord, type HookState, settled } from './rows'
import { insertRecord, roomOf, updateRecord } from './write'

type Input = ParsedInput<typeof keys.save>

/** @throws UserError hook-taken */
export async function refuseHookTaken(tx: Tx, board: string, hook: number, id: number | null): Promise<void> {
  const [other] = await tx.query<{ no: string }>('SELECT no FROM key_hook WHERE board = ? AND hook = ? AND id IS NOT ?', [board, hook, id])
  if (other) throw new UserError('hook-taken', { no: other.no }, 'hook')
}

/** A new hook with its keys; what it says of them stands in the chain. */
export async function hangKeys(tx: Tx, values: { board: string; hook: number; unit_id: number | null; room: string; place: string; type: string; name: string; owned: number; remark: string; active: number }): Promise<HookRecord> {
  await refuseHookTaken(tx, values.board, values.hook, null)
  const hook = await insertRecord<HookRecord>(tx, 'key_hook', { no: tagOf(values.board, values.hook), ...values })
  await tx.audit({ action: 'create', register: 'keys', recordId: hook.id, detail: { no: hook.no, ...values } })
  return hook
}

/**
 * A hook of the board (11.R9): how many keys are owned changes only with a reason, and never below what is out or sealed.
 * A recount settles what the newest count of the hook differed by; one that is put out of use has no keys (11.C4).
 * @throws UserError hook-taken, not-found, stale, reason-required, invalid-input (a new hook without keys), key-lent, key-sealed, hook-not-empty
 */
export async function saveKey(house: House, input: Input, call: Call): Promise<KeyRow> {
  const id = await house.store.write(call.scope, async (tx) => {
    const board = boardText(input.board)
    if (board === '') throw new UserError('invalid-input', {}, 'board')
    const values = { board, hook: input.hook, unit_id: input.unitId, room: await roomOf(tx, input.unitId), place: input.place, type: input.type, name: input.name, owned: input.owned, remark: input.remark, active: Number(input.active) }
    if (input.id === null && input.owned === 0) throw new UserError('invalid-input', {}, 'owned')
    return input.id === null ? (await hangKeys(tx, values)).id : change(tx, await loadHook(tx, input.id), input, values)
  })
  return readKey(house, id)
}

async function change(tx: Tx, hook: HookState, { version, reason }: Input, values: { board: string; hook: number; owned: number; active: number } & Record<string, Sql>): Promise<number> {
  await refuseStale(tx, 'keys', hook, version, 'change')
  await refuseHookTaken(tx, values.board, values.hook, hook.id)
  if (values.owned !== hook.owned && reason === '') throw new UserError('reason-required', {}, 'reason')
  refuseLess(hook, values)
  const changes = plainChanges(hook, values)
  if (changes.length === 0) return hook.id
  await updateRecord(tx, 'key_hook', hook, { ...values, no: tagOf(values.board, values.hook), difference: settled(hook.difference, values.owned - hook.owned) })
  await tx.audit({ action: 'change', register: 'keys', recordId: hook.id, detail: { changes, ...(reason ? { reason } : {}) } })
  return hook.id
}

/** What is lent or sealed is there to come back to; nothing hangs where nobody looks. @throws UserError key-lent, key-sealed, hook-not-empty */
export function refuseLess(hook: HookState, { owned, active }: { owned: number; active: number }): void {
  if (hook.out > 0 && (owned < hook.out || active === 0)) throw new UserError('key-lent', { no: hook.no }, active === 0 ? 'active' : 'owned')
  if (owned < hook.out + hook.sealed || (hook.custody_id !== null && active === 0)) throw new UserError('key-sealed', { no: hook.no }, active === 0 ? 'active' : 'owned')
  const left = owned + settled(hook.difference, owned - hook.owned)
  if (active === 0 && left > 0 && (hook.active === 1 || owned > hook.owned)) throw new UserError('hook-not-empty', { no: hook.no, left }, 'active')
}
