import { z } from 'zod'
import { day, exportFormat, id, keyset, moment, pageTo, paged, procedure, requiredText, signature, signed, text, written } from './base'
import { payment } from './paid-services'

/** 收款: receipts (series SJ), the drawer and its count, and the one ledger behind them (M1, M2). Amounts in whole fen. */
export const account = z.enum(['cash', 'card', 'transfer', 'wechat', 'alipay', 'receivable', 'service-income', 'fee-income', 'sign-income', 'deposit', 'forfeit-income', 'drawer-difference', 'handed-in'])
export type Account = z.infer<typeof account>

export const receiptLine = z.object({ name: z.string(), quantityMilli: z.number().int(), unit: z.string(), unitPriceFen: z.number().int(), amountFen: z.number().int() })
export const receipt = z.object({
  id, no: z.string(),
  /** `refund`: 退款收据 of a deposit, money that went out (series TK). */
  kind: z.enum(['receipt', 'refund']),
  at: moment, day, station: z.string(), cashier: z.string(), payer: z.string(), room: z.string(), tenantId: id.nullable(),
  subject: z.string(), recordRegister: z.string(), recordId: id, recordNo: z.string(), lines: z.array(receiptLine), totalFen: z.number().int(), capitals: z.string(),
  payment, tenderedFen: z.number().int().nullable(), changeFen: z.number().int(),
  voidAt: moment.nullable(), voidBy: z.string().nullable(), voidReason: z.string().nullable(), reprints: z.number().int(),
})
export type Receipt = z.infer<typeof receipt>

/** Chinese notes and coins in fen, for the count. */
export const denominations = [10000, 5000, 2000, 1000, 500, 200, 100, 50, 10] as const

/** Money that came and went at a station, since its last count or its last 日结. */
export const takings = z.object({
  /** Cash that came in, and cash that went out again by refunds and void receipts; how often. */
  takenFen: z.number().int(), takenCount: z.number().int(), returnedFen: z.number().int(), returnedCount: z.number().int(),
  /** 备用金 that finance gave for the drawer, less what was voided. */
  drawnFen: z.number().int(),
  /** Receipts that are still good, and what came in less what went out. */
  byPayment: z.array(z.object({ payment, count: z.number().int(), amountFen: z.number().int() })),
  receipts: z.object({ first: z.string(), last: z.string(), count: z.number().int(), voids: z.number().int(), refunds: z.number().int() }),
})
export type Takings = z.infer<typeof takings>

export const drawer = takings.extend({
  station: z.string(), since: moment.nullable(),
  /** What the last count left in it. */
  floatFen: z.number().int(),
  /** What the ledger says lies in it now. */
  expectedFen: z.number().int(),
})
export type Drawer = z.infer<typeof drawer>

export const drawerClose = z.object({
  id, no: z.string(), at: moment, day, station: z.string(), by: z.string(), expectedFen: z.number().int(), countedFen: z.number().int(), differenceFen: z.number().int(), reason: z.string(),
  handedInFen: z.number().int(), floatFen: z.number().int(), counts: z.array(z.object({ fen: z.number().int(), pieces: z.number().int() })),
})
export type DrawerClose = z.infer<typeof drawerClose>

/** 备用金领款单 (M1, series BY): cash that finance gave for the drawer, signed for by who gave it. */
export const drawerFloat = z.object({
  id, no: z.string(), at: moment, day, station: z.string(), by: z.string(), amountFen: z.number().int(), note: z.string(), signed, voidAt: moment.nullable(), voidBy: z.string(), voidReason: z.string(),
  /** The drawer was counted since: it stands. */
  counted: z.boolean(),
})
export type DrawerFloat = z.infer<typeof drawerFloat>

/** What a deposit is held for: a pass, a key that was lent. */
export const depositState = z.enum(['held', 'refunded', 'forfeited', 'void'])
export const deposit = z.object({
  id, at: moment, day, state: depositState, kind: z.string(), register: z.string(), recordId: id, recordNo: z.string(), holder: z.string(), tenantId: id.nullable(), company: z.string(), amountFen: z.number().int(),
  receiptId: id, receiptNo: z.string(), settledAt: moment.nullable(), settledBy: z.string(), refundNo: z.string(), reason: z.string(),
})
export type Deposit = z.infer<typeof deposit>
export const depositFilter = z.object({ state: depositState.nullable().default(null), kind: text(20).default(''), tenantId: id.nullable().default(null), from: day.nullable().default(null), to: day.nullable().default(null), search: text(60).default('') })

/** Of all that a filter finds, however many pages; a deposit whose receipt is void counts nowhere. */
export const depositSums = z.object({ count: z.number().int(), heldFen: z.number().int(), refundedFen: z.number().int(), forfeitedFen: z.number().int() })

/** Held deposits, said three ways that must agree at any moment (M1): the deposits' rows, the ledger, the open passes and keys. */
export const depositProof = z.object({
  heldFen: z.number().int(), ledgerFen: z.number().int(), passesFen: z.number().int(), keysFen: z.number().int(), agree: z.boolean(),
  byKind: z.array(z.object({ kind: z.string(), count: z.number().int(), heldFen: z.number().int(), refundedFen: z.number().int(), forfeitedFen: z.number().int() })),
})

/** What is open at the end of a day, told by each register. */
export const dayOpen = z.object({ what: z.enum(['prints-waiting', 'prints-unknown', 'permits-open', 'permits-missing', 'keys-out', 'visitors-inside', 'passes-ready']), count: z.number().int(), nos: z.array(z.string()) })
export type DayOpen = z.infer<typeof dayOpen>
export const dayState = z.object({
  day, station: z.string(), drawer,
  /** When the last 日结 ended, from which this one goes on, so that nothing is lost between two; null where there was none. */
  since: moment.nullable(), takings, lastCount: drawerClose.nullable(),
  /**
   * No cash came or went since the drawer was counted; and where cash lies in it, the count is of this shift and stands on no
   * 日结 before (else it is `stale`).
   */
  counted: z.boolean(), stale: z.boolean(), balanced: z.boolean(), deposits: depositProof, open: z.array(dayOpen),
  /** The last 日结 of today. */
  closed: z.object({ id, no: z.string(), at: moment, by: z.string() }).nullable(),
})
export type DayState = z.infer<typeof dayState>
/** `ledgerFen`: what the ledger said lay in the drawer; `countedFen`: what the last count left in it; `heldFen`: deposits. */
export const dayClose = z.object({ id, no: z.string(), at: moment, day, station: z.string(), by: z.string(), drawerCloseNo: z.string(), ledgerFen: z.number().int(), countedFen: z.number().int(), heldFen: z.number().int(), open: z.array(dayOpen), note: z.string(), signed })
export type DayClose = z.infer<typeof dayClose>

export const cashier = {
  deposits: procedure('cashier.read').input(z.object({ filter: depositFilter, ...keyset })).output(z.object({ rows: z.array(deposit), next: id.nullable(), sums: depositSums })),
  depositProof: procedure('cashier.read').output(depositProof),
  printDeposits: procedure('cashier.read').input(z.object({ filter: depositFilter, to: pageTo })).output(paged),
  exportDeposits: procedure('cashier.read').input(z.object({ filter: depositFilter, format: exportFormat })).output(written),
  /** 日结 (M1): what the day left open, drawer against ledger; signed and printed. Again on the same day it follows `after`, the one the page showed, and the note says why. */
  dayState: procedure('cashier.read').output(dayState),
  closeDay: procedure('cashier.write').input(z.object({ after: id.nullable().default(null), note: text(400).default(''), signature, print: z.boolean().default(true) })).output(dayClose),
  dayCloses: procedure('cashier.read').input(z.object({ ...keyset })).output(z.object({ rows: z.array(dayClose), next: id.nullable() })),
  /** The slip as it was printed then, marked 补打 with its count; where there was no printer, what was written down (M2). */
  reprintDayClose: procedure('cashier.write').input(z.object({ id })).output(z.object({ printJobId: id })),
  receipts: procedure('cashier.read').input(z.object({ day: day.nullable().default(null), search: text(60).default(''), ...keyset })).output(z.object({ rows: z.array(receipt), next: id.nullable() })),
  receipt: procedure('cashier.read').input(z.object({ id })).output(receipt),
  reprint: procedure('cashier.write').input(z.object({ id })).output(z.object({ printJobId: id })),
  /** Counter-posts it, prints the void receipt marked 作废; the number stays, and what it paid for is due again. */
  voidReceipt: procedure('cashier.void').input(z.object({ id, reason: requiredText(200), print: z.boolean().default(true) })).output(receipt),
  drawer: procedure('cashier.read').output(drawer),
  /**
   * 清点: counts the drawer against the ledger. `expectedFen` is what the page showed (`drawer-changed` when money came
   * in meanwhile). A difference needs its reason and is posted. What is not left as float is handed in to finance.
   */
  close: procedure('cashier.write').input(z.object({ counts: z.array(z.object({ fen: z.number().int().positive(), pieces: z.number().int().min(0).max(100_000) })).max(20), expectedFen: z.number().int(), floatFen: z.number().int().min(0), reason: text(200).default(''), print: z.boolean().default(true) })).output(drawerClose),
  /** 领备用金: cash from finance into this station's drawer, so that it can give change and refunds. */
  drawFloat: procedure('cashier.write').input(z.object({ amountFen: z.number().int().positive(), note: text(200).default(''), signature, print: z.boolean().default(true) })).output(drawerFloat.extend({ printJobIds: z.array(id) })),
  /** Counter-posts one that was written wrong, until the drawer is counted. */
  voidFloat: procedure('cashier.void').input(z.object({ id, reason: requiredText(200) })).output(drawerFloat),
  floats: procedure('cashier.read').input(z.object({ ...keyset })).output(z.object({ rows: z.array(drawerFloat), next: id.nullable() })),
  closes: procedure('cashier.read').input(z.object({ ...keyset })).output(z.object({ rows: z.array(drawerClose), next: id.nullable() })),
  /** Balance of every account, and whether all postings add up to nought. */
  balances: procedure('cashier.read').output(z.object({ accounts: z.array(z.object({ account, balanceFen: z.number().int() })), balanced: z.boolean() })),
  /** The day's receipts on A4. */
  printDay: procedure('cashier.read').input(z.object({ day, to: pageTo })).output(paged),
}
