import type { ComplaintState } from '@shared/rules/complaint'

/** What is said when (7.R1): at the reception of a complaint, while it is on its way, when the client is asked. */
export type SayPhase = 'receive' | 'wait' | 'ask'
export type SayStep = 'sorry' | 'listen' | 'promise' | 'progress' | 'done' | 'ask' | 'next'

/** What the words need to know. `at` is the step of the moment. */
export interface SaySituation {
  at: SayStep
  /** Who sees to it, by when, the service line, what was done: as words. */
  who: string
  by: string
  phone: string
  done: string
}

const steps: Record<SayPhase, readonly SayStep[]> = {
  receive: ['sorry', 'listen', 'promise', 'next'], wait: ['sorry', 'progress', 'promise', 'next'], ask: ['sorry', 'done', 'ask', 'next'],
}

export interface SayLine { name: SayStep; turn: 'past' | 'now' | ''; words: Omit<SaySituation, 'at'> }

/** The steps in the order they are said in, the one of the moment marked. */
export function sayLines(phase: SayPhase, { at, ...words }: SaySituation): SayLine[] {
  const now = steps[phase].indexOf(at)
  return steps[phase].map((name, index) => ({ name, turn: index < now ? 'past' : index === now ? 'now' : '', words }))
}

/** Where one is while a complaint is taken in: an apology comes first whatever the facts, then one listens, then one promises. */
export const receivingAt = (form: { name: string; cause: string; kind: string }): SayStep => (!form.name ? 'sorry' : !form.cause || !form.kind ? 'listen' : 'promise')

/** What is said now; null where nothing is to be said any more. */
export const sayPhaseOf = ({ state }: { state: ComplaintState }): Exclude<SayPhase, 'receive'> | null => (state === 'void' || state === 'closed' ? null : state === 'handled' ? 'ask' : 'wait')
