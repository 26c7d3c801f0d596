import { UserError } from '../../../../shared/contract/errors'
import type { PriceItem } from '../../../../shared/contract/paid-services'
import type { Tx } from '../../../store/types'

/** A row of `price_item`. */
export interface PriceRow {
  id: number; code: string; category: string; name: string; content: string; kind: PriceItem['kind']; unit: string; price_fen: number; with_material: 0 | 1; valid_from: string; valid_to: string | null
}

export const priceOf = (row: PriceRow): PriceItem => ({
  id: row.id, code: row.code, category: row.category, name: row.name, content: row.content, kind: row.kind, unit: row.unit, priceFen: row.price_fen,
  withMaterial: row.with_material === 1, validFrom: row.valid_from, validTo: row.valid_to,
})

/** What an item says, without its id. */
export type PriceValues = Omit<PriceRow, 'id'>

export interface Period { valid_from: string; valid_to: string | null }

/** Both ends are days on which the price holds. */
export const overlaps = (a: Period, b: Period): boolean => a.valid_from <= (b.valid_to ?? '9999-12-31') && b.valid_from <= (a.valid_to ?? '9999-12-31')

/** One price a day for a code. @throws UserError price-overlap */
export async function refuseOverlap(tx: Tx, price: Period & { code: string }, id: number | null): Promise<void> {
  const others = await tx.query<PriceRow>('SELECT * FROM price_item WHERE code = ? AND id IS NOT ? ORDER BY valid_from', [price.code, id])
  const other = others.find((row) => overlaps(row, price))
  if (other) throw new UserError('price-overlap', { code: price.code, from: other.valid_from, to: other.valid_to ?? '…' }, 'validFrom')
}
