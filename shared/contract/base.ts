import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission } from './permissions'
import { userErrorData } from './errors'

/** What a procedure asks of its caller. `public`: before sign-in; `signed-in`: anybody signed in and not locked. */
export type Access = 'public' | 'signed-in' | Permission

export interface ProcedureMeta { access: Access }

/**
 * A procedure of the contract. `REFUSED` carries what a user can mend; `DEFECT` carries the number of the log entry
 * (the page shows one calm line with it).
 */
export const procedure = (access: Access) =>
  oc.$meta<ProcedureMeta>({ access }).errors({
    REFUSED: { data: userErrorData },
    DEFECT: { data: z.object({ log: z.string() }) },
  })

/** Row id. */
export const id = z.number().int().positive()
/** A moment: milliseconds since 1970 UTC. */
export const moment = z.number().int().nonnegative()
/** A local day, YYYY-MM-DD. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Text that is trimmed; empty means not given. */
export const text = (max: number) => z.string().trim().max(max)
export const requiredText = (max: number) => z.string().trim().min(1).max(max)

export const registerName = z.enum(['reception', 'repairs', 'paid-services', 'complaints', 'cashier', 'passes', 'exit-permits', 'keys', 'signs', 'calendar', 'handover', 'tenants', 'staff', 'settings', 'printing'])
export type RegisterName = z.infer<typeof registerName>

export const department = z.enum(['customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing'])
export type Department = z.infer<typeof department>

export const who = z.object({ id, name: z.string() })
/** One line of a record's history: who changed what, when (masked values only). */
export const historyLine = z.object({
  id, at: moment, actor: z.string(), station: z.string(), action: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  reason: z.string().nullable(),
})
export type HistoryLine = z.infer<typeof historyLine>

/** A record something starts from (16.R3): what is left empty is taken from it in the store, the phone number too. */
export const recordRef = z.object({ register: registerName, id })
export type RecordRef = z.infer<typeof recordRef>

/** A linked record as every detail shows it; `to` was started from this one. */
export const linkedRecord = z.object({ register: z.string(), recordId: id, no: z.string(), direction: z.enum(['from', 'to']), note: z.string() })
export type LinkedRecord = z.infer<typeof linkedRecord>

/** One step on a record's way: who did it, when, and who else it names (the one who fetched, the worker). */
export const step = z.object({
  id, action: z.string(), from: z.string(), to: z.string(), at: moment, actor: z.string(), station: z.string(), person: z.string(), note: z.string(),
})
export type Step = z.infer<typeof step>

/**
 * A signature: on the screen (`signatureId`, an attachment), or on the printed paper and marked so (`onPaper`, with its
 * scan where there is one). Neither, or nobody's name, is refused: `signature-missing`.
 */
export const signature = z.object({ by: text(40), signatureId: id.nullable().default(null), onPaper: z.boolean().default(false), scanId: id.nullable().default(null) })
export type Signature = z.input<typeof signature>
export const signed = z.object({ by: z.string(), at: moment, signatureId: id.nullable(), onPaper: z.boolean(), scanId: id.nullable() })
export type Signed = z.infer<typeof signed>

/**
 * Somebody with more authority agrees at the desk: staff number and PIN, checked like a sign-in (unknown-staff, wrong-pin,
 * sign-in-paused, not-permitted). Not needed where the one who is signed in may do it themselves.
 */
export const approval = z.object({ staffNo: z.string().trim().min(1).max(20), pin: z.string().max(20) })
export type Approval = z.infer<typeof approval>

/** Notices, print jobs as a record's detail shows them. */
export const noticeLine = z.object({ id, department: z.string(), person: z.string(), createdAt: moment, acknowledgedAt: moment.nullable(), acknowledgedBy: z.string().nullable() })
export const jobLine = z.object({ id, title: z.string(), printer: z.string(), state: z.string(), createdAt: moment, reprintCount: z.number().int() })

/** Which record, and as which version it was seen. */
export const seen = { id, version: z.number().int() }

/** Keyset cursor: the id of the last row seen; newest first. */
export const keyset = { before: id.nullable().default(null), limit: z.number().int().min(1).max(200).default(50) }
export const exportFormat = z.enum(['xlsx', 'csv'])
/** Where the user had a file written; null when they cancelled. */
export const written = z.object({ path: z.string(), rows: z.number().int() }).nullable()
/** An A4 page went to the printer (no path) or to a PDF; null when they cancelled. */
export const paged = z.object({ path: z.string().nullable(), rows: z.number().int() }).nullable()
export const pageTo = z.enum(['printer', 'pdf'])
/** A month, YYYY-MM. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
