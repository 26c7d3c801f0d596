import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, checkDocumentNumber, hasCheckDigit, normalizeDocumentNumber } from './id-number'

const today = '2026-03-10'
const resident = (raw: string) => checkDocumentNumber('resident', raw, today)
const number18 = (first17: string) => first17 + checkDigit(first17)

describe('P1 a resident ID number', () => {
  test.each([
    '11010519491231002X',
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
    '110105\u3000194912\u200b31002ｘ',
  ])('%s is accepted', (raw) => {
    expect(resident(raw)).toEqual({ ok: true, normalized: '11010519491231002X', birth: '1949-12-31', sex: 'female' })
  })

  test('with a wrong check digit is refused, and the right one is told', () => {
    expect(resident('110105194912310021')).toEqual({
      ok: false, code: 'number.check-digit', data: { position: 18, expected: 'X', found: '1' },
    })
    expect(resident('11010519491231002Y')).toMatchObject({ code: 'number.check-digit', data: { expected: 'X', found: 'Y' } })
  })

  test.each([
    ['', 'number.empty', {}],
    ['  \u3000', 'number.empty', {}],
    ['11010519491231002', 'number.length', { expected: '18', found: 17 }],
    ['11010519491231002X1', 'number.length', { expected: '18', found: 19 }],
    ['110105491231002', 'number.length', { expected: '18', found: 15 }],
    ['1101O519491231002X', 'number.character', { position: 5, found: 'O', allowed: 'digit' }],
    ['11010519491231X02X', 'number.character', { position: 15, found: 'X', allowed: 'digit' }],
    [number18('00010519491231002'), 'number.region', { found: '000105' }],
    [number18('99010519491231002').replace(/^9/, '7'), 'number.region', { found: '790105' }],
    [number18('11000019491231002'), 'number.region', { found: '110000' }],
    [number18('81000019491231002'), 'number.other-kind', { kind: 'hmt-permit' }],
    [number18('91115619491231002'), 'number.other-kind', { kind: 'foreign-permanent' }],
    [number18('11010519490229002'), 'number.birth-unreal', { found: '19490229' }],
    [number18('11010519001331002'), 'number.birth-unreal', { found: '19001331' }],
    [number18('11010518991231002'), 'number.birth-unreal', { found: '18991231' }],
    [number18('11010519000229002'), 'number.birth-unreal', { found: '19000229' }],
    [number18('11010520260311002'), 'number.birth-future', { found: '2026-03-11' }],
  ])('%s is refused: %s', (raw, code, data) => {
    expect(resident(raw)).toEqual({ ok: false, code, data })
  })

  test('of somebody born today, and on a leap day, is accepted', () => {
    expect(resident(number18('11010520260310003'))).toMatchObject({ ok: true, birth: '2026-03-10' })
    expect(resident(number18('65010220000229013'))).toMatchObject({ ok: true, birth: '2000-02-29', sex: 'male' })
  })

  test('with any one character changed, or two neighbours exchanged, is refused', () => {
    const good = fc
      .tuple(fc.integer({ min: 0, max: 27_000 }), fc.integer({ min: 0, max: 999 }))
      .map(([day, sequence]) => {
        const birth = new Date(Date.UTC(1950, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
        return number18(`310115${birth}${String(sequence).padStart(3, '0')}`)
      })
    fc.assert(
      fc.property(good, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, index, character) => {
        expect(resident(number).ok).toBe(true)
        const changed = number.slice(0, index) + character + number.slice(index + 1)
        expect(resident(changed).ok).toBe(changed === number)
        if (index < 17) {
          const exchanged = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2)
          expect(resident(exchanged).ok).toBe(exchanged === number)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('P1 the permits and passports are kinds of their own', () => {
  test('residents of Hong Kong, Macau and Taiwan: 810000, 820000, 830000', () => {
    for (const region of ['810000', '820000', '830000']) {
      expect(checkDocumentNumber('hmt-permit', number18(`${region}19901005311`), today)).toMatchObject({ ok: true, sex: 'male' })
    }
    expect(checkDocumentNumber('hmt-permit', '11010519491231002X', today)).toMatchObject({
      code: 'number.other-kind', data: { kind: 'resident' },
    })
  })

  test('a permanent resident’s card of 2017 has three letters and twelve digits, of 2023 eighteen from 9 on', () => {
    const check = (raw: string) => checkDocumentNumber('foreign-permanent', raw, today)
    expect(check('fra 1101 8001 0112')).toEqual({ ok: true, normalized: 'FRA110180010112' })
    expect(check('FR1110180010112')).toMatchObject({ code: 'number.character', data: { position: 3, allowed: 'letter' } })
    expect(check('FRA11018001011A')).toMatchObject({ code: 'number.character', data: { position: 15, allowed: 'digit' } })
    expect(check('FRA1101800101123')).toMatchObject({ code: 'number.length', data: { expected: '15/18', found: 16 } })
    const of2023 = number18('91125019800101123')
    expect(check(of2023)).toEqual({ ok: true, normalized: of2023, birth: '1980-01-01', sex: 'male' })
    expect(check(of2023.slice(0, 17) + (of2023[17] === '0' ? '1' : '0'))).toMatchObject({ code: 'number.check-digit' })
    expect(check('11010519491231002X')).toMatchObject({ code: 'number.other-kind', data: { kind: 'resident' } })
  })

  test.each([
    ['passport', ' e1234 5678', { ok: true, normalized: 'E12345678' }],
    ['passport', 'E1', { ok: false, code: 'number.length', data: { expected: '5–15', found: 2 } }],
    ['passport', 'E12/4567', { ok: false, code: 'number.character', data: { position: 4, found: '/', allowed: 'letter-or-digit' } }],
    ['hm-travel', 'h01234567', { ok: true, normalized: 'H01234567' }],
    ['hm-travel', 'M01234567', { ok: true, normalized: 'M01234567' }],
    ['hm-travel', 'K01234567', { ok: false, code: 'number.character', data: { position: 1, found: 'K', allowed: 'H-or-M' } }],
    ['hm-travel', 'H0123456', { ok: false, code: 'number.length', data: { expected: '9', found: 8 } }],
    ['tw-travel', '01234567', { ok: true, normalized: '01234567' }],
    ['tw-travel', '0123456A', { ok: false, code: 'number.character', data: { position: 8, found: 'A', allowed: 'digit' } }],
    ['tw-travel', '012345678', { ok: false, code: 'number.length', data: { expected: '8', found: 9 } }],
    ['other', '军字第 0012 号', { ok: true, normalized: '军字第0012号' }],
    ['other', '1'.repeat(41), { ok: false, code: 'number.length', data: { expected: '1–40', found: 41 } }],
  ] as const)('%s %s', (kind, raw, expected) => {
    expect(checkDocumentNumber(kind, raw, today)).toEqual(expected)
  })
})

test('P1 the check digit alone tells a card number from other digits', () => {
  expect(hasCheckDigit('11010519491231002X')).toBe(true)
  expect(hasCheckDigit('110105194912310020')).toBe(false)
  expect(hasCheckDigit('11010519491231002x')).toBe(false)
  expect(hasCheckDigit('1101051949123100')).toBe(false)
  expect(normalizeDocumentNumber('ａ b１')).toBe('AB1')
})
