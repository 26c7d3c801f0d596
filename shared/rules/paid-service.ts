import { fen, type Fen, sumFen } from './money'

/** 有偿服务单 (17.R2–R4): `done` is due, `monthly` is due on the month's notice 月结. */
export const paidServiceStates = ['quoted', 'agreed', 'refused', 'done', 'monthly', 'paid', 'void'] as const
export type PaidServiceState = (typeof paidServiceStates)[number]

export const paidServiceActions = ['agree', 'refuse', 'requote', 'complete', 'put-on-month', 'pay', 'unpay', 'void'] as const
export type PaidServiceAction = (typeof paidServiceActions)[number]

const transitions: Record<PaidServiceState, Partial<Record<PaidServiceAction, PaidServiceState>>> = {
  quoted: { agree: 'agreed', refuse: 'refused', requote: 'quoted', void: 'void' },
  // Work may have begun; a new quote needs a new agreement.
  agreed: { complete: 'done', requote: 'quoted', void: 'void' },
  refused: { requote: 'quoted' },
  done: { pay: 'paid', 'put-on-month': 'monthly', void: 'void' },
  monthly: { pay: 'paid', void: 'void' },
  // A receipt that is voided makes its slip due again.
  paid: { unpay: 'done' },
  void: {},
}

/** The state after `action`; null where the slip's state does not allow it. */
export const nextPaidServiceState = (from: PaidServiceState, action: PaidServiceAction): PaidServiceState | null => transitions[from][action] ?? null

/** Quantities are whole thousandths, so that 1.5 m and 0.25 h add up; the largest one is a million. */
export const QUANTITY_SCALE = 1000
export const QUANTITY_MAX = 1_000_000 * QUANTITY_SCALE
/** The dearest unit price: a million yuan. A line may not pass ten. */
export const PRICE_MAX = fen(100_000_000)
export const LINE_MAX = fen(1_000_000_000)

/** What a line comes to: price × quantity, to the nearest fen (half up). Throws a RangeError past `LINE_MAX`. */
export function lineAmount(unitPrice: Fen, quantityMilli: number): Fen {
  const amount = Number((BigInt(unitPrice) * BigInt(quantityMilli) * 2n + BigInt(QUANTITY_SCALE)) / (2n * BigInt(QUANTITY_SCALE)))
  if (amount > LINE_MAX) throw new RangeError(`line of ${amount} fen`)
  return fen(amount)
}

export const linesTotal = (lines: Iterable<{ unitPriceFen: Fen; quantityMilli: number }>): Fen =>
  sumFen(Array.from(lines, (line) => lineAmount(line.unitPriceFen, line.quantityMilli)))
