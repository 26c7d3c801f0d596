import type { Approval } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import { may, type Permission, type Role } from '../../shared/contract/permissions'
import { caller } from './caller'
import type { Call } from './handlers'

export interface Approver { id: number; name: string; role: Role }

/** Who has this staff number and PIN. @throws UserError unknown-staff, wrong-pin, sign-in-paused */
export type ApproverCheck = (approval: Approval) => Promise<Approver>

/**
 * What a receptionist may not do alone: somebody who may agrees at the desk, with staff number and PIN. Ask before the
 * transaction is opened: checking a PIN is slow on purpose.
 */
export class Approvals {
  #check: ApproverCheck | undefined

  provide(check: ApproverCheck): void { this.#check = check }

  /** Themselves where the caller may, else whoever approves. @throws UserError approval-needed, not-permitted, unknown-staff, wrong-pin, sign-in-paused */
  async approve(approval: Approval | null, call: Call, permission: Permission): Promise<Approver> {
    const { staffId, name, role } = caller(call)
    if (may(role, permission)) return { id: staffId, name, role }
    if (!approval || !this.#check) throw new UserError('approval-needed', {}, 'approval')
    const approver = await this.#check(approval)
    if (!may(approver.role, permission)) throw new UserError('not-permitted', {}, 'approval')
    return approver
  }
}
