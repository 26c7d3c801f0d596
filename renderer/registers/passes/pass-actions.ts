import type { Permission } from '@shared/contract/permissions'
import type { PassDetail } from '@shared/contract/passes'

/** What one may do with an open pass, in the words of `passes.do.<name>`. */
export type PassStep = 'handOut' | 'renew' | 'return' | 'lose' | 'replace'
export type PassSide = 'cards' | 'remind' | 'file' | 'correct' | 'void' | 'declaration' | 'procedure'

type Facts = Pick<PassDetail, 'state' | 'verdict' | 'replacedBy' | 'declaration' | 'filed' | 'erased'>
type Can = (permission: Permission) => boolean

/** The steps of the moment that this person may take, the likeliest first: one that runs out is renewed, one that is past comes back. */
export function stepsFor(pass: Facts, can: Can): PassStep[] {
  if (!can('passes.write')) return []
  // Not fetched after all: its deposit goes back.
  if (pass.state === 'ready') return ['handOut', 'return']
  if (pass.state === 'lost') return pass.replacedBy === null && !pass.erased ? ['replace'] : []
  if (pass.state !== 'issued') return []
  return pass.verdict === 'expired' ? ['return', 'renew', 'lose'] : ['renew', 'return', 'lose']
}

/** What else may be done with it. */
export function besides(pass: Facts, can: Can): PassSide[] {
  if (!can('passes.write')) return []
  const names: PassSide[] = []
  const open = pass.state === 'ready' || pass.state === 'issued'
  if (open) names.push('cards')
  if (pass.state === 'issued') names.push('remind')
  if (!pass.filed && pass.state !== 'ready' && pass.state !== 'void') names.push('file')
  if (open && !pass.erased) names.push('correct')
  if (pass.declaration) names.push('declaration')
  names.push('procedure')
  if (pass.state === 'ready' && can('passes.check')) names.push('void')
  return names
}
