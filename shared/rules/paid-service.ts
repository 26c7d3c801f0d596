import { fen, type Fen, sumFen } from './money'

/** 有偿服务单 (17.R2–R4): `done` is due, `monthly` is due on the month's notice 月结. */
export const paidServiceStates = ['quoted', 'agreed', 'refused', 'done', 'monthly', 'paid', 'void'] as const
export type PaidServiceState = (typeof paidServiceStates)[number]

export const paidServiceActions = ['agree', 'refuse', 'requote', 'complete', 'take-back', 'put-on-month', 'pay', 'unpay', 'back-on-month', 'void'] as const
export type PaidServiceAction = (typeof paidServiceActions)[number]

const transitions: Record<PaidServiceState, Partial<Record<PaidServiceAction, PaidServiceState>>> = {
  quoted: { agree: 'agreed', refuse: 'refused', requote: 'quoted', void: 'void' },
  // Before the work begins; a new quote needs a new agreement.
  agreed: { complete: 'done', requote: 'quoted', void: 'void' },
  refused: { requote: 'quoted' },
  // Taken back: the work was signed for by mistake, and so was the amount.
  done: { pay: 'paid', 'put-on-month': 'monthly', 'take-back': 'agreed', void: 'void' },
  monthly: { pay: 'paid', 'take-back': 'agreed', void: 'void' },
  // A receipt that is voided makes its slip due again; one that stands on a checked sheet as 月结, on that month's notice.
  paid: { unpay: 'done', 'back-on-month': 'monthly' },
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

export interface PricedLine { kind: 'labour' | 'material'; unitPriceFen: number; quotedMilli: number; actualMilli: number | null }

/** What counts of a line: what was really used, once that is known (17.R3). */
export const countedMilli = (line: Pick<PricedLine, 'quotedMilli' | 'actualMilli'>): number => line.actualMilli ?? line.quotedMilli

export const countedAmount = (line: Omit<PricedLine, 'kind'>): Fen => lineAmount(fen(line.unitPriceFen), countedMilli(line))

/** Labour, material and both together (17.R2). */
export function slipTotals(lines: readonly PricedLine[]): { labourFen: Fen; materialFen: Fen; totalFen: Fen } {
  const of = (kind: PricedLine['kind']): Fen => sumFen(lines.filter((line) => line.kind === kind).map(countedAmount))
  const [labourFen, materialFen] = [of('labour'), of('material')]
  return { labourFen, materialFen, totalFen: sumFen([labourFen, materialFen]) }
}

/** Thousandths as they are written: 1.5, 0.25, 2. */
export const quantityText = (milli: number): string => String(milli / QUANTITY_SCALE)

/** A quantity as people type it (2, 0.5, １．５), in thousandths; null where it is none, below `least`, or absurd. */
export function parseQuantity(text: string, least = 1): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,3}))?$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const milli = Number(match[1]) * QUANTITY_SCALE + Number((match[2] ?? '').padEnd(3, '0'))
  return milli >= least && milli <= QUANTITY_MAX ? milli : null
}
