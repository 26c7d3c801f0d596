import { expect, test } from 'vitest'
import { useRegisterRows } from './register-rows'
import type { RowsPage } from './register-rows'

const SIZE = 10

/** A register of `count` rows, newest (highest id) first. */
function register(count: number) {
  const asked: (number | null)[] = []
  const load = async (before: number | null): Promise<RowsPage<number>> => {
    asked.push(before)
    const from = before === null ? count : before - 1
    const rows = Array.from({ length: Math.min(SIZE, from) }, (_, at) => from - at)
    const last = rows.at(-1)
    return { rows, next: last !== undefined && last > 1 ? last : null }
  }
  return { load, asked, add: () => { count++ } }
}

test('pages follow each other by the cursor until the last', async () => {
  const { load, asked } = register(25)
  const list = useRegisterRows(load)
  await list.reload()
  expect(list.ended.value).toBe(false)
  await list.more()
  await list.more()
  expect(list.rows.value).toEqual(Array.from({ length: 25 }, (_, at) => 25 - at))
  expect(list.ended.value).toBe(true)
  await list.more()
  expect(asked).toEqual([null, 16, 6])
})

test('a refresh fetches as many rows as were seen, and the new ones on top', async () => {
  const store = register(25)
  const list = useRegisterRows(store.load)
  await list.reload()
  await list.more()
  store.add()
  await list.refresh(15)
  expect(list.rows.value[0]).toBe(26)
  expect(list.rows.value).toHaveLength(20)
})

test('an answer to an earlier filter that comes late is dropped', async () => {
  const answers: ((page: RowsPage<string>) => void)[] = []
  const list = useRegisterRows<string>(() => new Promise((resolve) => { answers.push(resolve) }))
  const first = list.reload()
  const second = list.reload()
  answers[1]!({ rows: ['new filter'], next: null })
  await second
  answers[0]!({ rows: ['old filter'], next: null })
  await first
  expect(list.rows.value).toEqual(['new filter'])
  expect(list.loading.value).toBe(false)
})

test('what was fetched stays when the next page fails', async () => {
  let broken = false
  const { load } = register(25)
  const list = useRegisterRows(async (before) => {
    if (broken) throw new Error('store does not answer')
    return load(before)
  })
  await list.reload()
  broken = true
  await expect(list.more()).rejects.toThrow('store does not answer')
  expect(list.rows.value).toHaveLength(SIZE)
  expect(list.failed.value).toBe(true)
  broken = false
  await list.refresh(SIZE)
  expect(list.failed.value).toBe(false)
})
