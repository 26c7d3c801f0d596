import { describe, expect, test } from 'vitest'
import type { JobState, PrintJob } from '@shared/contract/printing'
import { groupJobs, sumJobs } from './jobs'

function job(id: number, state: JobState, createdAt: number, reprintCount = 0): PrintJob {
  return {
    id, printer: 'receipt', title: '访客单', register: 'reception', recordId: id, no: `DJ26-00${id}`, state, reason: null,
    reprintCount, createdAt, createdBy: '周晓岚', finishedAt: state === 'printed' ? createdAt + 1 : null,
  }
}

const ids = (groups: { jobs: PrintJob[] }[]) => groups.map((group) => group.jobs.map((each) => each.id))

describe('the print queue', () => {
  test('M2 what a person must look at comes first, then the dead, the waiting and the printed', () => {
    const groups = groupJobs([job(1, 'printed', 5), job(2, 'waiting', 2), job(3, 'failed', 3), job(4, 'unknown', 4), job(5, 'printing', 1)], 'open')
    expect(groups.map((group) => group.group)).toEqual(['unknown', 'failed', 'waiting', 'printed'])
    expect(ids(groups)).toEqual([[4], [3], [5, 2], [1]])
  })

  test('open prints stand oldest first, printed ones newest first', () => {
    const groups = groupJobs([job(1, 'waiting', 30), job(2, 'waiting', 10), job(3, 'printed', 10), job(4, 'printed', 30)], 'open')
    expect(ids(groups)).toEqual([[2, 1], [4, 3]])
  })

  test('没完 keeps only the last five printed ones in sight', () => {
    const jobs = Array.from({ length: 9 }, (_, index) => job(index + 1, 'printed', index))
    expect(ids(groupJobs(jobs, 'open'))).toEqual([[9, 8, 7, 6, 5]])
    expect(ids(groupJobs(jobs, 'printed'))[0]).toHaveLength(9)
  })

  test('M2 reprints are counted and listed apart', () => {
    const jobs = [job(1, 'printed', 1, 1), job(2, 'printed', 2), job(3, 'waiting', 3, 2)]
    expect(sumJobs(jobs)).toEqual({ open: 1, printed: 2, reprint: 2 })
    expect(ids(groupJobs(jobs, 'reprint'))).toEqual([[3], [1]])
  })
})
