import { describe, expect, test } from 'vitest'
import { fen } from './money'
import { countedMilli, LINE_MAX, lineAmount, nextPaidServiceState, type PaidServiceAction, paidServiceActions, type PaidServiceState, paidServiceStates, parseQuantity, PRICE_MAX, QUANTITY_MAX, quantityText, slipTotals } from './paid-service'

/** Every step there is; what is not here is refused. */
const allowed: [PaidServiceState, PaidServiceAction, PaidServiceState][] = [
  ['quoted', 'agree', 'agreed'], ['quoted', 'refuse', 'refused'], ['quoted', 'requote', 'quoted'], ['quoted', 'void', 'void'],
  ['agreed', 'complete', 'done'], ['agreed', 'requote', 'quoted'], ['agreed', 'void', 'void'],
  ['refused', 'requote', 'quoted'],
  ['done', 'pay', 'paid'], ['done', 'put-on-month', 'monthly'], ['done', 'take-back', 'agreed'], ['done', 'void', 'void'],
  ['monthly', 'pay', 'paid'], ['monthly', 'take-back', 'agreed'], ['monthly', 'void', 'void'],
  ['paid', 'unpay', 'done'], ['paid', 'back-on-month', 'monthly'],
]
const table = paidServiceStates.flatMap((from) => paidServiceActions.map((action) => [from, action, allowed.find(([state, step]) => state === from && step === action)?.[2] ?? null] as const))

describe('17.R2 17.R3 17.R4 the steps of a 有偿服务单', () => {
  test.each(table)('17.R2 from %s, %s leads to %s', (from, action, to) => {
    expect(nextPaidServiceState(from, action)).toBe(to)
  })

  test('17.R2 work is complete only when the client agreed, 17.R4 money is taken only for work that is done', () => {
    expect(table.filter(([, action, to]) => action === 'complete' && to !== null).map(([from]) => from)).toEqual(['agreed'])
    expect(table.filter(([, action, to]) => action === 'pay' && to !== null).map(([from]) => from)).toEqual(['done', 'monthly'])
  })

  test('17.R6 nothing leads out of void', () => {
    expect(table.filter(([from, , to]) => from === 'void' && to !== null)).toEqual([])
  })
})

describe('17.R3 amounts by quantity', () => {
  test.each([
    [12_000, 1_500, 18_000], [3, 500, 2], [1, 499, 0], [1, 500, 1], [333, 333, 111], [99, 5, 0], [100, 5, 1], [8_000, 250, 2_000], [0, 1_000_000, 0],
    [100_000_000, 10_000, 1_000_000_000],
  ])('17.R3 %i fen × %i thousandths is %i fen, to the nearest, a half up', (price, quantity, amount) => {
    expect(lineAmount(fen(price), quantity)).toBe(amount)
  })

  test('17.R3 a product past 2^53 is still exact, and a line past ten million yuan is refused', () => {
    expect(lineAmount(fen(99_999_999), 10_000)).toBe(999_999_990)
    expect(lineAmount(fen(1), QUANTITY_MAX)).toBe(1_000_000)
    expect(() => lineAmount(PRICE_MAX, QUANTITY_MAX)).toThrow(RangeError)
    expect(() => lineAmount(fen(LINE_MAX), 1_001)).toThrow(RangeError)
  })

  test('17.R2 labour and material are summed apart; 17.R3 what was really used counts once it is known', () => {
    const lines = [
      { kind: 'labour' as const, unitPriceFen: 8_000, quotedMilli: 1_000, actualMilli: 1_500 },
      { kind: 'material' as const, unitPriceFen: 4_650, quotedMilli: 2_000, actualMilli: null },
      { kind: 'material' as const, unitPriceFen: 3_000, quotedMilli: 1_000, actualMilli: 0 },
    ]
    expect(lines.map(countedMilli)).toEqual([1_500, 2_000, 0])
    expect(slipTotals(lines)).toEqual({ labourFen: 12_000, materialFen: 9_300, totalFen: 21_300 })
  })

  test('17.F2 quantities are written without noughts that say nothing', () => {
    expect([1_000, 1_500, 250, 12_345, 0].map(quantityText)).toEqual(['1', '1.5', '0.25', '12.345', '0'])
  })
})

test.each([['1.5', 1_500], ['０.25', 250], ['2', 2_000], ['0', null], ['-1', null], ['1.2345', null], ['9999999', null], ['', null]] as const)('17.R2 quantity %j is %j thousandths', (text, milli) => {
  expect(parseQuantity(text)).toBe(milli)
})

test('17.R3 nothing used is a quantity of what was really used', () => {
  expect(parseQuantity('0', 0)).toBe(0)
})
