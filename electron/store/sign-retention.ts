import { person, type SettledKind, signatures, VOID_REASON } from './settled-kind'

/** What is erased of signs, from when they came down: who applied and who checked; what they said, where and from when to when stays. */
export const signKinds: readonly SettledKind[] = [
  {
    table: 'sign', register: 'signs', settled: `state IN ('removed', 'void')`, since: 'coalesce(void_at, unixepoch(removed_on) * 1000)', parameters: [], says: { name: 'applicant', texts: ['returned_reason', 'remove_reason'] },
    erase: `${person('applicant')}, ${signatures('confirm')}, ${VOID_REASON}`,
  },
]
