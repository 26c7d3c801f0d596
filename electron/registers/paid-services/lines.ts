import { UserError } from '../../../shared/contract/errors'
import type { LineInput, PriceItem } from '../../../shared/contract/paid-services'
import { fen } from '../../../shared/rules/money'
import { lineAmount, PRICE_MAX, QUANTITY_MAX, slipTotals } from '../../../shared/rules/paid-service'
import { insertRows } from '../../store/bulk'
import type { Tx } from '../../store/types'
import { type LineRecord, priced } from './rows'

type Typed = Required<LineInput>
/** A line before it has its place on a slip. */
export type NewLine = Omit<LineRecord, 'id' | 'service_id' | 'position'>
interface Listed { id: number; code: string; name: string; unit: string; kind: PriceItem['kind']; price_fen: number; valid_from: string; valid_to: string | null }

/**
 * What was typed as lines of a slip: name, unit and price of a listed one are the list's on the day, and stay so
 * whatever becomes of the list; the client's own material costs nothing (17.R1, 17.R2).
 * @param counted the quantity is what was really used, of work that nobody had quoted
 * @throws UserError invalid-quantity, invalid-price, price-not-valid, name-required
 */
export async function readLines(tx: Tx, typed: readonly Typed[], day: string, counted = false): Promise<NewLine[]> {
  const ids = [...new Set(typed.flatMap((line) => line.priceItemId ?? []))]
  const items = new Map((await tx.query<Listed>('SELECT * FROM price_item WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])).map((item) => [item.id, item]))
  return typed.map((line, index) => readLine(line, index + 1, line.priceItemId === null ? undefined : items.get(line.priceItemId), day, counted))
}

function readLine(typed: Typed, row: number, item: Listed | undefined, day: string, counted: boolean): NewLine {
  if (typed.quantityMilli <= 0 || typed.quantityMilli > QUANTITY_MAX) throw quantityRefused(row, typed.name || (item?.name ?? ''))
  const quantity = counted ? { quoted_milli: 0, actual_milli: typed.quantityMilli } : { quoted_milli: typed.quantityMilli, actual_milli: null }
  const source = typed.basis === 'agreed' ? agreedLine(typed, row) : listedLine(typed, row, item, day)
  const supplier = source.kind === 'labour' ? 'tower' : typed.supplier
  return withAmount({ ...source, basis: typed.basis, supplier, unit_price_fen: supplier === 'client' ? 0 : source.unit_price_fen, ...quantity, amount_fen: 0 }, row)
}

type Source = Pick<NewLine, 'price_item_id' | 'code' | 'name' | 'unit' | 'kind' | 'unit_price_fen'>

function listedLine(typed: Typed, row: number, item: Listed | undefined, day: string): Source {
  if (!item || item.valid_from > day || (item.valid_to !== null && item.valid_to < day)) throw new UserError('price-not-valid', { row, name: item?.name ?? typed.name, day }, 'lines')
  const own = typed.basis === 'nearest' ? { name: typed.name || item.name, unit: typed.unit || item.unit } : { name: item.name, unit: item.unit }
  return { price_item_id: item.id, code: item.code, ...own, kind: item.kind, unit_price_fen: item.price_fen }
}

function agreedLine(typed: Typed, row: number): Source {
  if (typed.name === '') throw new UserError('name-required', { row }, 'lines')
  if (typed.unitPriceFen < 0 || typed.unitPriceFen > PRICE_MAX) throw new UserError('invalid-price', { row, name: typed.name }, 'lines')
  return { price_item_id: null, code: '', name: typed.name, unit: typed.unit, kind: typed.kind, unit_price_fen: typed.unitPriceFen }
}

const quantityRefused = (row: number, name: string): UserError => new UserError('invalid-quantity', { row, name: name || row }, 'lines')

/** The line with what it comes to. @throws UserError invalid-quantity when that is past ten million yuan */
export function withAmount<L extends NewLine>(line: L, row: number): L {
  try {
    return { ...line, amount_fen: lineAmount(fen(line.unit_price_fen), line.actual_milli ?? line.quoted_milli) }
  } catch (error) {
    if (error instanceof RangeError) throw quantityRefused(row, line.name)
    throw error
  }
}

/** @throws UserError invalid-quantity; what was not used is nought, less is nothing */
export function refuseActual(actualMilli: number, row: number, name: string): void {
  if (actualMilli < 0 || actualMilli > QUANTITY_MAX) throw quantityRefused(row, name)
}

const COLUMNS = ['price_item_id', 'code', 'basis', 'name', 'unit', 'kind', 'supplier', 'unit_price_fen', 'quoted_milli', 'actual_milli', 'amount_fen'] as const

export const insertLines = (tx: Tx, serviceId: number, lines: readonly NewLine[], after = 0): Promise<void> =>
  insertRows(tx.query, 'service_line', ['service_id', 'position', ...COLUMNS], lines.map((line, i) => [serviceId, after + i + 1, ...COLUMNS.map((column) => line[column])]))

/** The columns of a slip that its lines come to. */
export function totalColumns(lines: readonly NewLine[]): { labour_fen: number; material_fen: number; total_fen: number } {
  const { labourFen, materialFen, totalFen } = slipTotals(lines.map(priced))
  return { labour_fen: labourFen, material_fen: materialFen, total_fen: totalFen }
}
