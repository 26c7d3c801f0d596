import type { Day } from '@shared/rules/time'

/** From one day to another, both included; open where it is null. */
export interface DayRange { from: Day | null; to: Day | null }

/** One that is open nowhere. */
export interface Days { from: Day; to: Day }

/** A range that was written the wrong way round is turned. */
export const inOrder = <T extends DayRange>({ from, to }: T): DayRange => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to })
