import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatNumber, typedNumbers } from './numbers'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
beforeEach(async () => { t = await openTestStore() })
afterEach(() => t.close())
const take = (series: 'reception' | 'handover' = 'reception') => t.store.write(t.scope, (tx) => tx.number(series))

describe('M2 numbers', () => {
  test('M2 read series, year and six digits, or more when a year needs them', () => {
    expect(formatNumber('reception', 2026, 4218)).toBe('DJ26-004218')
    expect(formatNumber('handover', 2109, 1)).toBe('JB09-000001')
    expect(formatNumber('reception', 2026, 1_234_567)).toBe('DJ26-1234567')
  })

  test('M2 are understood as they are typed or scanned: whole, short, full-width, or their digits in this year and the last', () => {
    const now = new Date(2026, 2, 12).getTime()
    for (const typed of ['SJ26-000913', 'sj26-913', 'ＳＪ２６－０００９１３', 'QT1:SJ26-000913', 'SJ26 000913']) expect(typedNumbers(['receipts', 'refunds'], typed, now), typed).toEqual(['SJ26-000913'])
    expect(typedNumbers(['receipts', 'refunds'], '913', now)).toEqual(['SJ26-000913', 'SJ25-000913', 'TK26-000913', 'TK25-000913'])
    for (const typed of ['', 'DJ26-000001', '博远', '913室', '%']) expect(typedNumbers(['receipts'], typed, now), typed).toEqual([])
  })

  test('M2 each series counts for itself, and begins anew with the year, by the local clock', async () => {
    t.clock.set(new Date(2026, 11, 31, 23, 59, 59).getTime())
    expect([await take(), await take(), await take('handover')]).toEqual(['DJ26-000001', 'DJ26-000002', 'JB26-000001'])
    t.clock.set(new Date(2027, 0, 1, 0, 0, 0).getTime())
    expect([await take(), await take('handover')]).toEqual(['DJ27-000001', 'JB27-000001'])
    t.clock.set(new Date(2026, 11, 31, 23, 59, 59).getTime())
    expect(await take()).toBe('DJ26-000003')
  })

  test('M2 a transaction that comes to nothing takes none', async () => {
    await take()
    await expect(t.store.write(t.scope, async (tx) => {
      expect(await tx.number('reception')).toBe('DJ26-000002')
      throw new Error('abandoned')
    })).rejects.toThrow('abandoned')
    expect(await take()).toBe('DJ26-000002')
  })

  test('M2 a hundred at once, some of which fail, leave no gap and no double', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => t.store.write(t.scope, async (tx) => {
      const no = await tx.number('reception')
      if (i % 3 === 0) throw new Error('abandoned')
      return no
    })))
    const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(taken).toEqual(taken.map((_, i) => formatNumber('reception', 2026, i + 1)))
    expect(taken).toHaveLength(66)
  })
})
