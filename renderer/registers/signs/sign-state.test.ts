import { expect, test } from 'vitest'
import { signStates, type SignState } from '@shared/rules/sign'
import { filterOf, markOf, mayVoid, stepsFor, wordOf } from './sign-state'

const sign = (state: SignState, amiss: 'left' | 'moved' | 'renamed' | null = null, replaced = false, filedAt: number | null = 1) => ({ state, amiss, replaced, filedAt })
const all = (): boolean => true

test('10.R2 the last check is right or wrong; what was wrong is handed in again', () => {
  expect(stepsFor(sign('applied'), all)).toEqual(['accept', 'return'])
  expect(stepsFor(sign('returned'), all)).toEqual(['resubmit'])
  expect(stepsFor(sign('ordered'), all)).toEqual(['install'])
})

test('10.R2 the original is filed once it was accepted, and once', () => {
  expect(stepsFor(sign('applied', null, false, null), all)).toEqual(['accept', 'return'])
  expect(stepsFor(sign('ordered', null, false, null), all)).toEqual(['install', 'file'])
  expect(stepsFor(sign('installed', 'left', false, null), all)).toEqual(['remove', 'replace', 'file'])
})

test('10.R3 10.C4 a departed client\'s sign says so, and is to be taken down first; one of a name that changed is replaced', () => {
  for (const amiss of ['left', 'moved', 'renamed'] as const) expect([wordOf(sign('installed', amiss)), markOf(sign('installed', amiss))]).toEqual([amiss, 'overdue'])
  for (const amiss of ['left', 'moved'] as const) expect(stepsFor(sign('installed', amiss), all)).toEqual(['remove', 'replace'])
  expect(stepsFor(sign('installed', 'renamed'), all)).toEqual(['replace', 'remove'])
  expect(stepsFor(sign('installed'), all)).toEqual(['replace', 'remove'])
  expect(wordOf(sign('removed', 'left'))).toBe('removed')
})

test('a sign that another is to replace is not replaced twice', () => {
  expect(stepsFor(sign('installed', null, true), all)).toEqual(['remove'])
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
  expect(filterOf('amiss', ' 1808 ')).toEqual({ view: 'all', search: '1808' })
  expect(filterOf('applied', '')).toEqual({ view: 'all', states: ['applied', 'returned'] })
})
