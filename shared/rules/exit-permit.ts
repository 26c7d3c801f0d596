/** 大厦出门条 (chapter 14). `held`: written, but not to be issued before something is paid. */
export const exitPermitKinds = ['large', 'moving-out', 'repair'] as const
export type ExitPermitKind = (typeof exitPermitKinds)[number]

export const exitPermitStates = ['held', 'issued', 'differs', 'released', 'reconciled', 'unused', 'void'] as const
export type ExitPermitState = (typeof exitPermitStates)[number]

export const exitPermitActions = ['issue', 'release', 'differ', 'amend', 'reconcile', 'close-unused', 'void', 'undo-release', 'undo-reconcile'] as const
export type ExitPermitAction = (typeof exitPermitActions)[number]

const transitions: Record<ExitPermitState, Partial<Record<ExitPermitAction, ExitPermitState>>> = {
  held: { issue: 'issued', void: 'void' },
  issued: { release: 'released', differ: 'differs', 'close-unused': 'unused', void: 'void' },
  // Goods that don't match don't leave: counted again after unloading, or written anew at the desk.
  differs: { release: 'released', differ: 'differs', amend: 'issued', 'close-unused': 'unused', void: 'void' },
  released: { reconcile: 'reconciled', 'undo-release': 'issued' },
  reconciled: { 'undo-reconcile': 'released' },
  unused: {}, void: {},
}

/** The state after `action`; null where the permit's state does not allow it. */
export const nextExitPermitState = (from: ExitPermitState, action: ExitPermitAction): ExitPermitState | null => transitions[from][action] ?? null

/** What the day's reconciliation says of a permit: gone out and its slip back, gone out, unused and closed, or to be chased. */
export const reconciliations = ['open', 'used', 'returned', 'unused', 'missing', 'void'] as const
export type Reconciliation = (typeof reconciliations)[number]

/**
 * A permit is valid on its one day only: after it, one that did not go out is missing until somebody says that it was not
 * used, and one that went out is missing until security's slip is back.
 * @param today YYYY-MM-DD
 */
export function reconciliationOf(permit: { state: ExitPermitState; leavingOn: string }, today: string): Reconciliation {
  if (permit.state === 'void') return 'void'
  if (permit.state === 'reconciled') return 'returned'
  if (permit.state === 'unused') return 'unused'
  if (permit.leavingOn < today && permit.state !== 'held') return 'missing'
  return permit.state === 'released' ? 'used' : 'open'
}

/** What a company owes (14.R3): what the ledger says is unpaid, and what finance wrote on its mark, which is for what the ledger doesn't know. */
export const owedOf = ({ owedFen, hold }: { owedFen: number; hold: { amountFen: number | null } | null }): number => Math.max(owedFen, 0) + (hold?.amountFen ?? 0)

/** How payments stood when they were looked up: how much was owed in all, and whether finance had set its mark. */
export interface Paid { owedFen: number; marked: boolean }
export const owes = ({ owedFen, marked }: Paid): boolean => owedFen > 0 || marked

/** Whether what a supervisor agreed to before covers how the company stands now: no more is owed, and no mark came since. */
export const coveredBy = (agreed: Paid | null, now: Paid): boolean => agreed !== null && now.owedFen <= agreed.owedFen && (agreed.marked || !now.marked)

type Line = { name: string; quantity: number; unit: string }
/** Of goods that are written anew, those the company's letter or signature doesn't cover (14.R2): more of them than before, or none at all before. */
export function goodsBeyond(before: readonly Line[], after: readonly Line[]): Line[] {
  const sums = (goods: readonly Line[]) => {
    const found = new Map<string, Line>()
    for (const { name, quantity, unit } of goods) {
      const key = JSON.stringify([name, unit])
      found.set(key, { name, unit, quantity: quantity + (found.get(key)?.quantity ?? 0) })
    }
    return found
  }
  const had = sums(before)
  return [...sums(after)].filter(([key, line]) => line.quantity > (had.get(key)?.quantity ?? 0)).map(([, line]) => line)
}

/** What a guard counted against what the permit says, line by line; nought where they agree. */
export const differenceOf = (line: { quantity: number }, found: number): number => found - line.quantity
