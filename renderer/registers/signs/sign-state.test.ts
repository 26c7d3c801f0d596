import { expect, test } from 'vitest'
import { signStates, type SignState } from '@shared/rules/sign'
import { filterOf, markOf, mayVoid, stepsFor, wordOf } from './sign-state'

const sign = (state: SignState, departed = false, replaced = false) => ({ state, departed, replaced })
const all = (): boolean => true

test('10.R2 the last check is right or wrong; what was wrong is handed in again', () => {
  expect(stepsFor(sign('applied'), all)).toEqual(['accept', 'return'])
  expect(stepsFor(sign('returned'), all)).toEqual(['resubmit'])
  expect(stepsFor(sign('ordered'), all)).toEqual(['install'])
})

test('10.R3 10.C4 a departed client\'s sign says so, and is to be taken down first', () => {
  expect(wordOf(sign('installed', true))).toBe('departed')
  expect(markOf(sign('installed', true))).toBe('overdue')
  expect(stepsFor(sign('installed', true), all)).toEqual(['remove', 'replace'])
  expect(stepsFor(sign('installed'), all)).toEqual(['replace', 'remove'])
  expect(wordOf(sign('removed', true))).toBe('removed')
})

test('a sign that another is to replace is not replaced twice', () => {
  expect(stepsFor(sign('installed', false, true), all)).toEqual(['remove'])
})

test('who only reads has no step', () => {
  for (const state of signStates) {
    expect(stepsFor(sign(state), () => false)).toEqual([])
    expect(mayVoid(state, () => false)).toBe(false)
  }
})

test('what hangs or hung is not voided', () => {
  expect(signStates.filter((state) => mayVoid(state, all))).toEqual(['applied', 'returned', 'ordered'])
})

test('what is looked for is looked for in the whole register', () => {
  expect(filterOf('departed', ' 1808 ')).toEqual({ view: 'all', search: '1808' })
  expect(filterOf('applied', '')).toEqual({ view: 'all', states: ['applied', 'returned'] })
})
