import type { KeyCutting } from '@shared/contract/keys'
import type { Permission } from '@shared/contract/permissions'
import { nextCuttingState, type CuttingState } from '@shared/rules/key'
import type { Mark } from '../../components/mark'

export type CuttingStep = 'check' | 'approve' | 'refuse' | 'cut' | 'register' | 'void'

/** What may be done with a 配制 now, by who is signed in; the first is the primary button (11.R7). */
export function cuttingSteps({ state }: Pick<KeyCutting, 'state'>, can: (permission: Permission) => boolean): CuttingStep[] {
  const may: Record<CuttingStep, boolean> = {
    check: can('keys.check'), approve: can('keys.approve'), refuse: can(state === 'requested' ? 'keys.check' : 'keys.approve'), cut: can('keys.write'), register: can('keys.write'), void: can('keys.write'),
  }
  return (['check', 'approve', 'cut', 'register', 'refuse', 'void'] as const).filter((step) => may[step] && nextCuttingState(state, step) !== null)
}

/** The way a cutting goes; the first that is not done is whose turn it is. */
export const cuttingWay = ['requested', 'checked', 'approved', 'cut', 'registered'] as const satisfies readonly CuttingState[]

/** How it stands: cut is still to come into the cupboard, refused and void are over. */
export const cuttingMark = (state: CuttingState): Mark =>
  ({ requested: 'waiting', checked: 'waiting', approved: 'expected', cut: 'expected', registered: 'done', refused: 'left', void: 'void' } as const)[state]
