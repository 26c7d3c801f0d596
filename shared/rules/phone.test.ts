import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskDocumentNumber, maskPhone } from './mask'
import { normalizePhone } from './phone'

describe('16.F1 a phone number as typed', () => {
  test.each([
    ['13800002716', '13800002716', 'mobile'],
    ['138 0000 2716', '13800002716', 'mobile'],
    ['138-0000-2716', '13800002716', 'mobile'],
    ['+86 13800002716', '13800002716', 'mobile'],
    ['0086-13800002716', '13800002716', 'mobile'],
    ['8613800002716', '13800002716', 'mobile'],
    ['１３８００００２７１６', '13800002716', 'mobile'],
    ['010-62345678', '010-62345678', 'landline'],
    ['01062345678', '010-62345678', 'landline'],
    ['(010) 6234 5678', '010-62345678', 'landline'],
    ['（0755）2345678', '0755-2345678', 'landline'],
    ['+86 755 ', '755', 'short'],
    ['0755-23456789转801', '0755-23456789-801', 'landline'],
    ['0755-23456789 ext. 801', '0755-23456789-801', 'landline'],
    ['62345678', '62345678', 'landline'],
    ['62345678-12', '62345678-12', 'landline'],
    ['400-810-1234', '4008101234', 'landline'],
    ['8012', '8012', 'short'],
    ['95588', '95588', 'short'],
    ['+852 9123 4567', '+85291234567', 'foreign'],
  ])('%s → %s', (raw, normalized, kind) => {
    expect(normalizePhone(raw)).toEqual({ ok: true, normalized, kind })
  })

  test.each([
    ['', 'phone.empty', 0],
    ['1380000271', 'phone.mobile-length', 10],
    ['138000027166', 'phone.mobile-length', 12],
    ['无', 'phone.unknown', 0],
    ['010-6234567', 'phone.unknown', 10],
    ['12', 'phone.unknown', 2],
  ])('%s is refused: %s', (raw, code, found) => {
    expect(normalizePhone(raw)).toEqual({ ok: false, code, found })
  })

  test('normalizing twice changes nothing', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789- +转'), maxLength: 16 })
    fc.assert(
      fc.property(typed, (raw) => {
        const once = normalizePhone(raw)
        if (once.ok) expect(normalizePhone(once.normalized)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('P3 numbers are masked in every list', () => {
  test.each([
    ['13800002716', '138****2716'],
    ['+86 138 0000 2716', '138****2716'],
    ['010-62345678', '010-****5678'],
    ['0755-2345678-801', '0755-***5678-***'],
    ['62345678', '****5678'],
    ['8012', '**12'],
    ['110', '*10'],
    ['+85291234567', '+852****4567'],
    ['不便告知', '不**知'],
    ['', ''],
  ])('phone %s → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  test.each([
    ['resident', '11010519491231002x', '110105********002X'],
    ['hmt-permit', '810000199010053117', '810000********3117'],
    ['foreign-permanent', '911250198001011235', '911250********1235'],
    ['foreign-permanent', 'FRA110180010112', 'FRA********0112'],
    ['passport', 'E12345678', 'E1*****78'],
    ['hm-travel', 'H01234567', 'H0*****67'],
    ['tw-travel', '01234567', '01****67'],
    ['other', 'AB', '**'],
    ['other', 'A', '*'],
    ['other', '', ''],
  ] as const)('%s %s → %s', (kind, number, masked) => {
    expect(maskDocumentNumber(kind, number)).toBe(masked)
  })

  test('a mask keeps the length and never shows more than half of a short number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABC0123456789'), maxLength: 17 }), (number) => {
        const masked = maskDocumentNumber('other', number)
        expect(masked.length).toBe(number.length)
        expect(masked.replaceAll('*', '').length * 2).toBeLessThanOrEqual(number.length)
      }),
    )
  })
})
