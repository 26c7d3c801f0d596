import { nextComplaintState, urgedStates } from '@shared/rules/complaint'
import type { ComplaintDetail } from '@shared/contract/complaints'
import type { Permission } from '@shared/contract/permissions'

/** What one may do with an open complaint, in the words of `complaints.do.<name>`. */
export type ComplaintAction = 'ask' | 'handle' | 'assign' | 'repair' | 'escalate' | 'reopen' | 'reprint' | 'correct' | 'void' | 'meeting' | 'urge'

type Facts = Pick<ComplaintDetail, 'state' | 'erased'>
type Can = (permission: Permission) => boolean

/** What is on the supervisor's list the supervisor settles (7.R4). */
const maySettle = ({ state }: Facts, can: Can): boolean => state !== 'escalated' || can('complaints.handle')

/** The steps of the moment that this person may take, the likeliest first. */
export function stepsFor(complaint: Facts, can: Can): ComplaintAction[] {
  const { state } = complaint
  if (!can('complaints.write')) return []
  const steps: ComplaintAction[] = []
  const goes = (action: Parameters<typeof nextComplaintState>[1]): boolean => nextComplaintState(state, action) !== null
  if (goes('satisfied')) steps.push('ask')
  if (maySettle(complaint, can)) {
    if (goes('handle')) steps.push('handle')
    if (goes('assign')) steps.push('assign')
  }
  if (goes('repair') && can('repairs.write')) steps.push('repair')
  if (goes('escalate')) steps.push('escalate')
  if (goes('reopen') && can('complaints.handle')) steps.push('reopen')
  return steps
}

/** What else may be done with it. */
export function besides(complaint: Facts, can: Can): Set<ComplaintAction> {
  const names = new Set<ComplaintAction>()
  if (!can('complaints.write') || complaint.state === 'void') return names
  names.add('reprint').add('meeting')
  if (urgedStates.includes(complaint.state)) names.add('urge')
  if (!complaint.erased) names.add('correct')
  if (nextComplaintState(complaint.state, 'void') !== null && maySettle(complaint, can)) names.add('void')
  return names
}
