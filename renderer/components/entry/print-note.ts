import type { JobState, PrintJob } from '@shared/contract/printing'

/** What became of the slips of the record just saved; words from `entry.saved.<state>`. */
export interface PrintNote {
  no: string
  /** `saved`: there was nothing to print. */
  state: JobState | 'saved'
  /** The slip the sentence is about, as in the job list (访客单). */
  title: string
  reason: PrintJob['reason']
  /** A sentence of the register's own after it; empty where there is none. */
  also: string
}

/** Worst first: the sentence is about the slip that needs somebody. */
const gravity: JobState[] = ['unknown', 'failed', 'waiting', 'printing', 'cancelled', 'printed']

/** One sentence for all slips of a record. */
export function printNote(no: string, jobs: readonly Pick<PrintJob, 'state' | 'title' | 'reason'>[], also = ''): PrintNote {
  const worst = [...jobs].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state))[0]
  return worst ? { no, state: worst.state, title: worst.title, reason: worst.reason, also } : { no, state: 'saved', title: '', reason: null, also }
}

/** Whether nothing more will happen to it by itself. */
export const isSettled = (note: PrintNote): boolean => note.state === 'saved' || note.state === 'printed' || note.state === 'cancelled'
