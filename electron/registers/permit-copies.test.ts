import { afterEach, beforeEach, expect, test } from 'vitest'
import { goods, openExitPermits, refusal, type TestExitPermits } from './exit-permits/testing'
import { createPrinting } from './printing/printing'

let t: TestExitPermits
beforeEach(async () => { t = await openExitPermits() })
afterEach(() => t.close())

test('M2 14.R4 from 设备与打印, too, a copy counts by itself, and only the edition that is good prints again, while it is good', async () => {
  const printing = createPrinting(t.house)
  const jobs = () => t.house.store.read<{ id: number; title: string; reprint_count: number; paper: string }>(`SELECT id, title, reprint_count, paper FROM print_job WHERE register = 'exit-permits' ORDER BY id`)
  const printed = () => t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE print_job SET state = 'printed' WHERE state = 'waiting'`))
  const again = (jobId: number) => refusal(printing.reprint({ id: jobId }, t.call()))
  const { id } = await t.save()
  await printed()
  const [desk, guard] = await jobs()
  for (const job of [guard!, guard!, desk!]) await printing.reprint({ id: job.id }, t.call())
  expect((await jobs()).slice(3).map(({ reprint_count: count, paper }) => [paper.split(' ')[0], count])).toEqual([['guard', 1], ['guard', 2], ['desk', 1]])
  await t.ask('reprint', { id, copy: 'guard' })
  expect((await jobs()).at(-1)).toMatchObject({ reprint_count: 3 })
  await printed()
  await t.count(id, 10, 1)
  await printed()
  expect(await again(guard!.id)).toMatchObject({ code: 'reprint-not-allowed', params: { state: 'differs' } })
  const differ = (await jobs()).at(-1)!
  expect([differ.title, (await again(differ.id)).code]).toEqual(['货条不符单', 'not refused'])
  await t.step('amend', id, { goods: [{ ...goods[0]!, quantity: 10 }, goods[1]!], reason: '两张留下' })
  await printed()
  expect(await again(guard!.id)).toMatchObject({ code: 'permit-replaced', params: { no: 'CM26-000001' } })
  const fresh = (await jobs()).at(-1)!
  expect((await again(fresh.id)).code).toBe('not refused')
  await t.step('closeUnused', id, { reason: '不搬了' })
  expect(await again(fresh.id)).toMatchObject({ code: 'reprint-not-allowed', params: { state: 'unused' } })
})
