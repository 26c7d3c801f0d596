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

export const registerName = z.enum(['reception', 'handover', 'tenants', 'staff', 'settings', 'printing'])
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
