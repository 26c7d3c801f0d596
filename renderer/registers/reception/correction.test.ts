import { expect, test } from 'vitest'
import { writtenAnew, type Correction } from './correction'

const was: Correction = {
  name: '林若楠', people: '1', company: '恒越信息', documentNumber: '', phone: '', hostText: '陆文博', host: null,
  purpose: 'meeting', category: 'enquiry', matter: '', result: '', leftTime: '', reason: '',
}

test('a correction taken up again holds only what was written anew', () => {
  expect(writtenAnew({ was, now: { ...was } })).toEqual({})
  expect(writtenAnew({ was, now: { ...was, company: '恒越信息技术', reason: '写错' } })).toEqual({ company: '恒越信息技术', reason: '写错' })
})
