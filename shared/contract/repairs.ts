import { z } from 'zod'
import { trades, workOrderStates } from '../rules/work-order'
import { day, exportFormat, historyLine, id, keyset, linkedRecord, moment, month, paged, pageTo, procedure, recordRef, requiredText, signature, signed, step, text, written } from './base'

/** 客户报修登记表 and 维修工作令单 (13.F1, 13.F2): one record, one number (WX). */
export const workOrderState = z.enum(workOrderStates)
export const trade = z.enum(trades)
export const urgency = z.enum(['normal', 'urgent', 'emergency'])
export type Urgency = z.infer<typeof urgency>
export const rating = z.enum(['satisfied', 'fair', 'dissatisfied'])
export type Rating = z.infer<typeof rating>

/** What was used in a free repair: a record, not a charge; a chargeable one has its lines on the 有偿服务单. */
export const material = z.object({ name: requiredText(60), unit: text(10).default(''), quantityMilli: z.number().int(), unitPriceFen: z.number().int() })

export const workOrderInput = z.object({
  /** The call, visit or complaint it starts from; reporter, phone, unit and content that are left empty are taken from it. */
  from: recordRef.nullable().default(null),
  content: text(800).default(''),
  trade: trade.nullable().default(null),
  unitId: id.nullable().default(null),
  tenantId: id.nullable().default(null),
  /** Where it is when it is in no unit: 3 层茶水间, 大堂. */
  place: text(60).default(''),
  contactId: id.nullable().default(null),
  reporter: text(60).default(''),
  phone: text(30).default(''),
  appointmentAt: moment.nullable().default(null),
  /** 预计完工; without it, and without an appointment, the day it was reported. */
  expectedFinishAt: moment.nullable().default(null),
  urgency: urgency.default('normal'),
  chargeable: z.boolean().default(false),
  /** A chargeable emergency is done first, its slip opened after, marked so (17.R3). */
  emergencyFirst: z.boolean().default(false),
  photoIds: z.array(id).max(6).default([]),
  print: z.boolean().default(true),
})
export type WorkOrderInput = z.input<typeof workOrderInput>

export const workOrderRow = z.object({
  id, no: z.string(), at: moment, day, state: workOrderState,
  /** The short name of the fault: the first clause of the content. */
  fault: z.string(), content: z.string(), trade, urgency, chargeable: z.boolean(), emergencyFirst: z.boolean(),
  unitId: id.nullable(), room: z.string(), place: z.string(), tenantId: id.nullable(), tenantName: z.string(),
  reporter: z.string(), phoneMasked: z.string(),
  appointmentAt: moment.nullable(), dueAt: moment, receivedBy: z.string(),
  fetchedBy: z.string(), fetchedAt: moment.nullable(), worker: z.string(), assignedAt: moment.nullable(), startedAt: moment.nullable(),
  /** 待料: for what, until when. */
  waitingFor: z.string(), waitingUntil: moment.nullable(),
  finishedAt: moment.nullable(), returnedAt: moment.nullable(), verifiedAt: moment.nullable(), filedAt: moment.nullable(),
  rating: rating.nullable(),
  /** null while neither finished nor late (13.C5). */
  onTime: z.boolean().nullable(),
  reminders: z.number().int(), lastRemindedAt: moment.nullable(),
  voidReason: z.string().nullable(), voidAt: moment.nullable(), erased: z.boolean(),
})
export type WorkOrderRow = z.infer<typeof workOrderRow>

/** The 有偿服务单 of a chargeable order, as the order shows it. */
export const charge = z.object({ id, no: z.string(), state: z.string(), totalFen: z.number().int() })
export type Charge = z.infer<typeof charge>

export const spotCheck = z.object({ id, at: moment, by: z.string(), orderId: id, no: z.string(), stage: z.enum(['intake', 'returned']), passed: z.boolean(), note: z.string() })
export type SpotCheck = z.infer<typeof spotCheck>

export const workOrderDetail = workOrderRow.extend({
  version: z.number().int(), station: z.string(), contactId: id.nullable(), expectedFinishAt: moment.nullable(),
  workRecord: z.string(), materials: z.array(material.extend({ amountFen: z.number().int() })),
  workerSigned: signed.nullable(), clientSigned: signed.nullable(), clientComment: z.string(),
  verification: z.object({ at: moment, by: z.string(), method: z.enum(['phone', 'visit']), outcome: z.enum(['good', 'bad']), opinion: z.string(), reorderNo: z.string().nullable() }).nullable(),
  photoIds: z.array(id), charge: charge.nullable(), spotChecks: z.array(spotCheck),
  /** Other orders of the unit in the last year. */
  sameUnit: z.array(z.object({ id, no: z.string(), fault: z.string(), at: moment, state: workOrderState, trade })),
  steps: z.array(step), links: z.array(linkedRecord),
  notices: z.array(z.object({ id, department: z.string(), person: z.string(), createdAt: moment, acknowledgedAt: moment.nullable(), acknowledgedBy: z.string().nullable() })),
  jobs: z.array(z.object({ id, title: z.string(), printer: z.string(), state: z.string(), createdAt: moment, reprintCount: z.number().int() })),
  history: z.array(historyLine),
})
export type WorkOrderDetail = z.infer<typeof workOrderDetail>

export const workOrderFilter = z.object({
  view: z.enum(['all', 'open', 'unreturned', 'to-verify', 'late']).default('all'),
  from: day.nullable().default(null), to: day.nullable().default(null),
  states: z.array(workOrderState).default([]),
  trade: trade.nullable().default(null), tenantId: id.nullable().default(null), unitId: id.nullable().default(null), worker: text(40).default(''),
  /** Number, content, reporter, company, room, worker (any substring), or the last four digits of the reporter's phone. */
  search: text(60).default(''),
})
export type WorkOrderFilter = z.input<typeof workOrderFilter>

export const savedOrder = z.object({ id, no: z.string(), state: workOrderState, version: z.number().int(), printJobIds: z.array(id) })
export type SavedOrder = z.infer<typeof savedOrder>

/** Which order, and as which version it was seen: a second person who takes the same step is refused (`order-taken`, `stale`). */
const of = { id, version: z.number().int() }

export const fault = z.object({ id, trade, text: z.string(), uses: z.number().int(), active: z.boolean() })
export type Fault = z.infer<typeof fault>

/** 维修及时率 by trade of the orders reported in a month: `total` are those finished or already late; void and refused ones don't count. */
export const onTimeRate = z.object({
  month, total: z.number().int(), onTime: z.number().int(), goalPercent: z.number(),
  byTrade: z.array(z.object({ trade, total: z.number().int(), onTime: z.number().int() })),
})
export type OnTimeRate = z.infer<typeof onTimeRate>

export const repairs = {
  save: procedure('repairs.write').input(workOrderInput).output(savedOrder),
  list: procedure('repairs.read').input(z.object({ filter: workOrderFilter, ...keyset })).output(z.object({ rows: z.array(workOrderRow), next: id.nullable() })),
  get: procedure('repairs.read').input(z.object({ id })).output(workOrderDetail),
  /** By QR token or number (WX26-001203, 1203). */
  find: procedure('repairs.read').input(z.object({ code: requiredText(60) })).output(workOrderRow),
  counts: procedure('repairs.read').output(z.object({
    open: z.number().int(), unfetched: z.number().int(), unreturned: z.number().int(), late: z.number().int(), toVerify: z.number().int(), quoting: z.number().int(),
    /** Of this month: first and last number, how many, how many void. */
    month: z.object({ first: z.string(), last: z.string(), count: z.number().int(), voids: z.number().int() }),
  })),
  /** Orders still to be done of the same unit or place with the same or a like fault (「同室同故障」), newest first; shown, never blocked. */
  duplicates: procedure('repairs.read').input(z.object({ unitId: id.nullable().default(null), place: text(60).default(''), content: text(800), trade: trade.nullable().default(null) })).output(z.array(workOrderRow)),
  /** Adds what was reported again to an order whose work is still to be done: content, and a link from the entry; engineering is told. */
  addTo: procedure('repairs.write').input(z.object({ ...of, content: requiredText(400), from: recordRef.nullable().default(null), print: z.boolean().default(true) })).output(savedOrder),
  /** The tower's usual faults that fit what is typed (any part, pinyin initials), most used first; with their trade. */
  suggestFaults: procedure('repairs.read').input(z.object({ query: text(60), trade: trade.nullable().default(null), limit: z.number().int().max(20).default(8) })).output(z.array(fault)),
  faults: procedure('repairs.read').output(z.array(fault)),
  saveFault: procedure('repairs.check').input(z.object({ id: id.nullable().default(null), trade, text: requiredText(40), active: z.boolean().default(true) })).output(fault),
  /** Engineering's people, and the names orders went to of late. */
  workers: procedure('repairs.read').output(z.array(z.object({ name: z.string(), open: z.number().int() }))),

  /** 领单签收. `worker` and `start` take the next steps at once, each on record. */
  fetch: procedure('repairs.work').input(z.object({ ...of, by: requiredText(40), worker: text(40).default(''), start: z.boolean().default(false) })).output(savedOrder),
  assign: procedure('repairs.work').input(z.object({ ...of, worker: requiredText(40), expectedFinishAt: moment.nullable().default(null) })).output(savedOrder),
  start: procedure('repairs.work').input(z.object({ ...of })).output(savedOrder),
  wait: procedure('repairs.work').input(z.object({ ...of, for: requiredText(100), until: moment.nullable().default(null) })).output(savedOrder),
  /** 完工: the worker's signature, finish time (not before the start, not after now), and what was done. */
  finish: procedure('repairs.work').input(z.object({ ...of, finishedAt: moment.nullable().default(null), workRecord: requiredText(800), materials: z.array(material).max(50).default([]), signature })).output(savedOrder),
  /** 客户评价、签字. A chargeable order needs its slip with actual quantities first; the signature is the slip's too. */
  sign: procedure('repairs.work').input(z.object({ ...of, rating, comment: text(400).default(''), signature })).output(savedOrder),
  /** 返单: the paper came back to the desk. */
  return: procedure('repairs.write').input(z.object({ ...of, by: text(40).default('') })).output(savedOrder),
  /** 核验 (13.R5). A bad outcome opens a linked new order with what is still wrong. */
  verify: procedure('repairs.write').input(z.object({ ...of, method: z.enum(['phone', 'visit']), outcome: z.enum(['good', 'bad']), opinion: text(400).default(''), stillWrong: text(400).default(''), print: z.boolean().default(true) }))
    .output(savedOrder.extend({ reorder: z.object({ id, no: z.string() }).nullable() })),
  /** 归档 (13.R6), one or many; those that may not be filed yet are named. */
  file: procedure('repairs.write').input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({ filed: z.number().int(), left: z.array(z.object({ id, no: z.string(), why: z.string() })) })),
  stepBack: procedure('repairs.write').input(z.object({ ...of, reason: requiredText(200) })).output(savedOrder),
  void: procedure('repairs.write').input(z.object({ ...of, reason: requiredText(200) })).output(savedOrder),
  correct: procedure('repairs.write').input(z.object({
    ...of, reason: requiredText(200),
    changes: z.object({
      content: requiredText(800), trade, urgency, place: text(60), unitId: id.nullable(), tenantId: id.nullable(), reporter: text(60), phone: text(30),
      appointmentAt: moment.nullable(), expectedFinishAt: moment.nullable(), workRecord: requiredText(800), finishedAt: moment, chargeable: z.boolean(),
    }).partial(),
  })).output(workOrderDetail),
  /** Reminds engineering of an order that did not come back; prints the reminder slip 催 n (13.R7). */
  urge: procedure('repairs.write').input(z.object({ id, print: z.boolean().default(true) })).output(savedOrder),
  reprint: procedure('repairs.work').input(z.object({ id })).output(z.object({ printJobId: id })),
  reveal: procedure('repairs.reveal').input(z.object({ id, field: z.literal('phone') })).output(z.object({ value: z.string() })),
  spotCheck: procedure('repairs.check').input(z.object({ id, stage: z.enum(['intake', 'returned']), passed: z.boolean(), note: text(200).default('') })).output(spotCheck),
  spotChecks: procedure('repairs.read').input(z.object({ month })).output(z.array(spotCheck)),
  onTime: procedure('repairs.read').input(z.object({ month })).output(onTimeRate),
  /** Returned or filed, but something of it is missing: a signature, a work record, a verification (13.C3, 13.C4). */
  incomplete: procedure('repairs.read').input(z.object({ from: day, to: day })).output(z.array(workOrderRow.extend({ missing: z.array(z.enum(['worker-signature', 'client-signature', 'scan', 'work-record', 'verification', 'return'])) }))),
  /** 客户报修登记表 of a period on A4 in the manual's form. */
  printRegister: procedure('repairs.read').input(z.object({ from: day, until: day, to: pageTo })).output(paged),
  export: procedure('repairs.read').input(z.object({ filter: workOrderFilter, format: exportFormat })).output(written),
}
