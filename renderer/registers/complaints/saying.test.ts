import { expect, test } from 'vitest'
import { complaintStates } from '@shared/rules/complaint'
import en from '../../locales/en/complaints'
import zh from '../../locales/zh-CN/complaints'
import { channels } from './complaint-form'
import { receivingAt, sayLines, sayPhaseOf, type SayPhase } from './saying'

const words = { who: '主管', by: '24 小时内', phone: '8000', done: '已停钻' }

test('7.R1 one apologises first, then listens, then promises', () => {
  expect(receivingAt({ name: '', cause: '', kind: '' })).toBe('sorry')
  expect(receivingAt({ name: '宋雨桐', cause: '', kind: '' })).toBe('listen')
  expect(receivingAt({ name: '宋雨桐', cause: '打钻', kind: 'noise' })).toBe('promise')
  expect(sayLines('receive', { at: 'listen', ...words }).map(({ name, turn }) => [name, turn])).toEqual([['sorry', 'past'], ['listen', 'now'], ['promise', ''], ['next', '']])
})

test('7.R1 there are words for every channel, moment and step, in both locales', () => {
  for (const locale of [zh, en]) {
    for (const phase of ['receive', 'wait', 'ask'] satisfies SayPhase[]) {
      for (const channel of channels) for (const { name } of sayLines(phase, { at: 'sorry', ...words })) expect((locale.say[phase][channel] as Record<string, string>)[name], `${phase} ${channel} ${name}`).toMatch(/\S/)
    }
  }
  for (const channel of channels) expect(zh.say.receive[channel].sorry, channel).toMatch(/抱歉/)
})

test('7.R1 there is something to say while it is open', () => {
  expect(complaintStates.filter((state) => sayPhaseOf({ state }) === null)).toEqual(['closed', 'void'])
  expect(sayPhaseOf({ state: 'handled' })).toBe('ask')
})
