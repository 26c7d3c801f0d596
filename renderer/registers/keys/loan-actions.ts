import type { KeyLoanDetail, KeyLoanRow } from '@shared/contract/keys'
import type { Permission } from '@shared/contract/permissions'
import type { Mark } from '../../components/mark'

export type LoanAction = 'return' | 'extend' | 'chase' | 'report' | 'cut' | 'void'
type Facts = Pick<KeyLoanRow, 'state' | 'count' | 'returned' | 'lost' | 'depositState'>

/** Keys of a loan that are still with the borrower. */
export const outstanding = ({ state, count, returned, lost }: Pick<Facts, 'state' | 'count' | 'returned' | 'lost'>): number => (state === 'out' ? count - returned - lost : 0)

/** Whether a deposit waits to be given back or forfeited. */
export const holdsDeposit = ({ depositState }: Pick<Facts, 'depositState'>): boolean => depositState === 'held'

/** What may be done with a loan now; the first is the primary button (11.R5, 11.R6). */
export function loanActions(loan: Facts, can: (permission: Permission) => boolean): LoanAction[] {
  if (!can('keys.write') || loan.state === 'void') return []
  if (loan.state !== 'out') return ['report', 'cut']
  const out = outstanding(loan) > 0
  // A slip of the hand can be taken back as long as nothing came of it.
  const untouched = loan.returned + loan.lost === 0 && !holdsDeposit(loan)
  return ['return', ...(out ? (['extend', 'chase'] as const) : []), 'report', 'cut', ...(untouched ? (['void'] as const) : [])]
}

/** Keys of a loan that were lost and did not come to light. */
export const stillLost = ({ lost, incidents }: Pick<KeyLoanDetail, 'lost' | 'incidents'>): number => lost - incidents.reduce((sum, { kind, count }) => sum + (kind === 'found' ? count : 0), 0)

/** How a loan stands: shape and word. */
export function loanStands(loan: Pick<KeyLoanRow, 'state' | 'late'>): { mark: Mark; word: string } {
  if (loan.state === 'out') return loan.late ? { mark: 'overdue', word: 'late' } : { mark: 'waiting', word: 'out' }
  return { mark: loan.state === 'returned' ? 'done' : loan.state === 'void' ? 'void' : 'left', word: loan.state }
}

/** What a loan is called: 2205 茶水间; the room is not said twice. */
export const keyTitle = ({ room, name }: { room: string; name: string }): string => (room && !name.startsWith(room) ? `${room} ${name}` : name)
