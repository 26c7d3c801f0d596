import type { JobState, PrintJob } from '@shared/contract/printing'

/** In the order they ask for a person: look at the paper, dead, waiting by itself, done. */
export const jobGroups = ['unknown', 'failed', 'waiting', 'printed', 'cancelled'] as const
export type JobGroup = (typeof jobGroups)[number]
export type JobTab = 'open' | 'printed' | 'reprint'

const GROUP: Record<JobState, JobGroup> = {
  unknown: 'unknown', failed: 'failed', waiting: 'waiting', printing: 'waiting', printed: 'printed', cancelled: 'cancelled',
}

export function groupOf(job: PrintJob): JobGroup {
  return GROUP[job.state]
}

/** Whether somebody or some device still owes this print something. */
export function isOpen(job: PrintJob): boolean {
  return GROUP[job.state] === 'unknown' || GROUP[job.state] === 'failed' || GROUP[job.state] === 'waiting'
}

/** The most that 没完 shows of what was just printed, so that the last outcome stays in sight. */
const JUST_PRINTED = 5

function inTab(jobs: PrintJob[], tab: JobTab): PrintJob[] {
  if (tab === 'printed') return jobs.filter((job) => job.state === 'printed')
  if (tab === 'reprint') return jobs.filter((job) => job.reprintCount > 0)
  const done = jobs.filter((job) => !isOpen(job)).sort((a, b) => (b.finishedAt ?? b.createdAt) - (a.finishedAt ?? a.createdAt))
  return [...jobs.filter(isOpen), ...done.slice(0, JUST_PRINTED)]
}

/** Jobs of a tab under their headings; open ones oldest first, done ones newest first. */
export function groupJobs(jobs: PrintJob[], tab: JobTab): { group: JobGroup; jobs: PrintJob[] }[] {
  const shown = inTab(jobs, tab)
  return jobGroups
    .map((group) => {
      const members = shown.filter((job) => GROUP[job.state] === group)
      const done = group === 'printed' || group === 'cancelled'
      members.sort((a, b) => (done ? b.createdAt - a.createdAt || b.id - a.id : a.createdAt - b.createdAt || a.id - b.id))
      return { group, jobs: members }
    })
    .filter((entry) => entry.jobs.length > 0)
}

export type JobSums = { open: number; printed: number; reprint: number }

export function sumJobs(jobs: PrintJob[]): JobSums {
  return {
    open: jobs.filter(isOpen).length,
    printed: jobs.filter((job) => job.state === 'printed').length,
    reprint: jobs.filter((job) => job.reprintCount > 0).length,
  }
}
