import { expect, test } from 'vitest'
import { noLine } from '../../components/charges/charge-lines'
import { checkSlip, emptySlip, isSlipTouched, quoteInputOf, startFrom, typeClient } from './slip-form'

const origin = {
  register: 'reception', id: 12, no: 'DJ26-000012', at: 0, name: '陆文博', phoneMasked: '138****2716', company: '', contactId: 3, tenantId: 1, tenantName: '博远', unitId: 1, room: '1808', place: '', matter: '换锁', links: [],
}

test('16.R3 a slip started from a call has the caller, company, room and matter; the number stays masked', () => {
  const form = emptySlip()
  startFrom(form, origin)
  expect(form).toMatchObject({ client: '陆文博', company: '博远', room: '1808', title: '换锁', phoneMasked: '138****2716', phone: '' })
  expect(quoteInputOf(form, false)).toMatchObject({ from: { register: 'reception', id: 12 }, phone: '', unitId: 1 })
  typeClient(form, '别人')
  expect(form).toMatchObject({ contactId: null, phoneMasked: '' })
})

test('17.R2 a quote needs what it is for, for whom, and a charge; each fault is named', () => {
  expect(checkSlip(emptySlip()).map(({ field, code }) => [field, code])).toEqual([['title', 'title'], ['client', 'client'], ['lines', 'lines']])
  const form = { ...emptySlip(), title: '换锁', client: '陆文博', room: '9999', lines: [{ ...noLine('锁芯'), price: '80', quantity: '0' }] }
  expect(checkSlip(form)).toEqual([{ field: 'room', code: 'room', params: {} }, { field: 'lines', code: 'quantity', params: { line: 1 } }])
  expect(checkSlip({ ...form, room: '', lines: [{ ...noLine('锁芯'), price: '80' }] })).toEqual([])
  expect(checkSlip({ ...form, room: '', company: '瑞', lines: [{ ...noLine('锁芯'), price: '80' }] })).toEqual([{ field: 'company', code: 'company-unknown', params: {} }])
})

test('an empty slip is not worth a draft', () => {
  expect(isSlipTouched(emptySlip())).toBe(false)
  expect(isSlipTouched({ ...emptySlip(), title: '换锁' })).toBe(true)
})
