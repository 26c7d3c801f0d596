import { z } from 'zod'
import { paidServiceStates } from '../rules/paid-service'
import { day, exportFormat, historyLine, id, keyset, linkedRecord, moment, month, pageTo, paged, procedure, recordRef, requiredText, signature, signed, step, text, written } from './base'
import { importFile, importPreview, importResult, previewRef, writtenFile } from './import'
import { rating } from './repairs'

/** 有偿服务 (chapter 17): price list 17.F1 and 有偿服务单 17.F2 (series YC). Amounts in whole fen, quantities in thousandths. */
export const paidServiceState = z.enum(paidServiceStates)
export const lineKind = z.enum(['labour', 'material'])
export const supplier = z.enum(['tower', 'client'])

export const priceItem = z.object({
  id, code: z.string(), category: z.string(), name: z.string(), content: z.string(), kind: lineKind, unit: z.string(), priceFen: z.number().int(),
  /** Whether the labour price has its material in it. */
  withMaterial: z.boolean(), validFrom: day, validTo: day.nullable(),
})
export type PriceItem = z.infer<typeof priceItem>
export const priceInput = z.object({
  id: id.nullable().default(null), code: requiredText(20), category: requiredText(40), name: requiredText(60), content: text(200).default(''), kind: lineKind, unit: requiredText(10),
  priceFen: z.number().int(), withMaterial: z.boolean().default(false), validFrom: day, validTo: day.nullable().default(null),
})

/** How an unlisted job got its price (17.R1). */
export const basis = z.enum(['listed', 'nearest', 'agreed'])

export const lineInput = z.object({
  /** Listed: name, unit and price are the list's on the day of the quote, and stay so. `nearest` names the item it is priced by. */
  priceItemId: id.nullable().default(null), basis: basis.default('listed'),
  name: text(60).default(''), unit: text(10).default(''), kind: lineKind.default('labour'),
  supplier: supplier.default('tower'), unitPriceFen: z.number().int().default(0), quantityMilli: z.number().int(),
})
export type LineInput = z.input<typeof lineInput>

export const line = z.object({
  id, priceItemId: id.nullable(), code: z.string(), basis, name: z.string(), unit: z.string(), kind: lineKind, supplier,
  unitPriceFen: z.number().int(), quotedMilli: z.number().int(), actualMilli: z.number().int().nullable(),
  /** By the actual quantity where there is one. */
  amountFen: z.number().int(),
})
export type Line = z.infer<typeof line>

export const paidServiceRow = z.object({
  id, no: z.string(), at: moment, day, state: paidServiceState, title: z.string(), emergency: z.boolean(),
  orderId: id.nullable(), orderNo: z.string(),
  unitId: id.nullable(), room: z.string(), place: z.string(), tenantId: id.nullable(), tenantName: z.string(), client: z.string(), phoneMasked: z.string(),
  labourFen: z.number().int(), materialFen: z.number().int(), totalFen: z.number().int(),
  openedBy: z.string(), worker: z.string(), doneAt: moment.nullable(), rating: rating.nullable(), paidAt: moment.nullable(), receiptNo: z.string(), month: z.string(),
  checkedBy: z.string(), secondCheckedBy: z.string(), refusedReason: z.string(), voidReason: z.string().nullable(), voidAt: moment.nullable(), erased: z.boolean(),
})
export type PaidServiceRow = z.infer<typeof paidServiceRow>

export const paidServiceDetail = paidServiceRow.extend({
  version: z.number().int(), station: z.string(), capitals: z.string(), lines: z.array(line), quotedFen: z.number().int(),
  agreement: signed.nullable(), agreedHow: z.enum(['signed', 'read-out']).nullable(), workerSigned: signed.nullable(), clientSigned: signed.nullable(), comment: z.string(),
  receiptId: id.nullable(), steps: z.array(step), links: z.array(linkedRecord),
  jobs: z.array(z.object({ id, title: z.string(), printer: z.string(), state: z.string(), createdAt: moment, reprintCount: z.number().int() })),
  history: z.array(historyLine),
})
export type PaidServiceDetail = z.infer<typeof paidServiceDetail>

export const payment = z.enum(['cash', 'card', 'transfer', 'wechat', 'alipay'])
export type Payment = z.infer<typeof payment>

const of = { id, version: z.number().int() }
const lines = z.array(lineInput).max(50)

export const quoteInput = z.object({
  /** The work order, call or visit it is for; who and where that are left empty are taken from it. */
  from: recordRef.nullable().default(null),
  title: text(100).default(''), unitId: id.nullable().default(null), tenantId: id.nullable().default(null), place: text(60).default(''), client: text(60).default(''), phone: text(30).default(''), contactId: id.nullable().default(null),
  lines,
  /** Done first, slip after (17.R3): no agreement is waited for, the signature comes with the work. */
  emergency: z.boolean().default(false),
  /** Prints the quote 报价单 on the receipt printer. */
  print: z.boolean().default(false),
})
export type QuoteInput = z.input<typeof quoteInput>

export const savedSlip = z.object({ id, no: z.string(), state: paidServiceState, version: z.number().int(), totalFen: z.number().int(), printJobIds: z.array(id) })
export type SavedSlip = z.infer<typeof savedSlip>

export const paidServiceFilter = z.object({
  view: z.enum(['all', 'open', 'due', 'monthly']).default('all'), states: z.array(paidServiceState).default([]), from: day.nullable().default(null), to: day.nullable().default(null),
  month: month.nullable().default(null), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), search: text(60).default(''),
})

/** 每月交财务 (17.R5): the month's slips, checked by one person and a second time by another. */
export const monthSheet = z.object({
  month, rows: z.array(paidServiceRow), paidFen: z.number().int(), monthlyFen: z.number().int(),
  /** Quoted, agreed or due slips of the month that are not settled: carried on, named on the sheet. */
  unsettled: z.array(paidServiceRow),
  /** Of this month or before, on the payment notice of a later one. */
  later: z.array(paidServiceRow),
  /** Quotes the client refused, with nought for their sums; and void ones: no number is missing (17.R6). */
  refused: z.array(paidServiceRow), voids: z.array(paidServiceRow),
  batch: z.object({ id, checkedBy: z.string(), checkedAt: moment, secondBy: z.string().nullable(), secondAt: moment.nullable() }).nullable(),
})
export type MonthSheet = z.infer<typeof monthSheet>

export const paidServices = {
  quote: procedure('services.write').input(quoteInput).output(savedSlip),
  /** New lines for a slip that is quoted, refused or agreed; it needs the client's agreement again. */
  requote: procedure('services.write').input(z.object({ ...of, lines, print: z.boolean().default(false) })).output(savedSlip),
  /** Read out or printed, and agreed by signature (or by word on the phone, marked so), or refused with the reason (17.R2). */
  decide: procedure('services.write').input(z.object({ ...of, agreed: z.boolean(), how: z.enum(['signed', 'read-out']).default('signed'), reason: text(200).default(''), signature: signature.nullable().default(null), print: z.boolean().default(true) })).output(savedSlip),
  /** Actual quantities by line id, before the client signs; none may be negative or absurd. */
  actuals: procedure('services.write').input(z.object({ ...of, lines: z.array(z.object({ id, actualMilli: z.number().int() })), more: lines.default([]) })).output(savedSlip),
  /** Work done, of a slip without a work order (one with an order is completed by the order's signature). Posts the amount due. */
  complete: procedure('services.write').input(z.object({ ...of, worker: requiredText(40), workerSignature: signature, rating, comment: text(400).default(''), signature })).output(savedSlip),
  /** Paid at the desk: posts it, takes the receipt number and prints the receipt. `tenderedFen` is the cash given. */
  pay: procedure('cashier.write').input(z.object({ ...of, payment, tenderedFen: z.number().int().nullable().default(null), payer: text(120).default(''), print: z.boolean().default(true) }))
    .output(savedSlip.extend({ receiptId: id, receiptNo: z.string(), changeFen: z.number().int() })),
  /** 月结: onto the notice of `month`, this one if none is given. */
  putOnMonth: procedure('services.write').input(z.object({ ...of, month: month.nullable().default(null) })).output(savedSlip),
  reveal: procedure('services.reveal').input(z.object({ id, field: z.literal('phone') })).output(z.object({ value: z.string() })),
  void: procedure('services.write').input(z.object({ ...of, reason: requiredText(200) })).output(savedSlip),
  list: procedure('services.read').input(z.object({ filter: paidServiceFilter, ...keyset })).output(z.object({ rows: z.array(paidServiceRow), next: id.nullable() })),
  get: procedure('services.read').input(z.object({ id })).output(paidServiceDetail),
  counts: procedure('services.read').output(z.object({ quoted: z.number().int(), agreed: z.number().int(), due: z.number().int(), dueFen: z.number().int(), monthly: z.number().int(), monthlyFen: z.number().int() })),
  /** Prints the quote 报价单, or the slip 有偿服务单 once it is agreed. A second print says 补打. */
  print: procedure('services.write').input(z.object({ id, what: z.enum(['quote', 'slip']) })).output(z.object({ printJobId: id })),

  prices: procedure('services.read').input(z.object({ on: day.nullable().default(null), search: text(60).default('') })).output(z.array(priceItem)),
  savePrice: procedure('prices.write').input(priceInput).output(priceItem),
  /** Ends a price on a day; quotes made with it keep it. */
  endPrice: procedure('prices.write').input(z.object({ id, validTo: day })).output(priceItem),
  pricesTemplate: procedure('prices.write').output(writtenFile),
  pricesPreview: procedure('prices.write').input(importFile).output(importPreview),
  pricesAccept: procedure('prices.write').input(previewRef).output(importResult),
  pricesDiscard: procedure('prices.write').input(previewRef).output(z.void()),
  pricesProblems: procedure('prices.write').input(previewRef).output(writtenFile),
  exportPrices: procedure('services.read').input(z.object({ on: day.nullable().default(null), format: exportFormat })).output(written),
  /** The posted price list 17.F1 on A4. */
  printPrices: procedure('services.read').input(z.object({ on: day, to: pageTo })).output(paged),

  monthSheet: procedure('services.read').input(z.object({ month })).output(monthSheet),
  checkMonth: procedure('services.check').input(z.object({ month })).output(monthSheet),
  secondCheck: procedure('services.check').input(z.object({ month })).output(monthSheet),
  exportMonth: procedure('services.read').input(z.object({ month, format: exportFormat })).output(written),
}
