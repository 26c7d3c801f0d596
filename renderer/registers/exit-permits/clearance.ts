import type { PaymentStanding } from '@shared/contract/exit-permits'
import type { ExitPermitKind } from '@shared/rules/exit-permit'
import { addDays, type Day } from '@shared/rules/time'

/** What of a permit a supervisor has to agree to: something is owed, which wants a reason, or it comes too early. */
export interface Clearance { why: 'arrears' | 'early'; /** The first day without it. */ earliest: Day }

/**
 * A moving-out is issued when nothing is owed and it was applied for in time (14.R3).
 * @param appliedOn the day of the permit @param noticeDays settings.movingNoticeDays
 */
export function clearanceOf(permit: { kind: ExitPermitKind; leavingOn: Day }, standing: Pick<PaymentStanding, 'blocked'> | null, appliedOn: Day, noticeDays: number): Clearance | null {
  if (permit.kind !== 'moving-out') return null
  const earliest = addDays(appliedOn, noticeDays)
  if (standing?.blocked) return { why: 'arrears', earliest }
  return permit.leavingOn < earliest ? { why: 'early', earliest } : null
}

/** What stands in the way in money: what the ledger says, or else what finance wrote on its mark. */
export const owedOf = ({ owedFen, hold }: Pick<PaymentStanding, 'owedFen' | 'hold'>): number => (owedFen > 0 ? owedFen : (hold?.amountFen ?? 0))
