import { UserError } from '../../../shared/contract/errors'
import type { KeyRow, keys } from '../../../shared/contract/keys'
import { keysAgree } from '../../../shared/rules/key'
import type { Sql, Tx } from '../../store/types'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { expectedOf, hereOf, type HookState, keyRow, type StocktakeLine, type StocktakeRecord } from './rows'

const OUT = `FROM key_loan l WHERE l.key_id = k.id AND l.state = 'out'`
/** Hooks with where their keys are; the first parameter is now. */
export const HOOKS = `SELECT k.*, coalesce((SELECT sum(l.count - l.returned - l.lost) ${OUT}), 0) AS out,
  EXISTS (SELECT 1 ${OUT} AND l.due_at < ? AND l.count > l.returned + l.lost) AS late,
  coalesce((SELECT sum(json_extract(s.value, '$.count')) FROM key_custody c, json_each(c.keys) s WHERE c.id = k.custody_id AND c.state = 'sealed' AND json_extract(s.value, '$.keyId') = k.id), 0) AS sealed
  FROM key_hook k`

const readHooks = (house: House, where: string, parameters: Sql[]): Promise<HookState[]> =>
  house.store.read<HookState & Record<string, unknown>>(`${HOOKS} WHERE ${where}`, [house.store.clock.now(), ...parameters])

/** A hook as it is in this transaction. @throws UserError not-found */
export async function loadHook(tx: Tx, id: number, field?: string): Promise<HookState> {
  const [hook] = await tx.query<HookState>(`${HOOKS} WHERE k.id = ?`, [tx.now, id])
  if (!hook) throw new UserError('not-found', {}, field)
  return hook
}

/**
 * So many keys of a hook are there to be taken away.
 * @throws UserError key-not-here of a hook out of use, key-sealed, key-out {left}
 */
export function refuseTaken(hook: HookState, count: number): void {
  if (hook.active === 0) throw new UserError('key-not-here', { no: hook.no }, 'keyId')
  refuseMore(hook, count, hereOf(hook))
}

/** So many keys of a hook can be gone: also those that its newest count did not find. @throws UserError key-sealed, key-out {left} */
export const refuseGone = (hook: HookState, count: number): void => refuseMore(hook, count, expectedOf(hook))

function refuseMore(hook: HookState, count: number, here: number): void {
  const left = here - hook.sealed
  if (count <= left) return
  if (count <= here) throw new UserError('key-sealed', { no: hook.no }, 'keyId')
  throw new UserError('key-out', { no: hook.no, left: Math.max(0, left) }, 'count')
}

/** The board asked for, or the first; with all boards and how many hooks are in use on each. */
export async function board(house: House, { board: asked }: ParsedInput<typeof keys.board>): Promise<Answer<typeof keys.board>> {
  const boards = await house.store.read<{ name: string; hooks: number }>('SELECT board AS name, sum(active) AS hooks FROM key_hook GROUP BY board ORDER BY board')
  const name = asked === '' ? (boards[0]?.name ?? '') : boardText(asked)
  const [hooks, [last]] = await Promise.all([
    readHooks(house, 'k.board = ? ORDER BY k.hook', [name]),
    house.store.read<StocktakeRecord & Record<string, unknown>>('SELECT * FROM stocktake WHERE board = ? ORDER BY id DESC LIMIT 1', [name]),
  ])
  const lastStocktake = last ? { at: last.at, by: last.by, checkedBy: last.checked_by, difference: apart(JSON.parse(last.lines) as StocktakeLine[]) } : null
  return { boards, board: name, keys: hooks.map(keyRow), lastStocktake }
}

/** By how many keys a count differs: one too many here does not make up for one too few there. */
const apart = (lines: readonly StocktakeLine[]): number => lines.reduce((sum, { expected, found }) => sum + Math.abs(found - expected), 0)

/** By tag, name, room or place; those in use first, by board and hook. */
export async function listKeys(house: House, { search, unitId, limit }: ParsedInput<typeof keys.list>): Promise<KeyRow[]> {
  const rows = await readHooks(house,
    `(? IS NULL OR k.unit_id = ?) AND (k.no = ? OR instr(upper(k.no || char(10) || k.name || char(10) || k.room || char(10) || k.place), ?) > 0) ORDER BY k.active DESC, k.no = ? DESC, k.board, k.hook LIMIT ?`,
    [unitId, unitId, tagText(search), search.normalize('NFKC').toUpperCase(), tagText(search), limit])
  return rows.map(keyRow)
}

/** A board's letters as they stand on its tags. */
export const boardText = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
export const tagOf = (board: string, hook: number): string => `${board}-${hook}`

/** A tag as it was typed or scanned: QT1:key:A-34, a-034, A34 → A-34. */
export function tagText(typed: string): string {
  const text = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/^QT1:KEY:/, '')
  const match = /^(.*[^\d-])-?0*(\d{1,3})$/.exec(text)
  return match ? tagOf(match[1]!, Number(match[2])) : text
}

/** @throws UserError not-found */
export async function findKey(house: House, code: string): Promise<KeyRow> {
  const [hook] = await readHooks(house, 'k.no = ?', [tagText(code)])
  if (!hook) throw new UserError('not-found')
  return keyRow(hook)
}

/** @throws UserError not-found */
export async function readKey(house: House, id: number): Promise<KeyRow> {
  const [hook] = await readHooks(house, 'k.id = ?', [id])
  if (!hook) throw new UserError('not-found')
  return keyRow(hook)
}

/**
 * 11.C4 from the rows: what hangs here by the newest count of each hook and what moved since, what is out, what is owned.
 * They agree where no count's difference is open and no row was tampered with.
 */
export async function keySums(house: House): Promise<Answer<typeof keys.sums>> {
  const [[sums], differing] = await Promise.all([
    house.store.read<{ here: number; out: number; owned: number; sealed: number; late: number; tampered: number }>(
      `SELECT coalesce(sum(max(owned - out + difference, 0)), 0) AS here, coalesce(sum(out), 0) AS out, coalesce(sum(owned), 0) AS owned, coalesce(sum(sealed), 0) AS sealed, coalesce(sum(owned - out < sealed), 0) AS tampered,
         (SELECT coalesce(sum(count - returned - lost), 0) FROM key_loan WHERE state = 'out' AND due_at < ?) AS late FROM (${HOOKS})`, [house.store.clock.now(), house.store.clock.now()]),
    house.store.read<{ keyId: number; no: string; difference: number }>('SELECT id AS keyId, no, difference FROM key_hook WHERE difference <> 0 ORDER BY board, hook'),
  ])
  const { tampered, ...rest } = sums!
  return { ...rest, differing, difference: differing.reduce((sum, { difference }) => sum + Math.abs(difference), 0), agree: keysAgree(rest) && differing.length === 0 && tampered === 0 }
}
