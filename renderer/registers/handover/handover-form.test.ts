import { expect, test } from 'vitest'
import type { HandoverItem } from '@shared/contract/handover'
import { addLine, emptyForm, isEmptyForm, signOffInput, split, unexplained } from './handover-form'

const item = (key: string): HandoverItem => ({ key, what: 'still-inside', register: 'reception', recordId: 1, no: 'DJ26-004217', title: '沈知远仍在 2203', detail: '', since: 1, dueAt: null, dropped: null, seen: false })
const items = [item('still-inside:1'), item('no-result:2')]

test('16.R5 an item that is not handed on needs its reason in writing', () => {
  const form = emptyForm()
  form.dropped['no-result:2'] = '  '
  expect(unexplained(items, form)?.key).toBe('no-result:2')
  form.dropped['no-result:2'] = ' 已补齐 '
  expect(unexplained(items, form)).toBeUndefined()
  expect(split(items, form).carried.map((each) => each.key)).toEqual(['still-inside:1'])
  expect(signOffInput(items, form).dropped).toEqual([{ key: 'no-result:2', reason: '已补齐' }])
})

test('16.R5 what was settled meanwhile is not sent as dropped', () => {
  const form = { ...emptyForm(), dropped: { 'expected:9': '未到' } }
  expect(signOffInput(items, form).dropped).toEqual([])
  expect(unexplained(items, { ...form, dropped: { 'expected:9': '' } })).toBeUndefined()
})

test('16.R5 written lines are kept once, without empty ones', () => {
  const form = emptyForm()
  expect([addLine(form, ' 备用钥匙在左手柜 '), addLine(form, '备用钥匙在左手柜'), addLine(form, ' ')]).toEqual([true, false, false])
  expect(signOffInput(items, form).written).toEqual(['备用钥匙在左手柜'])
  expect(isEmptyForm(form)).toBe(false)
  expect(isEmptyForm(emptyForm())).toBe(true)
})
