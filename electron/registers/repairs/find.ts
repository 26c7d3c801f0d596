import { UserError } from '../../../shared/contract/errors'
import type { WorkOrderRow } from '../../../shared/contract/repairs'
import { formatNumber } from '../../store/numbers'
import type { House } from '../house'
import { type ListedOrder, orderRow, ROW_COLUMNS } from './rows'

/** The number that was typed: WX26-001203, wx26-1203, or 1203 of this year or the last. */
export function typedNumbers(typed: string, now: number): string[] {
  const whole = /^WX(\d{2})-?(\d{1,8})$/.exec(typed)
  if (whole) return [formatNumber('repairs', 2000 + Number(whole[1]), Number(whole[2]))]
  if (!/^\d{1,8}$/.test(typed)) return []
  const year = new Date(now).getFullYear()
  return [year, year - 1].map((of) => formatNumber('repairs', of, Number(typed)))
}

/**
 * The order of a scanned QR code or of a number. A scanner may type through an input method, so full-width and
 * lower-case characters are understood.
 * @throws UserError not-found
 */
export async function findOrder(house: House, code: string): Promise<WorkOrderRow> {
  const { store } = house
  const now = store.clock.now()
  const typed = code.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const [column, values] = typed.startsWith('QT1:') ? ['token', [typed]] : ['no', typedNumbers(typed, now)]
  const [order] = await store.read<ListedOrder>(`SELECT ${ROW_COLUMNS} FROM work_order o WHERE o.${column} IN (SELECT value FROM json_each(?)) ORDER BY o.id DESC LIMIT 1`, [JSON.stringify(values)])
  if (!order) throw new UserError('not-found')
  return orderRow(order, now)
}
