import { expect, test } from 'vitest'
import type { ComplaintDetail } from '@shared/contract/complaints'
import { flowOf, gridOf, wordOf } from './flow'

const step = (action: string, at: number, person = '') => ({ id: at, action, from: '', to: '', at, actor: '周晓岚', station: 'A1', person, note: '' })
const way = (state: ComplaintDetail['state'], actions: [string, string?][], opinions: (string | null)[] = []) =>
  flowOf({ state, person: '韩雪', steps: actions.map(([action, person], at) => step(action, at + 1, person)), rounds: opinions.map((opinion) => ({ opinion })) as ComplaintDetail['rounds'] })
const words = (lines: ReturnType<typeof way>): string[] => lines.map((line) => line.map((point) => [point.name, point.phase, point.who, point.opinion].filter(Boolean).join('/')).join(' '))

test('7.R5 a dissatisfied client leads to another line, under the same number', () => {
  const lines = way('handled', [['create'], ['escalate'], ['handle', '何建国'], ['dissatisfied'], ['handle', '韩雪']], ['dissatisfied', null])
  expect(words(lines)).toEqual([
    'received/past/周晓岚 escalated/past/周晓岚 handled/past/何建国 asked/past/周晓岚/dissatisfied',
    'handled/past/韩雪 asked/now closed/todo',
  ])
  expect(gridOf(lines)).toEqual({ columns: 5, starts: [0, 2] })
})

test('7.R5 satisfied closes it; what is reopened goes on with a line of its own', () => {
  expect(words(way('closed', [['create'], ['handle'], ['satisfied']], ['fairly-satisfied']))).toEqual(['received/past/周晓岚 handled/past/周晓岚 asked/past/周晓岚/fairly-satisfied closed/past/周晓岚'])
  expect(words(way('handling', [['create'], ['handle'], ['satisfied'], ['reopen', '何建国']], ['satisfied', null]))[1]).toBe('reopened/past/何建国 handled/now/韩雪 asked/todo closed/todo')
})

test('7.R5 where a complaint stands is not said to be done', () => {
  const said = (lines: ReturnType<typeof way>): string[] => lines.map((line, round) => line.map((step) => wordOf(step, round)).join(' '))
  expect(said(way('handling', [['create'], ['assign']]))).toEqual(['received assigned handling asked closed'])
  expect(said(way('handled', [['create'], ['handle'], ['dissatisfied'], ['handle']], ['dissatisfied', null]))).toEqual(['received handled asked', 'handledAgain askingAgain closed'])
})

test('passed on twice counts once; nothing is to come of a void one', () => {
  expect(words(way('handling', [['create'], ['assign', '甲'], ['assign', '乙']]))).toEqual(['received/past/周晓岚 assigned/past/乙 handled/now/韩雪 asked/todo closed/todo'])
  expect(words(way('void', [['create'], ['void']]))).toEqual(['received/past/周晓岚 void/past/周晓岚'])
})

test('however many rounds, every line fits the grid', () => {
  const actions: [string][] = [['create'], ['escalate'], ['assign'], ['handle'], ['dissatisfied'], ['assign'], ['handle'], ['dissatisfied']]
  const lines = way('handling', actions, ['dissatisfied', 'dissatisfied', null])
  const { columns, starts } = gridOf(lines)
  lines.forEach((line, at) => expect(starts[at]! + line.length).toBeLessThanOrEqual(columns))
})
