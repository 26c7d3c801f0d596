import { z } from 'zod'
import { department, id, moment, procedure, requiredText } from './base'
import { permissions, role } from './permissions'

export const pin = z.string().regex(/^\d{6}$/)
export const staffMember = z.object({ id, staffNo: z.string(), name: z.string(), role, department, active: z.boolean(), pausedUntil: moment.nullable(), lastSignInAt: moment.nullable() })
export type StaffMember = z.infer<typeof staffMember>

export const session = z.object({ staffId: id, staffNo: z.string(), name: z.string(), role, department, permissions: z.array(z.enum(permissions)), locked: z.boolean(), since: moment, shift: z.string() })
export type Session = z.infer<typeof session>

export const staff = {
  /** The name shown beside a staff number at sign-in; null when unknown. */
  lookup: procedure('public').input(z.object({ staffNo: z.string().max(20) })).output(z.object({ name: z.string(), role }).nullable()),
  /** 工号 and 口令; the fifth failure pauses the number (REFUSED sign-in-paused with the minutes). */
  signIn: procedure('public').input(z.object({ staffNo: z.string().trim().min(1).max(20), pin: z.string().max(20) })).output(session),
  current: procedure('public').output(session.nullable()),
  signOut: procedure('public').output(z.void()),
  lock: procedure('signed-in').output(z.void()),
  unlock: procedure('public').input(z.object({ pin: z.string().max(20) })).output(session),
  changePin: procedure('signed-in').input(z.object({ pin: z.string(), next: pin })).output(z.void()),
  list: procedure('staff.write').output(z.array(staffMember)),
  save: procedure('staff.write').input(z.object({ id: id.nullable().default(null), staffNo: requiredText(20), name: requiredText(40), role, department, active: z.boolean().default(true), pin: pin.nullable().default(null) })).output(staffMember),
  unpause: procedure('staff.write').input(z.object({ id })).output(staffMember),
}
