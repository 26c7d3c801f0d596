import type { Mark } from '../../components/mark'
import type { SignFilter, SignRow } from '@shared/contract/signs'
import type { Permission } from '@shared/contract/permissions'
import { nextSignState, type SignAction, type SignState } from '@shared/rules/sign'

export type SignTab = 'all' | 'applied' | 'ordered' | 'installed' | 'amiss'
export const signTabs: readonly SignTab[] = ['all', 'applied', 'ordered', 'installed', 'amiss']

/** The filter of the list: what is looked for is looked for in the whole register. One that came back is still to be checked. */
export function filterOf(tab: SignTab, search: string): SignFilter {
  const looked = search.trim()
  if (looked) return { view: 'all', search: looked }
  switch (tab) {
    case 'applied': return { view: 'all', states: ['applied', 'returned'] }
    case 'ordered': return { view: 'all', states: ['ordered'] }
    default: return { view: tab }
  }
}

type Stands = Pick<SignRow, 'state' | 'amiss'>

/** The word of how a sign stands, under `signs.state`; one that hangs and is no longer right says why (10.R3). */
export const wordOf = ({ state, amiss }: Stands): SignState | NonNullable<SignRow['amiss']> => (state === 'installed' ? (amiss ?? state) : state)

export function markOf(sign: Stands): Mark {
  const word = wordOf(sign)
  return ({ applied: 'waiting', returned: 'expected', ordered: 'waiting', installed: 'done', left: 'overdue', moved: 'overdue', renamed: 'overdue', removed: 'left', void: 'void' } satisfies Record<ReturnType<typeof wordOf>, Mark>)[word]
}

/** What may be done with a sign as it stands: a step of its way, or another application in its place. */
export type SignDeed = SignAction | 'replace'

/** The steps of the moment; the first is the primary button. A departed client's sign is to be taken down first of all (10.C4). */
export function stepsFor(sign: Stands & { replaced: boolean; filedAt: number | null }, can: (permission: Permission) => boolean): SignDeed[] {
  if (!can('signs.write')) return []
  const replace: SignDeed[] = sign.replaced ? [] : ['replace']
  const file: SignDeed[] = sign.filedAt === null && nextSignState(sign.state, 'file') !== null ? ['file'] : []
  if (sign.state === 'installed') return sign.amiss === 'left' || sign.amiss === 'moved' ? ['remove', ...replace, ...file] : [...replace, 'remove', ...file]
  return [...(['accept', 'return', 'resubmit', 'install'] as const).filter((action) => nextSignState(sign.state, action) !== null), ...file]
}

export const mayVoid = (state: SignState, can: (permission: Permission) => boolean): boolean => can('signs.write') && nextSignState(state, 'void') !== null
