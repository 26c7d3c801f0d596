import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capitals } from './capitals'
import { fen } from './money'

// Written by hand from the rules and examples of 支付结算办法, annex 1, not from the code.
const table: [yuan: string, words: string][] = [
  ['0.00', '零元整'],
  ['0.01', '壹分'],
  ['0.09', '玖分'],
  ['0.10', '壹角整'],
  ['0.11', '壹角壹分'],
  ['0.50', '伍角整'],
  ['0.99', '玖角玖分'],
  ['1.00', '壹元整'],
  ['1.01', '壹元零壹分'],
  ['1.10', '壹元壹角整'],
  ['1.11', '壹元壹角壹分'],
  ['2.05', '贰元零伍分'],
  ['5.00', '伍元整'],
  ['9.99', '玖元玖角玖分'],
  ['10.00', '壹拾元整'],
  ['10.01', '壹拾元零壹分'],
  ['10.10', '壹拾元壹角整'],
  ['11.00', '壹拾壹元整'],
  ['15.50', '壹拾伍元伍角整'],
  ['19.08', '壹拾玖元零捌分'],
  ['20.00', '贰拾元整'],
  ['30.30', '叁拾元叁角整'],
  ['99.99', '玖拾玖元玖角玖分'],
  ['100.00', '壹佰元整'],
  ['100.01', '壹佰元零壹分'],
  ['100.50', '壹佰元伍角整'],
  ['101.00', '壹佰零壹元整'],
  ['105.05', '壹佰零伍元零伍分'],
  ['110.00', '壹佰壹拾元整'],
  ['120.00', '壹佰贰拾元整'],
  ['123.00', '壹佰贰拾叁元整'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['500.00', '伍佰元整'],
  ['999.99', '玖佰玖拾玖元玖角玖分'],
  ['1000.00', '壹仟元整'],
  ['1001.00', '壹仟零壹元整'],
  ['1010.00', '壹仟零壹拾元整'],
  ['1010.10', '壹仟零壹拾元壹角整'],
  ['1100.00', '壹仟壹佰元整'],
  ['1101.00', '壹仟壹佰零壹元整'],
  ['1111.11', '壹仟壹佰壹拾壹元壹角壹分'],
  ['1250.00', '壹仟贰佰伍拾元整'],
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['2000.05', '贰仟元零伍分'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['9960.00', '玖仟玖佰陆拾元整'],
  ['10000.00', '壹万元整'],
  ['10001.00', '壹万零壹元整'],
  ['10010.00', '壹万零壹拾元整'],
  ['10100.00', '壹万零壹佰元整'],
  ['11000.00', '壹万壹仟元整'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['20000.10', '贰万元壹角整'],
  ['100000.00', '壹拾万元整'],
  ['100001.00', '壹拾万零壹元整'],
  ['100100.00', '壹拾万零壹佰元整'],
  ['101000.00', '壹拾万壹仟元整'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['110000.00', '壹拾壹万元整'],
  ['200500.00', '贰拾万零伍佰元整'],
  ['1000000.00', '壹佰万元整'],
  ['1000500.00', '壹佰万零伍佰元整'],
  ['1001000.00', '壹佰万壹仟元整'],
  ['1010101.01', '壹佰零壹万零壹佰零壹元零壹分'],
  ['1234567.89', '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'],
  ['10000000.00', '壹仟万元整'],
  ['10010010.00', '壹仟零壹万零壹拾元整'],
  ['10101000.00', '壹仟零壹拾万壹仟元整'],
  ['99999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ['100000000.00', '壹亿元整'],
  ['100000001.00', '壹亿零壹元整'],
  ['100000500.00', '壹亿零伍佰元整'],
  ['100010000.00', '壹亿零壹万元整'],
  ['100010001.00', '壹亿零壹万零壹元整'],
  ['101000000.00', '壹亿零壹佰万元整'],
  ['110000000.00', '壹亿壹仟万元整'],
  ['100001000.00', '壹亿零壹仟元整'],
  ['1020304050.60', '壹拾亿贰仟零叁拾万肆仟零伍拾元陆角整'],
  ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
]

const toFen = (yuan: string) => fen(Number(yuan.replace('.', '')))

test.each(table)('M1 %s yuan in capitals is %s', (yuan, words) => {
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
