import { expect, test } from 'vitest'
import { stepOfDraft } from './step-text'

const blank = { count: '1', reason: '', photoId: null as number | null }

test('11.R5 what was written in a step comes back as it was, a photo with it', () => {
  const kept = { about: 'report:7', form: { count: '2', reason: '装车时掉了', photoId: 4 } }
  expect(stepOfDraft(blank, JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test('11.R9 a count of a board, kept under the same name, or a step of another shape is none', () => {
  for (const other of [{ board: 'A', lines: { 34: { found: '3', labelOk: true, explanation: '' } } }, { about: 'report:7', form: { count: 2, reason: '', photoId: null } }, { about: 'report:7', form: null }, 'x', null]) expect(stepOfDraft(blank, other)).toBeNull()
})
