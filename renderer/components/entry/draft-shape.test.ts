import { expect, test } from 'vitest'
import { ofRecord } from './draft-shape'

const blank = { count: '1', reason: '', photoId: null as number | null }

test('11.R5 what was written in a step comes back as it was, a photo with it', () => {
  const kept = { about: 'report:7', form: { count: '2', reason: '装车时掉了', photoId: 4 } }
  expect(ofRecord('report:7', blank, JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test('what an older version had no field for is as it is when nothing is written', () => {
  expect(ofRecord('report:7', blank, { about: 'report:7', form: { count: '2' } })).toEqual({ about: 'report:7', form: { count: '2', reason: '', photoId: null } })
})

test('a step of another shape is none, nor is what was never a form', () => {
  for (const other of [{ about: 'report:7', form: { count: 2, reason: '', photoId: null } }, { about: 'report:7', form: { lostWhere: '地铁' } }, { about: 'report:7', form: null }, 'x', null]) expect(ofRecord('report:7', blank, other)).toBeNull()
})

test('11.R9 what stands under the same name for another record, another step or a count of a board stays kept as it is', () => {
  for (const other of [{ board: 'A', lines: { 34: { found: '3' } } }, { about: 'report:8', form: { count: 2 } }, { about: 'lose:7', lostWhere: '地铁' }]) expect(ofRecord('report:7', blank, other)).toEqual(other)
})
