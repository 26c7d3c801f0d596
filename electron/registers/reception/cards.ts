import { UserError } from '../../../shared/contract/errors'
import type { Settings } from '../../../shared/contract/system'
import type { Sql } from '../../store/types'

/** The form's answer for "no card at all". */
export const NO_CARD = '-'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>
type Cards = Pick<Settings, 'cardPrefix' | 'cardCount'>

const cardOf = (cards: Cards, serial: number): string => `${cards.cardPrefix}${String(serial).padStart(3, '0')}`

/** 37, t37 and T-037 are one card; null when the tower has no such card. */
export function cardNumber(cards: Cards, typed: string): string | null {
  const bare = (text: string) => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const [text, prefix] = [bare(typed), bare(cards.cardPrefix)]
  const serial = /^\d{1,4}$/.exec(prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text)
  const value = serial ? Number(serial[0]) : 0
  return value >= 1 && value <= cards.cardCount ? cardOf(cards, value) : null
}

/** The card a form names. @throws UserError unknown-card */
export function givenCard(cards: Cards, typed: string): string {
  const card = cardNumber(cards, typed)
  if (card === null) throw new UserError('unknown-card', { card: typed, first: cardOf(cards, 1), last: cardOf(cards, cards.cardCount) }, 'cardNo')
  return card
}

/**
 * The lowest free card after the one given last, so that a card that just came back rests; empty when all are out.
 * Cards that left with a visitor are not free.
 */
export async function nextCard(query: Query, cards: Cards): Promise<string> {
  const rows = await query<{ card_no: string; last: 0 | 1 }>(
    `SELECT card_no, 0 AS last FROM entry WHERE card_no <> '' AND state IN ('asked', 'inside')
     UNION ALL SELECT card_no, 0 FROM entry WHERE card_kept = 1
     UNION ALL SELECT card_no, 1 FROM (SELECT card_no FROM entry WHERE id > (SELECT max(id) FROM entry) - 200 AND card_no <> '' ORDER BY id DESC LIMIT 1)`,
  )
  const out = new Set(rows.filter((row) => row.last === 0).map((row) => row.card_no))
  const last = Number(/\d+$/.exec(rows.find((row) => row.last === 1)?.card_no ?? '')?.[0] ?? 0)
  for (let step = 1; step <= cards.cardCount; step++) {
    const card = cardOf(cards, ((last + step - 1) % cards.cardCount) + 1)
    if (!out.has(card)) return card
  }
  return ''
}
