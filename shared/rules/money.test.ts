import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen, formatMoney, parseMoney, sumFen } from './money'

describe('M1 an amount as typed', () => {
  test.each([
    ['1250', 125000],
    ['1,250.5', 125050],
    ['¥1,250.00', 125000],
    ['￥ 1 250.00', 125000],
    ['１２５０元', 125000],
    ['0.07', 7],
    ['3.', 300],
    ['3.10000', 310],
    ['-30', -3000],
    ['-¥30.00', -3000],
    ['¥-30.00', -3000],
    ['90071992547409.91', 9007199254740991],
  ])('%s is %d fen', (typed, expected) => {
    expect(parseMoney(typed)).toEqual({ ok: true, fen: expected })
  })

  test.each([
    ['', 'money.empty'],
    ['元', 'money.empty'],
    ['1,25', 'money.form'],
    ['12,50.00', 'money.form'],
    ['--1', 'money.form'],
    ['-¥-1', 'money.form'],
    ['1e3', 'money.form'],
    ['.5', 'money.form'],
    ['1.005', 'money.decimals'],
    ['90071992547409.92', 'money.too-large'],
  ])('%s is refused: %s', (typed, code) => {
    expect(parseMoney(typed)).toEqual({ ok: false, code })
  })
})

test('M1 amounts are shown with two decimals and thousands', () => {
  expect(formatMoney(fen(125000))).toBe('¥1,250.00')
  expect(formatMoney(fen(7), '￥')).toBe('￥0.07')
  expect(formatMoney(fen(-123456789), '')).toBe('-1,234,567.89')
  expect(formatMoney(fen(99999))).toBe('¥999.99')
  expect(formatMoney(fen(0))).toBe('¥0.00')
})

test('M1 what is shown reads back as the same amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('¥', '￥', '') as fc.Arbitrary<'¥'>, (amount, symbol) => {
      expect(parseMoney(formatMoney(fen(amount), symbol))).toEqual({ ok: true, fen: fen(amount) })
    }),
  )
})

test('M1 money is whole fen, also in a sum', () => {
  expect(() => fen(0.1)).toThrow(RangeError)
  expect(sumFen([fen(1), fen(-3), fen(10)])).toBe(8)
  expect(sumFen([])).toBe(0)
  expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError)
})
