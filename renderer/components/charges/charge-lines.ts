import type { Line, LineInput, PriceItem } from '@shared/contract/paid-services'
import { fen, type Fen, parseMoney } from '@shared/rules/money'
import { lineAmount, parseQuantity, PRICE_MAX, quantityText } from '@shared/rules/paid-service'

/** A line of a quote as it is written; a listed one has its item, whose name, unit and price it shows (17.R1). */
export interface LineText {
  item: Pick<PriceItem, 'id' | 'code'> | null
  basis: 'listed' | 'nearest' | 'agreed'
  name: string
  unit: string
  kind: 'labour' | 'material'
  supplier: 'tower' | 'client'
  price: string
  quantity: string
}

const plain = (amount: number): string => (amount / 100).toFixed(2)

export const noLine = (name = ''): LineText => ({ item: null, basis: 'agreed', name, unit: '', kind: 'labour', supplier: 'tower', price: '', quantity: '1' })

export const listedLine = (item: PriceItem): LineText =>
  ({ item: { id: item.id, code: item.code }, basis: 'listed', name: item.name, unit: item.unit, kind: item.kind, supplier: 'tower', price: plain(item.priceFen), quantity: '1' })

/** A line of an earlier quote, to write it anew. */
export const lineAgain = (line: Line): LineText => ({
  item: line.priceItemId === null ? null : { id: line.priceItemId, code: line.code }, basis: line.basis, name: line.name, unit: line.unit, kind: line.kind, supplier: line.supplier,
  // What the client supplied cost nothing, whatever its price is.
  price: line.supplier === 'client' ? '' : plain(line.unitPriceFen), quantity: quantityText(line.quotedMilli),
})

/**
 * What is the list's is not written over: by any other name it is an unlisted job, priced by that item; by any other
 * price it is agreed (17.R1). The store takes the price of an item from the list.
 */
export function writeLine(line: LineText, change: Partial<LineText>): LineText {
  const next = { ...line, ...change }
  if (change.price !== undefined) Object.assign(next, { item: null, basis: 'agreed' } satisfies Partial<LineText>)
  else if (line.basis === 'listed' && (change.name !== undefined || change.unit !== undefined)) next.basis = 'nearest'
  if (next.kind === 'labour') next.supplier = 'tower'
  return next
}

/** A unit price; the client's own material costs nothing. Null where it is none, negative or absurd. */
export function priceOf(line: Pick<LineText, 'price' | 'supplier'>): Fen | null {
  if (line.supplier === 'client') return fen(0)
  const price = parseMoney(line.price)
  return price.ok && price.fen >= 0 && price.fen <= PRICE_MAX ? price.fen : null
}

/** What the line comes to; null while price or quantity can't be read. */
export function amountOf(line: LineText): Fen | null {
  const price = priceOf(line)
  const quantity = parseQuantity(line.quantity)
  if (price === null || quantity === null) return null
  try {
    return lineAmount(price, quantity)
  }
  catch {
    return null
  }
}

export interface LineFault { at: number; field: 'name' | 'price' | 'quantity' | 'lines' }

/** The lines as they are sent, or the first fault. A line nobody wrote into is left out. */
export function linesOf(lines: readonly LineText[]): { lines: LineInput[] } | LineFault {
  const sent: LineInput[] = []
  for (const [at, line] of lines.entries()) {
    if (!line.name.trim() && !line.price.trim()) continue
    if (!line.name.trim()) return { at, field: 'name' }
    const unitPriceFen = priceOf(line)
    if (unitPriceFen === null) return { at, field: 'price' }
    const quantityMilli = parseQuantity(line.quantity)
    if (quantityMilli === null || amountOf(line) === null) return { at, field: 'quantity' }
    sent.push({ priceItemId: line.item?.id ?? null, basis: line.item ? line.basis : 'agreed', name: line.name.trim(), unit: line.unit.trim(), kind: line.kind, supplier: line.supplier, unitPriceFen, quantityMilli })
  }
  return sent.length === 0 ? { at: 0, field: 'lines' } : { lines: sent }
}
