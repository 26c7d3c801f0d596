import { expect, test } from 'vitest'
import { paidServiceStates } from '@shared/rules/paid-service'
import { markOf, mayVoid, slipSteps } from './slip-state'

const all = () => true

test('17.R2-17.R4 each state offers the step whose turn it is; a slip of an order is completed there', () => {
  expect(paidServiceStates.map((state) => [state, slipSteps({ state, orderId: null }, all)[0] ?? null])).toEqual([
    ['quoted', 'decide'], ['agreed', 'complete'], ['refused', 'requote'], ['done', 'pay'], ['monthly', 'pay'], ['paid', null], ['void', null],
  ])
  expect(slipSteps({ state: 'agreed', orderId: 7 }, all)).toEqual(['actuals', 'requote'])
})

test('17.R4 who may not take money is not offered it', () => {
  expect(slipSteps({ state: 'done', orderId: null }, (permission) => permission === 'services.write')).toEqual(['month'])
  expect(slipSteps({ state: 'quoted', orderId: null }, () => false)).toEqual([])
})

test('17.R6 what is paid is not voided before its receipt', () => {
  expect(paidServiceStates.filter(mayVoid)).toEqual(['quoted', 'agreed', 'done', 'monthly'])
  expect(markOf('void')).toBe('void')
})
