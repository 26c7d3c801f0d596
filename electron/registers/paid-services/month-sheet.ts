import { UserError } from '../../../shared/contract/errors'
import type { MonthSheet, PaidServiceRow } from '../../../shared/contract/paid-services'
import type { Sql, Tx } from '../../store/types'
import { caller } from '../caller'
import type { Call } from '../handlers'
import type { House } from '../house'
import { monthOf, monthRange } from './months'
import { type ListedSlip, ROW_COLUMNS, ROW_TABLES, slipRow } from './rows'

interface Batch { id: number; checked_by_id: number; checked_by: string; checked_at: number; second_by_id: number | null; second_by: string | null; second_at: number | null }

const BATCH = 'SELECT * FROM service_batch WHERE month = ?'

/** What belongs to a month that nobody has checked: paid at the desk in it, or put on its notice. */
function settledIn(month: string): { where: string; parameters: Sql[] } {
  const { start, end } = monthRange(month)
  return { where: `s.batch_id IS NULL AND ((s.state = 'monthly' AND s.month = ?) OR (s.state = 'paid' AND s.paid_at >= ? AND s.paid_at < ?))`, parameters: [month, start, end] }
}

/** Nothing came of it: its number stands on the sheet, and its sums are nought (17.R6). */
const refusedRow = (slip: ListedSlip): PaidServiceRow => ({ ...slipRow(slip), labourFen: 0, materialFen: 0, totalFen: 0 })

/**
 * 每月交财务 (17.R5): the month's slips; those of it or of months before that are still open, or on the notice of a later
 * month, so that none is lost; and its refused and void ones, since their numbers stand in the series.
 */
export async function monthSheet(house: House, month: string): Promise<MonthSheet> {
  const { firstDay, lastDay } = monthRange(month)
  const [batch] = await house.store.read<Batch & Record<string, unknown>>(BATCH, [month])
  const settled = batch ? { where: 's.batch_id = ?', parameters: [batch.id] } : settledIn(month)
  const read = (where: string, parameters: Sql[]): Promise<ListedSlip[]> => house.store.read<ListedSlip & Record<string, unknown>>(`SELECT ${ROW_COLUMNS} FROM ${ROW_TABLES} WHERE ${where} ORDER BY s.id`, parameters)
  const ended = (state: 'refused' | 'void'): Promise<ListedSlip[]> => read('s.state = ? AND s.day BETWEEN ? AND ?', [state, firstDay, lastDay])
  const [settledRows, unsettled, later, refused, voids] = await Promise.all([
    read(settled.where, settled.parameters),
    read(`s.state IN ('quoted', 'agreed', 'done') AND s.day <= ?`, [lastDay]),
    read(`s.state = 'monthly' AND s.month > ? AND s.day <= ?`, [month, lastDay]),
    ended('refused'), ended('void'),
  ])
  const rows = settledRows.map(slipRow)
  const sum = (monthly: boolean): number => rows.filter((row) => (row.month !== '') === monthly).reduce((total, row) => total + row.totalFen, 0)
  return {
    month, rows, paidFen: sum(false), monthlyFen: sum(true), unsettled: unsettled.map(slipRow), later: later.map(slipRow), refused: refused.map(refusedRow), voids: voids.map(slipRow),
    batch: batch ? { id: batch.id, checkedBy: batch.checked_by, checkedAt: batch.checked_at, secondBy: batch.second_by, secondAt: batch.second_at } : null,
  }
}

/**
 * The month's slips are checked and handed to finance; from now on nothing of them is changed.
 * @throws UserError month-not-over, month-checked, nothing-to-check
 */
export async function checkMonth(house: House, month: string, call: Call): Promise<MonthSheet> {
  await house.store.write(call.scope, async (tx) => {
    if (month >= monthOf(tx.now)) throw new UserError('month-not-over', { month })
    const [batch] = await tx.query<Batch>(BATCH, [month])
    if (batch) throw new UserError('month-checked', { no: month })
    const { where, parameters } = settledIn(month)
    const slips = await tx.query<{ id: number; total_fen: number }>(`SELECT s.id, s.total_fen FROM paid_service s WHERE ${where} ORDER BY s.id`, parameters)
    if (slips.length === 0) throw new UserError('nothing-to-check', { month })
    const [made] = await tx.query<{ id: number }>('INSERT INTO service_batch (month, checked_by_id, checked_by, checked_at) VALUES (?, ?, ?, ?) RETURNING id', [month, caller(call).staffId, tx.scope.actor.name, tx.now])
    await tx.query('UPDATE paid_service SET batch_id = ?, version = version + 1 WHERE id IN (SELECT value FROM json_each(?))', [made!.id, JSON.stringify(slips.map(({ id }) => id))])
    await tx.audit({ action: 'month.check', register: 'paid-services', recordId: null, detail: { month, slips: slips.length, totalFen: slips.reduce((sum, slip) => sum + slip.total_fen, 0) } })
    for (const { id } of slips) tx.changed('paid-services', id)
  })
  return monthSheet(house, month)
}

/** Checked a second time, by another person (17.R5). @throws UserError nothing-to-check before the first check, month-checked, same-person */
export async function secondCheck(house: House, month: string, call: Call): Promise<MonthSheet> {
  await house.store.write(call.scope, async (tx) => {
    const [batch] = await tx.query<Batch>(BATCH, [month])
    if (!batch) throw new UserError('nothing-to-check', { month })
    if (batch.second_at !== null) throw new UserError('month-checked', { no: month })
    if (batch.checked_by_id === caller(call).staffId) throw new UserError('same-person', { name: batch.checked_by })
    await tx.query('UPDATE service_batch SET second_by_id = ?, second_by = ?, second_at = ? WHERE id = ?', [caller(call).staffId, tx.scope.actor.name, tx.now, batch.id])
    await tx.audit({ action: 'month.second-check', register: 'paid-services', recordId: null, detail: { month } })
    await tellChanged(tx, batch.id)
  })
  return monthSheet(house, month)
}

async function tellChanged(tx: Tx, batchId: number): Promise<void> {
  for (const { id } of await tx.query<{ id: number }>('SELECT id FROM paid_service WHERE batch_id = ?', [batchId])) tx.changed('paid-services', id)
}
