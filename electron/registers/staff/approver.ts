import type { ApproverCheck } from '../approvals'
import type { Attempts } from './attempts'

/** Staff number and PIN of whoever approves at the desk, counted like attempts to sign in. */
export const approverCheck = (attempts: Attempts): ApproverCheck => async ({ staffNo, pin }) => {
  const { id, name, role } = await attempts.check({ staffNo }, pin)
  return { id, name, role }
}
