import { expect, test } from 'vitest'
import type { ImportProblem } from '@shared/contract/import'
import zh from '../../locales/zh-CN/import'
import { problemWords } from './problem-words'

type Tree = { [key: string]: string | Tree }
const find = (key: string) => key.split('.').slice(1).reduce<string | Tree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), zh as unknown as Tree)
const words = problemWords({
  t: (key, params) => String(find(key)).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name])),
  te: (key) => typeof find(key) === 'string',
})
const problem = (code: ImportProblem['code'], params: ImportProblem['params'] = {}): ImportProblem => ({ row: 2, column: '房号', columnLetter: 'D', value: '18O8', code, params })

test('an import problem says what is wrong and how to mend it, with its particulars', () => {
  const letter = problem('letter-for-digit', { letter: 'O', digit: '0', expected: '1808' })
  expect(words.reason(letter)).toBe('字母 O，应为数字 0')
  expect(words.remedy(letter)).toBe('应为 1808')
  expect(words.reason(problem('duplicate-row', { first: 88 }))).toBe('与第 88 行重复')
  const host = problem('unknown-host', { room: '1808', expected: '陆文博' })
  expect([words.reason(host), words.remedy(host)]).toEqual(['1808 没有这个联系人', '可能是 陆文博'])
})

test('without particulars an import problem is told plainly, never with a gap', () => {
  for (const code of ['duplicate-row', 'letter-for-digit', 'too-long', 'not-a-choice', 'empty', 'unknown-room', 'unknown-host'] as const) {
    expect(words.reason(problem(code))).not.toMatch(/undefined|^$/)
    expect(words.remedy(problem(code))).not.toMatch(/undefined|^$/)
  }
})
