import { addDays, type Day, daysBetween } from './time'

/** Nobody renews earlier than this before a pass ends, or than its reminder comes. */
const RENEWAL_AHEAD_DAYS = 30

export interface PassTerm { validFrom: Day; validUntil: Day }
/** What is wrong with a term that was asked for; `until` is the last day it could have. */
export interface TermFault { fault: 'end-before-start' | 'in-the-past' | 'term-too-long'; until: Day }

/**
 * From when to when a new pass is valid: as asked for, else from today for the kind's term; never longer, and never
 * beyond the fit-out permit it hangs on (12.R3).
 * @returns the term, or what is wrong with what was asked for
 */
export function termOf(of: { today: Day; validFrom: Day | null; validUntil: Day | null; termDays: number; permitUntil: Day | null }): PassTerm | TermFault {
  const validFrom = of.validFrom ?? of.today
  return checked({ validFrom, validUntil: of.validUntil }, longest(validFrom, of.termDays, of.permitUntil), of.today)
}

/** Of the pass that takes an old one's place: from today, until a whole term after the old one's end (12.R8). */
export function renewedTerm(of: { today: Day; oldUntil: Day; validUntil: Day | null; termDays: number; permitUntil: Day | null }): PassTerm | TermFault {
  const from = of.oldUntil < of.today ? of.today : addDays(of.oldUntil, 1)
  return checked({ validFrom: of.today, validUntil: of.validUntil }, longest(from, of.termDays, of.permitUntil), of.today)
}

/** The last day of a term that begins on `from`. */
function longest(from: Day, termDays: number, permitUntil: Day | null): Day {
  const until = addDays(from, termDays - 1)
  return permitUntil !== null && permitUntil < until ? permitUntil : until
}

function checked({ validFrom, validUntil: asked }: { validFrom: Day; validUntil: Day | null }, most: Day, today: Day): PassTerm | TermFault {
  const validUntil = asked ?? most
  if (validUntil < validFrom) return { fault: 'end-before-start', until: most }
  if (validUntil < today) return { fault: 'in-the-past', until: most }
  return validUntil > most ? { fault: 'term-too-long', until: most } : { validFrom, validUntil }
}

/** Whether a pass ends so late that there is nothing to renew yet. */
export const tooEarlyToRenew = (validUntil: Day, today: Day, expiryDays: number): boolean => daysBetween(today, validUntil) > Math.max(expiryDays, RENEWAL_AHEAD_DAYS)
