import { UserError } from '../../../../shared/contract/errors'
import type { paidServices, PriceItem } from '../../../../shared/contract/paid-services'
import { PRICE_MAX } from '../../../../shared/rules/paid-service'
import { parseDay } from '../../../../shared/rules/time'
import { insertRow, updateRow } from '../../../store/rows'
import type { Tx } from '../../../store/types'
import { change } from '../../history'
import type { Call, ParsedInput } from '../../handlers'
import type { House } from '../../house'
import { type PriceRow, priceOf, type PriceValues, refuseOverlap } from './rows'

type Input = ParsedInput<typeof paidServices.savePrice>

/** @throws UserError invalid-input for a day that does not exist, end-before-start */
function checkPeriod(validFrom: string, validTo: string | null): void {
  if (parseDay(validFrom) === undefined) throw new UserError('invalid-input', {}, 'validFrom')
  if (validTo === null) return
  if (parseDay(validTo) === undefined) throw new UserError('invalid-input', {}, 'validTo')
  if (validTo < validFrom) throw new UserError('end-before-start', {}, 'validTo')
}

const fields = { code: 'code', category: 'category', name: 'itemName', content: 'itemContent', kind: 'kind', unit: 'unit', price_fen: 'priceFen', with_material: 'withMaterial', valid_from: 'validFrom', valid_to: 'validTo' } as const satisfies Record<keyof PriceValues, string>

/** What differs, field by field, as the history words it. */
export const changesOf = (before: PriceRow, after: PriceValues) =>
  (Object.keys(fields) as (keyof PriceValues)[]).filter((column) => before[column] !== after[column]).map((column) => change(null, fields[column], before[column], after[column]))

/**
 * A new item of the price list, or another wording of one. One that a quote was made with keeps its price: it is ended,
 * and a new one begins.
 * @throws UserError invalid-price, end-before-start, price-overlap, price-used, not-found
 */
export async function savePrice(house: House, input: Input, call: Call): Promise<PriceItem> {
  return house.store.write(call.scope, async (tx) => {
    checkPeriod(input.validFrom, input.validTo)
    if (input.priceFen < 0 || input.priceFen > PRICE_MAX) throw new UserError('invalid-price', { name: input.name }, 'priceFen')
    await refuseOverlap(tx, { code: input.code, valid_from: input.validFrom, valid_to: input.validTo }, input.id)
    const values: PriceValues = {
      code: input.code, category: input.category, name: input.name, content: input.content, kind: input.kind, unit: input.unit, price_fen: input.priceFen,
      with_material: input.withMaterial ? 1 : 0, valid_from: input.validFrom, valid_to: input.validTo,
    }
    if (input.id === null) return priceOf(await insertPrice(tx, values))
    const before = await loadPrice(tx, input.id)
    // Its end may still be set: that changes nothing of what was quoted.
    const said = changesOf(before, { ...values, valid_to: before.valid_to })
    if (said.length > 0 && (await isUsed(tx, before.id))) throw new UserError('price-used', { code: before.code })
    return priceOf(await updatePrice(tx, before, values))
  })
}

/** The last day of a price; quotes made with it keep it. @throws UserError end-before-start, price-overlap */
export async function endPrice(house: House, { id, validTo }: { id: number; validTo: string }, call: Call): Promise<PriceItem> {
  return house.store.write(call.scope, async (tx) => {
    const before = await loadPrice(tx, id)
    checkPeriod(before.valid_from, validTo)
    const { id: _, ...values } = { ...before, valid_to: validTo }
    await refuseOverlap(tx, values, id)
    return priceOf(await updatePrice(tx, before, values))
  })
}

async function loadPrice(tx: Tx, id: number): Promise<PriceRow> {
  const [row] = await tx.query<PriceRow>('SELECT * FROM price_item WHERE id = ?', [id])
  if (!row) throw new UserError('not-found')
  return row
}

async function isUsed(tx: Tx, id: number): Promise<boolean> {
  return (await tx.query('SELECT 1 FROM service_line WHERE price_item_id = ? LIMIT 1', [id])).length > 0
}

export async function insertPrice(tx: Tx, values: PriceValues): Promise<PriceRow> {
  const row = await insertRow<PriceRow>(tx.query, 'price_item', values)
  await tx.audit({ action: 'price.create', register: 'paid-services', recordId: null, detail: { price: row.id, ...values } })
  // The list has no record of its own; whoever shows it hears that the register changed.
  tx.changed('paid-services', row.id)
  return row
}

export async function updatePrice(tx: Tx, before: PriceRow, values: PriceValues): Promise<PriceRow> {
  const changes = changesOf(before, values)
  if (changes.length === 0) return before
  await updateRow(tx.query, 'price_item', before.id, values)
  await tx.audit({ action: 'price.change', register: 'paid-services', recordId: null, detail: { price: before.id, code: before.code, changes } })
  tx.changed('paid-services', before.id)
  return { ...before, ...values }
}
