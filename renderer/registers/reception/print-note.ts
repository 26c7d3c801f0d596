import type { JobState, PrintJob } from '@shared/contract/printing'

/** What became of the slips of the entry just saved; words from `reception.saved.<state>`. */
export interface PrintNote {
  no: string
  /** `saved`: there was nothing to print. */
  state: JobState | 'saved'
  /** The slip the sentence is about, as in the job list (访客单). */
  title: string
  reason: PrintJob['reason']
  /** The host has not answered: the visitor slip comes with the answer (16.R4). */
  asked: boolean
}

/** Worst first: the sentence is about the slip that needs somebody. */
const gravity: JobState[] = ['unknown', 'failed', 'waiting', 'printing', 'cancelled', 'printed']

/** One sentence for all slips of an entry. */
export function printNote(no: string, jobs: readonly Pick<PrintJob, 'state' | 'title' | 'reason'>[], asked = false): PrintNote {
  const worst = [...jobs].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state))[0]
  return worst ? { no, state: worst.state, title: worst.title, reason: worst.reason, asked } : { no, state: 'saved', title: '', reason: null, asked }
}

/** Whether nothing more will happen to it by itself. */
export const isSettled = (note: PrintNote): boolean => note.state === 'saved' || note.state === 'printed' || note.state === 'cancelled'
