import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRepairs, refusal, type TestRepairs } from './testing'

let t: TestRepairs
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())
const texts = async (query: string, trade: 'plumbing' | 'air-conditioning' | null = null) => (await t.ask('suggestFaults', { query, trade })).map((fault) => fault.text)

describe('13.R1 the tower\'s usual faults', () => {
  test('13.R1 a new tower has a list by trade, found by any part and by initials', async () => {
    expect(await texts('不制冷')).toEqual(['空调不制冷'])
    expect(await texts('ktbzl')).toEqual(['空调不制冷'])
    expect(await texts('漏水', 'plumbing')).toEqual(['水龙头漏水', '水管接头漏水', '马桶漏水'])
    expect(await texts('漏水', 'air-conditioning')).toEqual(['空调漏水'])
    expect(await texts('%')).toEqual([])
    const all = await t.repairs.faults(undefined, t.call())
    expect(all.length).toBeGreaterThanOrEqual(40)
    expect(new Set(all.map((fault) => `${fault.trade} ${fault.text}`)).size).toBe(all.length)
  })

  test('13.R1 learned from use: what was reported twice is offered, the most used first; once is not', async () => {
    await t.save({ content: '新风机房噪音大，影响办公', trade: 'air-conditioning' })
    expect(await texts('噪音')).toEqual([])
    await t.save({ content: '新风机房噪音大', trade: 'air-conditioning' })
    expect(await t.ask('suggestFaults', { query: '噪音' })).toMatchObject([{ text: '新风机房噪音大', trade: 'air-conditioning', uses: 2 }])
    for (let i = 0; i < 3; i++) await t.save({ content: '马桶漏水' })
    expect((await texts('漏水', 'plumbing'))[0]).toBe('马桶漏水')
    expect((await t.get((await t.save({ content: '新风机房噪音大', trade: null })).id)).trade).toBe('air-conditioning')
    expect((await t.get((await t.save({ content: '闻所未闻', trade: null })).id)).trade).toBe('other')
  })

  test('13.R1 learned before the list was asked for, a usual fault stands there once', async () => {
    await t.save({ content: '马桶漏水' })
    expect(await texts('马桶漏水')).toEqual(['马桶漏水'])
  })

  test('P3 what was said once and not again for 90 days is forgotten', async () => {
    await t.save({ content: '王总办公室门打不开', trade: 'doors-locks' })
    t.clock.advance(90 * 86_400_000 + 1)
    await t.save({ content: '灯不亮', trade: 'electrical' })
    expect(await t.house.store.read(`SELECT 1 FROM fault WHERE text LIKE '王总%'`)).toEqual([])
  })

  test('13.R1 the supervisor writes the list: added, renamed, taken out of use; a second of the same is refused', async () => {
    const added = await t.ask('saveFault', { trade: 'fire', text: '防火卷帘卡住' }, 'supervisor')
    expect(await texts('卷帘')).toEqual(['防火卷帘卡住'])
    expect(await refusal(t.ask('saveFault', { trade: 'fire', text: '防火卷帘卡住' }, 'supervisor'))).toBe('duplicate-name')
    await t.ask('saveFault', { id: added.id, trade: 'fire', text: '防火卷帘卡住', active: false }, 'supervisor')
    expect(await texts('卷帘')).toEqual([])
    expect((await t.repairs.faults(undefined, t.call())).find((fault) => fault.id === added.id)).toMatchObject({ active: false })
    expect(await refusal(t.ask('saveFault', { id: 9999, trade: 'fire', text: '甲' }, 'supervisor'))).toBe('not-found')
  })
})
