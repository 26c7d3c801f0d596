import { expect, test } from 'vitest'
import { may, type Role } from '@shared/contract/permissions'
import { workOrderStates } from '@shared/rules/work-order'
import { besides, stepsFor, turnOf } from './order-actions'

const order = (over: Partial<Parameters<typeof turnOf>[0]> = {}): Parameters<typeof turnOf>[0] => ({ state: 'issued', chargeable: false, emergencyFirst: false, charge: null, worker: '', erased: false, ...over })
const charge = { id: 1, no: 'YC26-000341', state: 'agreed', totalFen: 17300 }
const as = (role: Role) => (permission: Parameters<typeof may>[1]): boolean => may(role, permission)

test('13.R3 a chargeable order is quoted, then decided on; what the client refused may be quoted anew', () => {
  expect(turnOf(order({ state: 'quoting', chargeable: true }))).toEqual(['quote'])
  expect(turnOf(order({ state: 'quoting', chargeable: true, charge }))).toEqual(['decide', 'requote'])
  expect(turnOf(order({ state: 'refused', chargeable: true, charge }))).toEqual(['requote'])
})

test('17.R3 the client of an emergency signs only once its slip is open', () => {
  expect(turnOf(order({ state: 'done', chargeable: true, emergencyFirst: true }))).toEqual(['quote'])
  expect(turnOf(order({ state: 'done', chargeable: true, charge }))).toEqual(['sign', 'actuals'])
})

test('engineering fetches and works, the desk returns, verifies and files', () => {
  expect(stepsFor(order(), as('engineering'))).toEqual(['fetch'])
  expect(stepsFor(order({ state: 'signed' }), as('engineering'))).toEqual([])
  expect(stepsFor(order({ state: 'signed' }), as('receptionist'))).toEqual(['return'])
  expect(stepsFor(order(), as('finance'))).toEqual([])
})

test('13.C4 nothing is done with a void order; a filed one goes back by correction only', () => {
  for (const role of ['receptionist', 'supervisor', 'administrator'] as const) expect([...besides(order({ state: 'void' }), as(role))], role).toEqual([])
  expect([...besides(order({ state: 'filed' }), as('supervisor'))].sort()).toEqual(['correct', 'reprint', 'spotCheck', 'stepBack'])
})

test('an order is void only before its work is done; every open state knows its next step', () => {
  expect(workOrderStates.filter((state) => besides(order({ state }), as('receptionist')).has('void'))).toEqual(['quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts'])
  expect(workOrderStates.filter((state) => turnOf(order({ state })).length === 0)).toEqual(['filed', 'void'])
})
