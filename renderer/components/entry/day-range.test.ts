import { expect, test } from 'vitest'
import { parseDay } from '@shared/rules/time'
import { inOrder } from './day-range'

test('a range of days written the wrong way round is turned; an open one stays open', () => {
  const [early, late] = [parseDay('2026-03-09')!, parseDay('2026-03-12')!]
  expect(inOrder({ from: late, to: early })).toEqual({ from: early, to: late })
  expect(inOrder({ from: early, to: late })).toEqual({ from: early, to: late })
  expect(inOrder({ from: late, to: null })).toEqual({ from: late, to: null })
})
