import { UserError } from '../../../shared/contract/errors'
import type { Fault, repairs } from '../../../shared/contract/repairs'
import type { Trade } from '../../../shared/rules/work-order'
import { insertRows } from '../../store/bulk'
import { type Sql, systemScope, type Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { departmentReading } from '../pinyin'
import { usualFaults } from './usual-faults'

/** What was said once and not again for so long is forgotten: it may have named somebody (P3). */
const FORGOTTEN_AFTER_MS = 90 * 86_400_000

interface FaultRecord { id: number; trade: Trade; text: string; uses: number; active: 0 | 1 }
const COLUMNS = 'id, trade, text, uses, active'
/** Usual is what the tower's list has, and what was reported more than once. */
const USUAL = '(listed = 1 OR uses >= 2)'

const faultOf = (row: FaultRecord): Fault => ({ id: row.id, trade: row.trade, text: row.text, uses: row.uses, active: row.active === 1 })

/**
 * The list a tower begins with, put in when it is first asked for: a migration would have to keep a copy of it for ever,
 * and a tower that was set up before would not get it.
 */
async function listed(house: House): Promise<void> {
  const has = (): string => 'SELECT 1 FROM fault WHERE listed = 1 LIMIT 1'
  if ((await house.store.read(has())).length > 0) return
  await house.store.write(systemScope(house.station()), async (tx) => {
    if ((await tx.query(has())).length > 0) return
    const rows = Object.entries(usualFaults).flatMap(([trade, texts]) => texts.map((text): Sql[] => [trade, text, departmentReading(text).initials]))
    // Learned before it was listed: it stays one row.
    await tx.query('UPDATE fault SET listed = 1 WHERE EXISTS (SELECT 1 FROM json_each(?) j WHERE j.value ->> 0 = trade AND j.value ->> 1 = text)', [JSON.stringify(rows)])
    const known = new Set((await tx.query<FaultRecord>(`SELECT ${COLUMNS} FROM fault WHERE listed = 1`)).map((row) => `${row.trade} ${row.text}`))
    await insertRows(tx.query, 'fault', ['trade', 'text', 'initials', 'listed'], rows.filter(([trade, text]) => !known.has(`${String(trade)} ${String(text)}`)).map((row) => [...row, 1]))
    await tx.audit({ action: 'faults-listed', register: 'repairs', recordId: null, detail: { count: rows.length } })
  })
}

/** The trade this was last reported under most often; `other` for what was never heard of. */
export async function usualTrade(tx: Tx, text: string): Promise<Trade> {
  const [row] = await tx.query<{ trade: Trade }>('SELECT trade FROM fault WHERE text = ? AND active = 1 ORDER BY uses DESC, listed DESC LIMIT 1', [text])
  return row?.trade ?? 'other'
}

/** One more of it: the tower's list is learned from use. */
export async function learnFault(tx: Tx, trade: Trade, text: string): Promise<void> {
  await tx.query(
    'INSERT INTO fault (trade, text, initials, uses, last_used_at) VALUES (?, ?, ?, 1, ?) ON CONFLICT (trade, text) DO UPDATE SET uses = uses + 1, last_used_at = excluded.last_used_at',
    [trade, text, departmentReading(text).initials, tx.now],
  )
  await tx.query('DELETE FROM fault WHERE listed = 0 AND uses = 1 AND last_used_at < ?', [tx.now - FORGOTTEN_AFTER_MS])
}

const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The usual faults that fit what is typed, by any part of it or its initials; most used first. */
export async function suggestFaults(house: House, { query, trade, limit }: ParsedInput<typeof repairs.suggestFaults>): Promise<Fault[]> {
  await listed(house)
  const typed = query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const rows = await house.store.read<FaultRecord>(
    `SELECT ${COLUMNS} FROM fault WHERE active = 1 AND ${USUAL} AND (?1 IS NULL OR trade = ?1) AND (text LIKE ?2 ESCAPE '\\' OR initials LIKE ?3 ESCAPE '\\')
     ORDER BY uses DESC, last_used_at DESC, id LIMIT ?4`,
    [trade, `%${like(typed)}%`, `${like(typed)}%`, limit],
  )
  return rows.map(faultOf)
}

/** The tower's whole list by trade, inactive ones too: what its editor shows. */
export async function allFaults(house: House): Promise<Fault[]> {
  await listed(house)
  return (await house.store.read<FaultRecord>(`SELECT ${COLUMNS} FROM fault WHERE ${USUAL} ORDER BY trade, active DESC, uses DESC, id`)).map(faultOf)
}

/** @throws UserError duplicate-name, not-found */
export function saveFault(house: House, input: ParsedInput<typeof repairs.saveFault>, call: Call): Promise<Fault> {
  return house.store.write(call.scope, async (tx) => {
    const [same] = await tx.query<FaultRecord & { listed: 0 | 1 }>(`SELECT ${COLUMNS}, listed FROM fault WHERE trade = ? AND text = ?`, [input.trade, input.text])
    if (same && same.id !== input.id && (input.id !== null || same.listed === 1)) throw new UserError('duplicate-name', { name: input.text }, 'text')
    const id = input.id ?? same?.id ?? null
    const initials = departmentReading(input.text).initials
    const [row] = id === null
      ? await tx.query<FaultRecord>(`INSERT INTO fault (trade, text, initials, active, listed) VALUES (?, ?, ?, ?, 1) RETURNING ${COLUMNS}`, [input.trade, input.text, initials, Number(input.active)])
      : await tx.query<FaultRecord>(`UPDATE fault SET trade = ?, text = ?, initials = ?, active = ?, listed = 1 WHERE id = ? RETURNING ${COLUMNS}`, [input.trade, input.text, initials, Number(input.active), id])
    if (!row) throw new UserError('not-found')
    await tx.audit({ action: 'fault', register: 'repairs', recordId: null, detail: { fault: row.id, trade: row.trade, text: row.text, active: row.active === 1 } })
    tx.changed('repairs', 1)
    return faultOf(row)
  })
}
