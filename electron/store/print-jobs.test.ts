import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlipDocument } from '../../shared/slip/document'
import { PrintJobs } from './print-jobs'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
let jobs: PrintJobs
beforeEach(async () => {
  t = await openTestStore()
  jobs = new PrintJobs(t.store, 'A1')
})
afterEach(() => t.close())

const slip = (text: string): SlipDocument => ({ title: '访客单', lines: [{ kind: 'text', text }] })
const queue = (printer = 'receipt', recordId = 1) => t.store.write(t.scope, (tx) => jobs.create(tx, { printer, register: 'reception', recordId, no: `DJ26-00000${recordId}`, document: slip(`n${recordId}`) }))

describe('the queue as the spool sees it', () => {
  test('a job is a row of the transaction that saved its record, or there is none', async () => {
    await expect(t.store.write(t.scope, async (tx) => {
      await jobs.create(tx, { printer: 'receipt', register: 'reception', recordId: 1, no: 'DJ26-000001', document: slip('x') })
      throw new Error('not saved')
    })).rejects.toThrow('not saved')
    expect(await jobs.claimNext('receipt')).toBeNull()
  })

  test('oldest first, each printer its own, and durably marked before it is handed out', async () => {
    const [a, , c] = [await queue('receipt', 1), await queue('engineering', 2), await queue('receipt', 3)]
    expect(await jobs.countWaiting()).toEqual({ receipt: 2, engineering: 1 })
    expect(await jobs.claimNext('receipt')).toMatchObject({ id: a, role: 'receipt', document: slip('n1') })
    expect((await jobs.get(a)).state).toBe('printing')
    await jobs.mark(a, 'printed', null)
    expect(await jobs.get(a)).toMatchObject({ state: 'printed', finishedAt: t.clock.now() })
    expect((await jobs.claimNext('receipt'))?.id).toBe(c)
    expect(await jobs.claimNext('receipt')).toBeNull()
  })

  test('P3 one whose document was erased is passed over', async () => {
    const [erased, next] = [await queue('receipt', 1), await queue('receipt', 2)]
    await t.store.write(t.scope, (tx) => tx.query('UPDATE print_job SET document = NULL WHERE id = ?', [erased]))
    expect((await jobs.claimNext('receipt'))?.id).toBe(next)
    expect(await jobs.claimNext('receipt')).toBeNull()
  })

  test('two spools never get the same job', async () => {
    for (let i = 1; i <= 6; i++) await queue('receipt', i)
    const claimed = await Promise.all(Array.from({ length: 8 }, () => jobs.claimNext('receipt')))
    const ids = claimed.flatMap((job) => (job ? [job.id] : []))
    expect(new Set(ids).size).toBe(6)
    expect(ids).toHaveLength(6)
  })

  test('what was printing when the program ended is unknown at the next start, and is not handed out again', async () => {
    const id = await queue()
    await jobs.claimNext('receipt')
    expect(await new PrintJobs(t.store, 'A1').markInterrupted()).toEqual([id])
    expect(await jobs.get(id)).toMatchObject({ state: 'unknown', reason: 'interrupted' })
    expect(await jobs.claimNext('receipt')).toBeNull()
    expect(await jobs.markInterrupted()).toEqual([])
  })

  test('one that waits for its printer keeps the reason and comes again', async () => {
    const id = await queue()
    await jobs.claimNext('receipt')
    await jobs.mark(id, 'waiting', 'paper-out')
    expect(await jobs.get(id)).toMatchObject({ state: 'waiting', reason: 'paper-out', finishedAt: null })
    expect((await jobs.claimNext('receipt'))?.id).toBe(id)
    expect((await jobs.get(id)).reason).toBeNull()
  })

  test('an idle spool makes no transactions', async () => {
    await queue('engineering')
    const before = t.store.savedAt
    t.clock.set(t.clock.now() + 1000)
    await jobs.claimNext('receipt')
    expect(t.store.savedAt).toBe(before)
  })
})

describe('M2 copies', () => {
  const reprint = (id: number, current?: SlipDocument) => t.store.write(t.scope, (tx) => jobs.reprint(tx, id, current))

  test('M2 count on for the record and its kind of slip, also from a copy', async () => {
    const id = await queue()
    const first = await reprint(id)
    const second = await reprint(first)
    expect([(await jobs.get(first)).reprintCount, (await jobs.get(second)).reprintCount]).toEqual([1, 2])
    expect((await jobs.document(second))!.reprint).toEqual({ count: 2, at: '2026-03-12 14:26', by: '周晓岚', station: 'A1' })
    expect((await jobs.get(await reprint(await queue('receipt', 2)))).reprintCount).toBe(1)
  })

  test('M2 may say what the record says now', async () => {
    const copy = await reprint(await queue(), slip('corrected'))
    expect(await jobs.document(copy)).toMatchObject({ lines: [{ kind: 'text', text: 'corrected' }], reprint: { count: 1 } })
  })

  test('M2 the newest slip of a record is found by its kind', async () => {
    const id = await queue()
    const copy = await reprint(id)
    await t.store.write(t.scope, async (tx) => {
      expect(await jobs.latestOf(tx, 'reception', 1, '访客单')).toBe(copy)
      expect(await jobs.latestOf(tx, 'reception', 1, '告知单')).toBeNull()
    })
  })
})
