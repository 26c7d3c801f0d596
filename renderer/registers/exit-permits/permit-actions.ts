import type { ExitPermitRow } from '@shared/contract/exit-permits'
import type { Permission } from '@shared/contract/permissions'
import { nextExitPermitState } from '@shared/rules/exit-permit'

/** What one may do with an open permit at the desk, in the words of `exitPermits.do.<name>`. */
export type PermitAction = 'issue' | 'amend' | 'back' | 'chase' | 'unused' | 'reprint' | 'void' | 'undo-release' | 'undo-reconcile'

type Facts = Pick<ExitPermitRow, 'state' | 'reconciliation'>
type Can = (permission: Permission) => boolean

/** The steps of the moment, the likeliest first. Over its day a permit is amended no more: it is chased until somebody says what became of it. */
export function stepsFor({ state, reconciliation }: Facts, can: Can): PermitAction[] {
  if (!can('exit-permits.write')) return []
  const missing = reconciliation === 'missing'
  switch (state) {
    case 'held': return ['issue']
    case 'issued': return missing ? ['unused', 'chase'] : []
    case 'differs': return missing ? ['unused', 'chase'] : ['amend', 'unused']
    case 'released': return missing ? ['back', 'chase'] : ['back']
    default: return []
  }
}

/** What else may be done with it. */
export function besides({ state, reconciliation }: Facts, can: Can): PermitAction[] {
  if (!can('exit-permits.write')) return []
  return [
    ...(state === 'issued' || state === 'released' ? ['reprint' as const] : []), ...(state === 'issued' && reconciliation !== 'missing' ? ['unused' as const] : []),
    ...(['undo-release', 'undo-reconcile'] as const).filter((name) => nextExitPermitState(state, name) !== null),
    ...(nextExitPermitState(state, 'void') === null ? [] : ['void' as const]),
  ]
}
