import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import { coveredBy } from '../../../shared/rules/exit-permit'
import { fen, formatMoney } from '../../../shared/rules/money'
import { addDays } from '../../../shared/rules/time'
import type { Approval } from '../../../shared/contract/base'
import type { Tx } from '../../store/types'
import type { Approver } from '../approvals'
import { caller } from '../caller'
import type { Call } from '../handlers'
import type { House } from '../house'
import { paidOf, type PermitRecord } from './rows'
import { type Arrears, arrearsOf, paymentsFound } from './standing'
import type { PermitValues } from './write'

/** Who lets something be issued that the desk alone may not; ask before the transaction. Null: nobody was asked. @throws UserError not-permitted, unknown-staff, wrong-pin, sign-in-paused */
export const approverOf = async (house: House, approval: Approval | null, call: Call): Promise<Approver | null> =>
  approval !== null || may(caller(call).role, 'exit-permits.check') ? house.approvals.approve(approval, call, 'exit-permits.check') : null

export interface Override { approver: Approver | null; reason: string }

const keptColumns = async (tx: Tx, tenantId: number, arrears: Arrears): Promise<PermitValues> =>
  ({ payments_at: tx.now, payments: JSON.stringify(await paymentsFound(tx.query, tenantId, arrears)), owed_fen: arrears.owedFen })

/**
 * A moving-out is issued when nothing is owed (14.R3) and it was applied for in time; else a named supervisor agrees, over
 * arrears with a reason. What was looked up is kept with the permit.
 * @param permit with the day it is to leave on. @throws UserError arrears, finance-hold, too-early-for-moving, reason-required
 */
export async function overrideColumns(tx: Tx, house: House, permit: Pick<PermitRecord, 'kind' | 'tenant_id' | 'day' | 'leaving_on'>, { approver, reason }: Override): Promise<PermitValues> {
  if (permit.kind !== 'moving-out') return {}
  const arrears = await arrearsOf(tx.query, permit.tenant_id!)
  if (arrears.blocked && !approver) throw blocking(arrears)
  if (arrears.blocked && reason === '') throw new UserError('reason-required', {}, 'overrideReason')
  const days = house.settings.current.movingNoticeDays
  const earliest = addDays(permit.day, days)
  const early = permit.leaving_on < earliest
  if (early && !approver) throw new UserError('too-early-for-moving', { days, day: earliest }, 'leavingOn')
  return { ...(await keptColumns(tx, permit.tenant_id!, arrears)), ...(arrears.blocked || early ? { override_by: approver!.name, override_reason: reason } : {}) }
}

/**
 * One that is amended leaves as the company stands now: what was agreed to when it was issued holds, what is owed or was
 * marked since is agreed to anew.
 * @throws UserError arrears, finance-hold, reason-required
 */
export async function overrideAgain(tx: Tx, permit: PermitRecord, { approver, reason }: Override): Promise<PermitValues> {
  if (permit.kind !== 'moving-out') return {}
  const arrears = await arrearsOf(tx.query, permit.tenant_id!)
  const covered = !arrears.blocked || coveredBy(permit.override_by === '' ? null : paidOf(permit), arrears)
  if (!covered && !approver) throw blocking(arrears)
  if (!covered && reason === '') throw new UserError('reason-required', {}, 'overrideReason')
  return { ...(await keptColumns(tx, permit.tenant_id!, arrears)), ...(covered ? {} : { override_by: approver!.name, override_reason: reason }) }
}

function blocking({ owedFen: owed, ...arrears }: Arrears): UserError {
  if (owed > 0) return new UserError('arrears', { owed: formatMoney(fen(owed)) }, 'approval')
  return new UserError('finance-hold', { reason: arrears.hold!.reason }, 'approval')
}
