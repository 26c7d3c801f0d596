import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capitalsTable } from './__fixtures__/capitals'
import { capitals } from './capitals'
import { fen } from './money'

const toFen = (yuan: string) => fen(Number(yuan.replace('.', '')))

test('M1 the table of amounts is a long one, and holds each once', () => {
  expect(new Set(capitalsTable.map(([yuan]) => yuan)).size).toBe(capitalsTable.length)
  expect(capitalsTable.length).toBeGreaterThanOrEqual(200)
})

test.each(capitalsTable)('M1 %s yuan in capitals is %s', (yuan, words) => {
  expect(capitals(toFen(yuan))).toBe(words)
})

/** Reads capitals back by their meaning: figures times units, noughts worth nothing. */
function read(words: string): number {
  const units: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let total = 0
  let section = 0
  let figure = 0
  for (const character of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) figure = value
    else if (units[character]) {
      section += figure * units[character]
      figure = 0
    } else if (character === '万' || character === '亿' || character === '元') {
      section += figure
      if (character === '亿') total = (total + section) * 1e8
      else total += section * (character === '万' ? 1e4 : 1)
      section = figure = 0
      if (character === '元') total *= 100
    } else if (character === '角') {
      total += figure * 10
      figure = 0
    } else if (character === '分') {
      total += figure
      figure = 0
    }
  }
  return total
}

test('M1 capitals read back give the amount, and nought never stands twice or before a unit', () => {
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.integer({ min: 0, max: 1e14 - 1 }),
    // Amounts full of noughts, where capitals go wrong.
    fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 14 }).map((digits) => Number(digits.join(''))),
  )
  fc.assert(
    fc.property(amounts, (amount) => {
      const words = capitals(fen(amount))
      expect(read(words)).toBe(amount)
      if (amount > 0) {
        expect(words).not.toMatch(/零零|零[仟佰拾亿万元角分整]|^零/)
        expect(words).toMatch(/[元角]整$|分$/)
      }
    }),
    { numRuns: 2000 },
  )
})

test('M1 two amounts never have the same capitals', () => {
  const seen = new Map<string, number>()
  for (let amount = 0; amount < 30_000; amount++) {
    const words = capitals(fen(amount))
    expect(seen.get(words)).toBeUndefined()
    seen.set(words, amount)
  }
})

test.each([-1, 1e14, 0.5, Number.NaN])('M1 capitals refuse %s fen', (amount) => {
  expect(() => capitals(amount as never)).toThrow(RangeError)
})
