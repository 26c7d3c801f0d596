import { UserError } from '../../../shared/contract/errors'
import type { keys, Stocktake } from '../../../shared/contract/keys'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { boardText, HOOKS } from './hooks'
import { expectedOf, type HookState, type StocktakeLine, type StocktakeRecord } from './rows'
import { insertRecord, loadRecord, updateRecord } from './write'

type Input = ParsedInput<typeof keys.saveStocktake>

/**
 * 盘点 (11.R9): what hangs on each hook of a board against what should, sealed keys among it. A hook that was not counted
 * has none; what differs says why, and stands in 11.C4 until it is settled. Keys of a hook out of use are counted, too.
 * @throws UserError not-found (no such board; a hook of another), count-moved {no, expected} where keys were lent or came back under the count, difference-unexplained {no, expected, found}
 */
export async function saveStocktake(house: House, input: Input, call: Call): Promise<Stocktake> {
  const record = await house.store.write(call.scope, async (tx) => {
    const board = boardText(input.board)
    const hooks = await tx.query<HookState>(`${HOOKS} WHERE k.board = ? AND (k.active = 1 OR k.owned > 0) ORDER BY k.hook`, [tx.now, board])
    if (hooks.length === 0) throw new UserError('not-found', {}, 'board')
    const lines = countedLines(hooks, input.lines)
    const sum = (of: 'expected' | 'found'): number => lines.reduce((total, line) => total + line[of], 0)
    const no = await tx.number('stocktakes')
    const stocktake = await insertRecord<StocktakeRecord>(tx, 'stocktake', {
      no, at: tx.now, day: dayOf(tx.now), by_id: tx.scope.actor.id, by: tx.scope.actor.name, station: tx.scope.station, board, counted: sum('found'), expected: sum('expected'), lines: JSON.stringify(lines),
    })
    // Not a change of the hook: whoever has it open does not start anew.
    for (const { keyId, expected, found } of lines) await tx.query('UPDATE key_hook SET difference = ? WHERE id = ?', [found - expected, keyId])
    await house.steps.add(tx, { register: 'keys', recordId: stocktake.id, action: 'count', from: '', to: 'counted', detail: { no, board, counted: stocktake.counted, expected: stocktake.expected } })
    return stocktake
  })
  return shown(record)
}

function countedLines(hooks: readonly HookState[], given: Input['lines']): StocktakeLine[] {
  const found = new Map(given.map((line) => [line.keyId, line]))
  if (given.some(({ keyId }) => !hooks.some((hook) => hook.id === keyId))) throw new UserError('not-found', {}, 'lines')
  return hooks.map((hook) => {
    const expected = expectedOf(hook)
    const line = found.get(hook.id) ?? { expected, found: 0, labelOk: true, explanation: '' }
    if (line.expected !== expected) throw new UserError('count-moved', { no: hook.no, expected }, 'lines')
    if (line.found !== expected && line.explanation === '') throw new UserError('difference-unexplained', { no: hook.no, expected, found: line.found }, 'lines')
    return { keyId: hook.id, no: hook.no, name: hook.name, expected, found: line.found, labelOk: line.labelOk, explanation: line.explanation }
  })
}

/** Checked by another person than who counted (11.R8). @throws UserError same-approver, order-taken, stale */
export async function checkStocktake(house: House, { id, version }: ParsedInput<typeof keys.checkStocktake>, call: Call): Promise<Stocktake> {
  return shown(await house.store.write(call.scope, async (tx: Tx) => {
    const stocktake = await loadRecord<StocktakeRecord>(tx, 'stocktake', id)
    await refuseStale(tx, 'keys', stocktake, version, 'check')
    if (stocktake.checked_at !== null) throw new UserError('wrong-state', { no: stocktake.no })
    if (stocktake.by_id === tx.scope.actor.id) throw new UserError('same-approver', { name: stocktake.by })
    const next = await updateRecord(tx, 'stocktake', stocktake, { checked_by_id: tx.scope.actor.id, checked_by: tx.scope.actor.name, checked_at: tx.now })
    await house.steps.add(tx, { register: 'keys', recordId: id, action: 'check', from: 'counted', to: 'checked' })
    return next
  }))
}

const shown = (s: StocktakeRecord): Stocktake => ({
  id: s.id, no: s.no, at: s.at, by: s.by, board: s.board, counted: s.counted, expected: s.expected, difference: s.counted - s.expected, lines: JSON.parse(s.lines) as StocktakeLine[],
  checkedBy: s.checked_by, checkedAt: s.checked_at, version: s.version,
})

/** @throws UserError not-found */
export const readStocktake = async ({ store }: House, id: number): Promise<Stocktake> =>
  shown(await loadRecord<StocktakeRecord>({ query: (sql, parameters) => store.read(sql, parameters) }, 'stocktake', id))

/** Newest first. */
export const stocktakes = async ({ store }: House): Promise<Stocktake[]> => (await store.read<StocktakeRecord & Record<string, unknown>>('SELECT * FROM stocktake ORDER BY id DESC LIMIT 100')).map(shown)
