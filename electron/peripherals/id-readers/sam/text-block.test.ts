import { describe, expect, test } from 'vitest'
import { foreignCard2017, foreignCard2023, hmtCard, residentCard } from '../../../../e2e/fixtures/id-cards'
import { idCardSchema } from '../../../../shared/contract/id-card'
import { nations } from './nations'
import { parseTextBlock } from './text-block'

const today = '2026-03-10'
const parse = (text: Uint8Array) => {
  const result = parseTextBlock(text, today)
  if (result.ok) idCardSchema.parse(result.card)
  return result
}

describe('P1 16.R4 the four kinds of card', () => {
  test('a resident’s ID card', () => {
    expect(parse(residentCard().text)).toEqual({
      ok: true,
      card: {
        kind: 'resident', name: '周明远', sex: 'female', nation: '汉', birth: '1949-12-31',
        address: '北京市朝阳区松园路18号院3号楼2单元501', number: '11010519491231002X',
        authority: '北京市公安局朝阳分局', from: '2015-03-08', to: 'long-term',
      },
    })
  })

  test('a residence permit of Hong Kong, Macau and Taiwan residents', () => {
    const result = parse(hmtCard({ to: '20290307' }).text)
    expect(result).toMatchObject({
      ok: true,
      card: { kind: 'hmt-permit', sex: 'male', number: '810000199010053117', passNumber: 'H12345678', issueCount: '01', to: '2029-03-07' },
    })
    expect(result.ok && 'nation' in result.card).toBe(false)
  })

  test('a foreign permanent resident’s card of 2017', () => {
    expect(parse(foreignCard2017().text)).toEqual({
      ok: true,
      card: {
        kind: 'foreign-permanent', name: '乐美', englishName: 'LEFEBVRE, MARIE CLAIRE', sex: 'female',
        birth: '1980-01-01', number: 'FRA110180010112', country: 'FRA', from: '2024-06-01', to: '2034-05-31',
      },
    })
  })

  test('a foreign permanent resident’s card of 2023, its long name in two places', () => {
    const englishName = 'VON WOLFENSTEIN GUTENBERG DE LA MA ROSA MARIA'
    expect(englishName[34]).toBe(' ')
    expect(parse(foreignCard2023({ englishName, chineseName: '' }).text)).toEqual({
      ok: true,
      card: {
        kind: 'foreign-permanent', name: englishName, englishName, sex: 'female', birth: '1980-01-01',
        number: '911250198001011235', country: 'FRA', from: '2024-06-01', to: '2034-05-31',
      },
    })
  })
})

test.each([
  ['a wrong check digit', residentCard({ number: '110105194912310021' }).text, 'reader.bad-number'],
  ['a number of another kind', hmtCard({ number: '11010519491231002X' }).text, 'reader.bad-number'],
  ['an unreal birth date', residentCard({ birth: '19490231' }).text, 'reader.unreadable-text'],
  ['no name', residentCard({ name: '' }).text, 'reader.unreadable-text'],
  ['an unreal last day', residentCard({ to: '20251332' }).text, 'reader.unreadable-text'],
  ['a block cut short', residentCard().text.subarray(0, 255), 'reader.unreadable-text'],
  ['a block of noughts', new Uint8Array(256), 'reader.unreadable-text'],
])('P1 %s is refused', (_, text, code) => {
  expect(parse(text)).toEqual({ ok: false, code })
})

test('an unknown kind of card is refused, not read as a resident’s', () => {
  const { text } = residentCard()
  text.write('Z', 248, 'utf16le')
  expect(parse(text)).toEqual({ ok: false, code: 'reader.unreadable-text' })
})

test('all 56 nations have their code', () => {
  expect(Object.keys(nations)).toHaveLength(58)
  expect([nations['01'], nations['05'], nations['30'], nations['56']]).toEqual(['汉', '维吾尔', '土', '基诺'])
})
