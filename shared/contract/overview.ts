import { z } from 'zod'
import { id, linkedRecord, moment, procedure, recordRef } from './base'
import { tenant, unit } from './tenants'

/** What every register tells of itself: 单位档案's timeline, 今日 (what waits for me), and what a new record starts from. */
export const timelineItem = z.object({
  register: z.string(), recordId: id, no: z.string(), kind: z.string(), at: moment, title: z.string(), state: z.string(), room: z.string(), amountFen: z.number().int().nullable(),
  /** When somebody is, or was, to come who has not: `at` says when that was entered. */
  expectedAt: moment.optional(),
  /** Of a visit: who came, to whom, from where; absent where the viewer may not know. */
  visit: z.object({ name: z.string(), host: z.string(), company: z.string() }).optional(),
})
export type TimelineItem = z.infer<typeof timelineItem>

export const waitingItem = z.object({
  /** `<what>:<record id>`; worded from `overview.what.<what>`. */
  key: z.string(), register: z.string(), recordId: id, no: z.string(),
  what: z.enum([
    'order-quoting', 'order-unfetched', 'order-working', 'order-parts', 'order-unsigned', 'order-unreturned', 'order-unverified',
    'service-quoted', 'service-due', 'complaint-new', 'complaint-escalated', 'complaint-handling', 'complaint-to-ask', 'complaint-repairing',
    'pass-ready', 'pass-expiring', 'pass-expired', 'pass-unfiled', 'permit-held', 'permit-open', 'permit-differs', 'permit-missing',
    'key-out', 'key-late', 'cutting-requested', 'cutting-checked', 'cutting-approved', 'cutting-cut', 'custody-unsealed', 'key-incident', 'stocktake-unchecked', 'stocktake-due', 'sign-applied', 'sign-returned', 'sign-ordered', 'sign-departed', 'sign-moved', 'sign-renamed',
  ]),
  /** `people`: how many stand behind the title's person, with them. */
  title: z.string(), people: z.number().int().optional(), detail: z.string(), since: moment, dueAt: moment.nullable(),
  /** Its title without a person's name, where it has one: what a hand-over keeps and prints (P3). */
  nameless: z.string().optional(),
})
export type WaitingItem = z.infer<typeof waitingItem>

/** What a record says to one that is started from it; no number but masked. */
export const originView = z.object({
  register: z.string(), id, no: z.string(), at: moment, name: z.string(), phoneMasked: z.string(), company: z.string(), contactId: id.nullable(), tenantId: id.nullable(), tenantName: z.string(),
  unitId: id.nullable(), room: z.string(), place: z.string(), matter: z.string(), links: z.array(linkedRecord),
})
export type OriginView = z.infer<typeof originView>

const place = z.object({ tenantId: id.nullable().default(null), unitId: id.nullable().default(null), register: z.string().nullable().default(null), limit: z.number().int().min(1).max(500).default(100) })

export const overview = {
  origin: procedure('signed-in').input(recordRef).output(originView),
  /** What waits for the one who asks, by their role: overdue first, then by due time, then oldest first. */
  waiting: procedure('signed-in').output(z.array(waitingItem)),
  /** Everything that happened with a company or in a unit, newest first, from every register the role may read. */
  timeline: procedure('tenants.read').input(place).output(z.array(timelineItem)),
  /** A unit, whose it is, and what waits there. What is owed of it are its own slips' (`paidServices.list` by unit): a company's balance is of all its rooms. */
  unit: procedure('tenants.read').input(z.object({ id })).output(z.object({ unit, tenants: z.array(tenant), open: z.array(waitingItem) })),
}
