import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from './testing'
import { foldedIncludes, indexedPairs, isExactQuery, pairsQuery } from './text-index'

let t: TestStore
beforeAll(async () => { t = await openTestStore() })
afterAll(() => t.close())

const put = (rowid: number, ...fields: string[]) => t.store.write(t.scope, (tx) => tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [rowid, indexedPairs(fields)]))
const find = async (text: string) => {
  const query = pairsQuery(text)
  return query === null ? [] : (await t.store.read<{ rowid: number }>('SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid', [query])).map((row) => row.rowid)
}

describe('search text as pairs', () => {
  test('the pairs of each field, once, and its last character alone', () => {
    expect(indexedPairs(['空调不冷']).split(' ')).toEqual(['空调', '调不', '不冷', '冷'])
    expect(indexedPairs(['空调', '空调', '', '冷']).split(' ')).toEqual(['空调', '调', '冷'])
    expect(indexedPairs(['A1-ｂ2'])).toBe('a1 1b b2 2')
  })

  test('any part of a field is found: two characters, one, letters in either case, digits, full width', async () => {
    await put(1, '空调不制冷', 'DJ26-000001', 'ABC Consulting')
    await put(2, '冷气管道检修', '１８０８')
    expect(await find('空调')).toEqual([1])
    expect(await find('制冷')).toEqual([1])
    expect(await find('冷')).toEqual([1, 2])
    expect(await find('修')).toEqual([2])
    expect(await find('consult')).toEqual([1])
    expect(await find('ＡＢＣ')).toEqual([1])
    expect(await find('26-0000')).toEqual([1])
    expect(await find('1808')).toEqual([2])
    expect(await find('没有')).toEqual([])
  })

  test('what is no letter or digit asks for nothing, and nothing typed is taken for a command', async () => {
    for (const typed of ['', '  ', '"', '*', '()', '！？']) expect(pairsQuery(typed)).toBeNull()
    for (const typed of ['a" OR "b', 'NEAR(a b)', 'pairs:空', '空*调', '-空调', '空调"']) await expect(find(typed)).resolves.toBeInstanceOf(Array)
  })

  test('a hit of one pair or one character needs no second look; one of more pairs does', async () => {
    const fields = { 21: ['甲乙丙', '丁甲'], 22: ['乙甲', 'b甲'], 23: ['丙 乙', '乙乙甲'] }
    for (const [rowid, texts] of Object.entries(fields)) await put(Number(rowid), ...texts)
    const typed = ['甲', '乙', '丙', '丁', 'b'].flatMap((first) => [first, ...['甲', '乙', '丙'].map((second) => first + second)])
    for (const text of typed) {
      expect(isExactQuery(text)).toBe(true)
      const holds = Object.entries(fields).filter(([, texts]) => foldedIncludes(texts, text)).map(([rowid]) => Number(rowid))
      expect((await find(text)).filter((rowid) => rowid > 20 && rowid < 24)).toEqual(holds)
    }
    expect(isExactQuery('乙甲乙')).toBe(false)
  })

  test('pairs that stand apart are told from a run', () => {
    expect(foldedIncludes(['空位调整'], '空调')).toBe(false)
    expect(foldedIncludes(['大厦空 调'], '空调')).toBe(true)
    expect(foldedIncludes(['DJ26-000001'], 'dj26000')).toBe(true)
    expect(foldedIncludes(['空', '调'], '空调')).toBe(false)
  })

  test('whatever stands in a field is found by any part of it', async () => {
    let rowid = 100
    const text = fc.stringMatching(/^[\u4e00-\u4e2fa-cA-C0-3 ，]{1,12}$/)
    await fc.assert(fc.asyncProperty(text, fc.nat(), fc.nat(), async (field, from, length) => {
      const characters = [...field.replace(/[ ，]/g, '')]
      fc.pre(characters.length > 0)
      const start = from % characters.length
      const part = characters.slice(start, start + 1 + (length % (characters.length - start))).join('')
      await put(++rowid, field)
      expect(await find(part)).toContain(rowid)
      expect(foldedIncludes([field], part)).toBe(true)
    }), { numRuns: 60 })
  })
})
