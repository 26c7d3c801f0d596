import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PRICE_MAX } from '../../../../shared/rules/paid-service'
import { items, openPaidServices, refusal, type TestPaidServices } from '../testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const item = { code: 'S-02', category: '给排水', name: '疏通地漏', kind: 'labour' as const, unit: '次', priceFen: 12_000, validFrom: '2026-03-01' }
const save = (over: object = {}) => t.ask('savePrice', { ...item, ...over }, 'supervisor')

describe('17.R1 17.F1 the price list', () => {
  test('17.F1 an item has category, service, content, unit, price, with or without material, and since when', async () => {
    const saved = await save({ content: '含疏通机', withMaterial: true })
    expect(await t.ask('prices', { search: '地漏' })).toEqual([{ id: saved.id, ...item, content: '含疏通机', withMaterial: true, validTo: null }])
    expect((await t.ask('prices', { on: '2026-02-28' })).map(({ code }) => code)).toEqual(['C-01', 'D-01', 'S-01'])
  })

  test.each([
    ['an end before its start', { validTo: '2026-02-28' }, 'end-before-start'], ['a day that does not exist', { validFrom: '2026-02-30' }, 'invalid-input'], ['a last day that does not exist', { validTo: '2026-04-31' }, 'invalid-input'],
    ['a negative price', { priceFen: -1 }, 'invalid-price'], ['an absurd price', { priceFen: PRICE_MAX + 1 }, 'invalid-price'],
  ])('17.R1 %s is refused', async (_, over, code) => {
    expect(await refusal(save(over))).toBe(code)
    expect(await t.ask('prices', { search: 'S-02' })).toEqual([])
  })

  test.each([
    ['the same days', '2026-03-01', '2026-03-31', true], ['inside', '2026-03-10', '2026-03-20', true], ['around', '2026-01-01', null, true],
    ['beginning on its last day', '2026-03-31', null, true], ['ending on its first day', '2026-02-01', '2026-03-01', true], ['the day after', '2026-04-01', null, false], ['the day before', '2026-02-01', '2026-02-28', false],
  ])('17.R1 one price a day for a code: %s', async (_, validFrom, validTo, refused) => {
    await save({ validTo: '2026-03-31' })
    expect(await refusal(save({ validFrom, validTo }))).toBe(refused ? 'price-overlap' : 'not refused')
    expect(await refusal(save({ code: 'S-03', validFrom, validTo }))).toBe('not refused')
  })

  test('17.R1 an item that was quoted keeps its price; its end may be set, and one nobody used is changed', async () => {
    await t.quote()
    const used = { id: items.valve, code: 'S-01', category: '维修', name: '更换阀门', kind: 'labour' as const, unit: '个', priceFen: 8_000, validFrom: '2026-01-01' }
    expect(await refusal(save({ ...used, priceFen: 8_001 }))).toBe('price-used')
    expect((await save({ ...used, validTo: '2026-12-31' })).validTo).toBe('2026-12-31')
    expect(await refusal(t.ask('endPrice', { id: items.valve, validTo: '2025-12-31' }, 'supervisor'))).toBe('end-before-start')
    const fresh = await save()
    expect((await save({ id: fresh.id, priceFen: 13_000 })).priceFen).toBe(13_000)
    const lines = await t.house.store.read<{ action: string; detail: string }>(`SELECT action, detail FROM audit WHERE action LIKE 'price.%' ORDER BY id`)
    expect(lines.map(({ action }) => action)).toEqual(['price.change', 'price.create', 'price.change'])
    expect(JSON.parse(lines.at(-1)!.detail)).toMatchObject({ code: 'S-02', changes: [{ field: 'priceFen', from: 12_000, to: 13_000 }] })
  })

  test('17.F1 the posted list is of one day, on A4', async () => {
    await save({ validFrom: '2026-04-01' })
    expect(await t.ask('printPrices', { on: '2026-03-12', to: 'printer' })).toEqual({ path: null, rows: 3 })
    expect(t.pages[0]).toContain('有偿服务价目表')
    expect(t.pages[0]).toContain('<td>80.00</td>')
    expect(t.pages[0]).not.toContain('疏通地漏')
  })
})

describe('17.R1 the price list as a workbook', () => {
  const head = '编号,类别,项目,内容,人工/材料,单位,单价,含材料,生效日,失效日'
  const preview = (bytes: Uint8Array, file = '价目.csv') => t.ask('pricesPreview', { file, bytes: new Uint8Array(bytes) }, 'supervisor')
  const rows = (...lines: string[]) => preview(Buffer.from([head, ...lines].join('\r\n')))
  const take = async (...lines: string[]) => t.ask('pricesAccept', { previewId: (await rows(...lines)).previewId }, 'supervisor')

  test('17.R1 new items are added, and the same file again changes nothing', async () => {
    const lines = ['S-02,给排水,疏通地漏,,人工,次,120,否,2026-03-01,', 'M-01,电气,灯管,18W,材料,支,"1,025.5",,2026/3/1,2026-12-31']
    expect(await take(...lines)).toEqual({ added: 2, changed: 0, unchanged: 0 })
    expect(await take(...lines)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    expect(await take(lines[0]!.replace('120', '130'))).toEqual({ added: 0, changed: 1, unchanged: 0 })
    expect(await t.ask('prices', { search: '灯管' })).toMatchObject([{ code: 'M-01', kind: 'material', priceFen: 102_550, validFrom: '2026-03-01', validTo: '2026-12-31' }])
    expect((await t.ask('prices', {})).length).toBe(5)
  })

  test.each(['xlsx', 'csv'] as const)('17.F1 what is exported as %s is read back as unchanged', async (format) => {
    await save({ content: '含疏通机', validTo: '2026-12-31' })
    const written = await t.ask('exportPrices', { format })
    expect(written?.rows).toBe(4)
    expect(await preview(readFileSync(written!.path), `价目.${format}`)).toMatchObject({ total: 4, good: 4, bad: 0, unchanged: 4, added: 0, changed: 0 })
  })

  test('17.R1 every bad row is named with its column and reason, and none of it is taken in', async () => {
    await t.quote()
    const shown = await rows(
      ',给排水,疏通地漏,,人工,次,120,,2026-03-01,', 'S-05,给排水,疏通,,人工,次,一百,,2026-03-01,', 'S-06,给排水,疏通,,人工,次,-5,,2026-03-01,', 'S-07,给排水,疏通,,零件,次,5,,2026-02-30,',
      'S-08,给排水,疏通,,人工,次,5,,2026-03-01,2026-02-01', 'S-01,维修,更换阀门,,人工,个,90,,2026-01-01,', 'S-01,维修,更换阀门,,人工,个,90,,2026-06-01,', 'S-09,给排水,疏通,,人工,次,5,,2026-03-01,', 'S-09,给排水,疏通,,人工,次,6,,2026-03-01,', 'S-09,给排水,疏通,,人工,次,6,,2026-05-01,',
    )
    expect(shown).toMatchObject({ total: 10, good: 1, bad: 9 })
    expect(shown.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '编号', 'empty'], [3, '单价', 'not-a-number'], [4, '单价', 'out-of-range'], [5, '生效日', 'not-a-date'], [5, '人工/材料', 'not-a-choice'],
      [6, '失效日', 'end-before-start'], [7, '单价', 'price-used'], [8, '生效日', 'overlap'], [10, '编号', 'duplicate-row'], [11, '生效日', 'overlap'],
    ])
    const problems = await t.ask('pricesProblems', { previewId: shown.previewId }, 'supervisor')
    expect(problems?.path).toContain('价目-有误.xlsx')
    expect((await t.ask('prices', {})).length).toBe(3)
  })

  test('17.R1 a new price begins where the file ends the old one', async () => {
    await t.quote()
    expect(await take('S-01,维修,更换阀门,,人工,个,80,,2026-01-01,2026-05-31', 'S-01,维修,更换阀门,,人工,个,90,,2026-06-01,')).toEqual({ added: 1, changed: 1, unchanged: 0 })
    expect((await t.ask('prices', { on: '2026-06-01', search: 'S-01' })).map((row) => row.priceFen)).toEqual([9_000])
  })

  test('17.R1 a price somebody wrote between preview and acceptance is not written over', async () => {
    const shown = await rows('S-02,给排水,疏通地漏,,人工,次,120,,2026-04-01,')
    await save({ validFrom: '2026-03-20' })
    expect(await refusal(t.ask('pricesAccept', { previewId: shown.previewId }, 'supervisor'))).toBe('price-overlap')
    expect((await t.ask('prices', { search: 'S-02' })).length).toBe(1)
  })

  test('17.R1 the template has the columns and an example that is not imported', async () => {
    const template = await t.ask('pricesTemplate', undefined, 'supervisor')
    expect(await refusal(preview(readFileSync(template!.path), '模板.xlsx'))).toBe('import-no-rows')
    await t.ask('pricesDiscard', { previewId: 'none' }, 'supervisor')
  })
})
