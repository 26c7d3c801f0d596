import { expect, test } from 'vitest'
import { setupFaults, type SetupForm } from './setup-form'

const form: SetupForm = { tower: '云汇中心', company: '云汇物业', station: 'A1', staffNo: '0001', name: '韩雪', pin: '482915', pinAgain: '482915' }

test('the first run goes on only with tower, company, station, number and name', () => {
  expect(setupFaults('tower', form)).toEqual({})
  expect(setupFaults('tower', { ...form, tower: ' ', station: '' })).toEqual({ tower: 'needed', station: 'needed' })
  expect(setupFaults('administrator', { ...form, name: '' })).toEqual({ name: 'needed' })
})

test('the first administrator\'s PIN has six digits and is typed the same twice', () => {
  expect(setupFaults('administrator', form)).toEqual({})
  for (const pin of ['48291', '4829155', '48291a', '']) expect(setupFaults('administrator', { ...form, pin, pinAgain: pin }), pin).toEqual({ pin: 'six' })
  expect(setupFaults('administrator', { ...form, pinAgain: '482916' })).toEqual({ pinAgain: 'mismatch' })
})
