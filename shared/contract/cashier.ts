import { z } from 'zod'
import { day, id, keyset, moment, pageTo, paged, procedure, requiredText, text } from './base'
import { payment } from './paid-services'

/** 收款: receipts (series SJ), the drawer and its count, and the one ledger behind them (M1, M2). Amounts in whole fen. */
export const account = z.enum(['cash', 'card', 'transfer', 'wechat', 'alipay', 'receivable', 'service-income', 'drawer-difference', 'handed-in'])
export type Account = z.infer<typeof account>

export const receiptLine = z.object({ name: z.string(), quantityMilli: z.number().int(), unit: z.string(), unitPriceFen: z.number().int(), amountFen: z.number().int() })
export const receipt = z.object({
  id, no: z.string(), at: moment, day, station: z.string(), cashier: z.string(), payer: z.string(), room: z.string(), tenantId: id.nullable(),
  subject: z.string(), recordRegister: z.string(), recordId: id, recordNo: z.string(), lines: z.array(receiptLine), totalFen: z.number().int(), capitals: z.string(),
  payment, tenderedFen: z.number().int().nullable(), changeFen: z.number().int(),
  voidAt: moment.nullable(), voidBy: z.string().nullable(), voidReason: z.string().nullable(), reprints: z.number().int(),
})
export type Receipt = z.infer<typeof receipt>

/** Chinese notes and coins in fen, for the count. */
export const denominations = [10000, 5000, 2000, 1000, 500, 200, 100, 50, 10] as const

export const drawer = z.object({
  station: z.string(), since: moment.nullable(),
  /** What the last count left in it. */
  floatFen: z.number().int(), takenFen: z.number().int(), returnedFen: z.number().int(),
  /** What the ledger says lies in it now. */
  expectedFen: z.number().int(),
  byPayment: z.array(z.object({ payment, count: z.number().int(), amountFen: z.number().int() })),
  receipts: z.object({ first: z.string(), last: z.string(), count: z.number().int(), voids: z.number().int() }),
})
export type Drawer = z.infer<typeof drawer>

export const drawerClose = z.object({
  id, no: z.string(), at: moment, day, station: z.string(), by: z.string(), expectedFen: z.number().int(), countedFen: z.number().int(), differenceFen: z.number().int(), reason: z.string(),
  handedInFen: z.number().int(), floatFen: z.number().int(), counts: z.array(z.object({ fen: z.number().int(), pieces: z.number().int() })),
})
export type DrawerClose = z.infer<typeof drawerClose>

export const cashier = {
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
  closes: procedure('cashier.read').input(z.object({ ...keyset })).output(z.object({ rows: z.array(drawerClose), next: id.nullable() })),
  /** Balance of every account, and whether all postings add up to nought. */
  balances: procedure('cashier.read').output(z.object({ accounts: z.array(z.object({ account, balanceFen: z.number().int() })), balanced: z.boolean() })),
  /** The day's receipts on A4. */
  printDay: procedure('cashier.read').input(z.object({ day, to: pageTo })).output(paged),
}
