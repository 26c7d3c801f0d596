import type { ExitPermitDetail, PaymentStanding } from '@shared/contract/exit-permits'
import { coveredBy, owedOf, type ExitPermitKind, type Paid } from '@shared/rules/exit-permit'
import { fen, formatMoney } from '@shared/rules/money'
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

export const paidOf = (standing: Pick<PaymentStanding, 'owedFen' | 'hold'>): Paid => ({ owedFen: owedOf(standing), marked: standing.hold !== null })

/** 押金, 未还证件, 未还钥匙: what a company still has with the tower, where there is any. */
export function stillOut({ depositsFen, openPasses, openKeys }: Pick<PaymentStanding, 'depositsFen' | 'openPasses' | 'openKeys'>, t: (key: string, values: Record<string, unknown>) => string): string[] {
  return [
    depositsFen > 0 ? t('exitPermits.standing.deposits', { amount: formatMoney(fen(depositsFen)) }) : '', openPasses > 0 ? t('exitPermits.standing.passes', { n: openPasses }) : '', openKeys > 0 ? t('exitPermits.standing.keys', { n: openKeys }) : '',
  ].filter(Boolean)
}

/** The same for one that is amended: what was agreed to when it was issued holds, unless more is owed since. */
export function clearanceAgain(permit: Pick<ExitPermitDetail, 'kind' | 'leavingOn' | 'override' | 'payments'>, standing: Pick<PaymentStanding, 'owedFen' | 'hold' | 'blocked'> | null): Clearance | null {
  if (permit.kind !== 'moving-out' || !standing?.blocked) return null
  return coveredBy(permit.override && permit.payments, paidOf(standing)) ? null : { why: 'arrears', earliest: permit.leavingOn as Day }
}
