import { UserError } from '../../../shared/contract/errors'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { givenCard, nextCard, NO_CARD } from './cards'

/** A pass of today ends when the tower closes; one of after that, at the end of the day. */
export function usualValidUntil(closingTime: string, now: number): number {
  const date = new Date(now)
  const [hour, minute] = closingTime.split(':').map(Number)
  const closing = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour, minute).getTime()
  return closing > now ? closing : new Date(date.getFullYear(), date.getMonth(), date.getDate(), 23, 59).getTime()
}

/** @throws UserError in-the-past */
export function checkedValidUntil(house: House, given: number | null, now: number): number {
  if (given === null) return usualValidUntil(house.settings.current.closingTime, now)
  if (given <= now) throw new UserError('in-the-past', {}, 'validUntil')
  return given
}

/**
 * The temporary card of a visitor who goes in: the one the form names, none for `-`, else the next free one (none when
 * all are out). A named card that had left the house with somebody has thereby turned up again.
 */
export async function cardFor(tx: Tx, house: House, typed: string): Promise<string> {
  if (typed === NO_CARD) return ''
  if (typed === '') return nextCard(tx.query, house.settings.current)
  const card = givenCard(house.settings.current, typed)
  await tx.query('UPDATE entry SET card_kept = 0 WHERE card_no = ? AND card_kept = 1', [card])
  return card
}

/** Whether a moment's day has passed; somebody expected earlier today may still be on the way. */
export const isPastDay = (at: number, now: number): boolean => at < dayStart(dayOf(now))

/** An expected time of today or later. @throws UserError in-the-past */
export function checkedExpectedAt(at: number, now: number): number {
  if (isPastDay(at, now)) throw new UserError('in-the-past', {}, 'expectedAt')
  return at
}
