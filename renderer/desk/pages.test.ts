import { expect, test } from 'vitest'
import { allPages, pageAt, tasks } from './pages'

test('a page reached from a task names one of the rail', () => {
  const names = tasks.map(({ name }) => name)
  expect(allPages.flatMap(({ of }) => (of === undefined || names.includes(of) ? [] : [of]))).toEqual([])
  expect(pageAt('/fit-out-permits')?.of).toBe('passes')
  expect(pageAt('/directory')?.of).toBe('signs')
})
