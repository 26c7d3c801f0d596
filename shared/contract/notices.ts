import { z } from 'zod'
import { department, id, moment, procedure } from './base'

export const notice = z.object({
  id, department, person: z.string(), text: z.string(), register: z.string(), recordId: id, no: z.string(),
  createdAt: moment, createdBy: z.string(), acknowledgedAt: moment.nullable(), acknowledgedBy: z.string().nullable(),
  reminders: z.number().int(), lastRemindedAt: moment.nullable(),
  /** Minutes after which an unacknowledged notice is overdue. */
  limitMinutes: z.number().int(),
})
export type Notice = z.infer<typeof notice>

export const notices = {
  /** Oldest first; a department's own people see their department's only. */
  open: procedure('notices.read').input(z.object({ department: department.nullable().default(null) })).output(z.array(notice)),
  recent: procedure('notices.read').input(z.object({ department: department.nullable().default(null), limit: z.number().int().max(200).default(50) })).output(z.array(notice)),
  /** Acknowledged on screen, or by the desk for somebody who said so (phone, or who fetched the slip). */
  acknowledge: procedure('notices.acknowledge').input(z.object({ id, by: z.string().trim().max(40).default('') })).output(notice),
  remind: procedure('notices.acknowledge').input(z.object({ id })).output(notice),
}
