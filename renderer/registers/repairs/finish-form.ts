import type { WorkOrderDetail } from '@shared/contract/repairs'
import { parseMoney } from '@shared/rules/money'
import { parseQuantity } from '@shared/rules/paid-service'
import { dayOf, timeOf } from '@shared/rules/time'
import { agreedMoment } from '../../desk/moment'

/** What was used, as written: a record of a free repair. */
export interface MaterialText { name: string; unit: string; quantity: string; price: string }

/** 完工 as it stands on the screen; who signs is part of it, the ink is not. */
export interface FinishForm { id: number; day: string; time: string; workRecord: string; materials: MaterialText[]; by: string }

export const noMaterial = (): MaterialText => ({ name: '', unit: '', quantity: '', price: '' })

export const finishOf = (order: Pick<WorkOrderDetail, 'id' | 'worker'>, now: number): FinishForm => ({ id: order.id, day: dayOf(now), time: timeOf(now), workRecord: '', materials: [], by: order.worker })

export interface Used { name: string; unit: string; quantityMilli: number; unitPriceFen: number }
/** What was used, or the first line that can't be read. Lines without a name are left out. */
export function usedOf(lines: readonly MaterialText[]): { used: Used[] } | { line: number; field: 'quantity' | 'price' } {
  const used: Used[] = []
  for (const [at, line] of lines.entries()) {
    if (!line.name.trim()) continue
    const quantityMilli = parseQuantity(line.quantity || '1')
    if (quantityMilli === null) return { line: at, field: 'quantity' }
    const price = parseMoney(line.price || '0')
    if (!price.ok || price.fen < 0) return { line: at, field: 'price' }
    used.push({ name: line.name.trim(), unit: line.unit.trim(), quantityMilli, unitPriceFen: price.fen })
  }
  return { used }
}

type Order = Pick<WorkOrderDetail, 'at' | 'startedAt'>
/** When it was finished; or what is wrong with it: not a day, not a time, before it was begun, still to come. */
export function finishedOf(form: Pick<FinishForm, 'day' | 'time'>, order: Order, now: number): number | 'day' | 'time' | 'before-start' | 'future' {
  const at = agreedMoment(form.day, form.time, dayOf(now), '')
  if (at === null) return 'time'
  if (typeof at === 'string') return at
  // The minute as written is the whole minute.
  if (at + 59_999 < (order.startedAt ?? order.at)) return 'before-start'
  return at > now ? 'future' : Math.max(at, order.startedAt ?? order.at)
}
