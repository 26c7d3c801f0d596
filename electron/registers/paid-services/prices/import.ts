import { parseMoney } from '../../../../shared/rules/money'
import { PRICE_MAX } from '../../../../shared/rules/paid-service'
import { bad, day, good, type Read, yesOrNo } from '../../import/cells'
import type { RowReader } from '../../import/check-rows'
import { importKind, type Plan, type Source } from '../../import/kind'
import { overlaps, type PriceRow, type PriceValues, refuseOverlap } from './rows'
import { changesOf, insertPrice, updatePrice } from './save-price'

/** A good row: an item is told by its code and the day it begins; what is undefined stays as it is stored. */
type PriceLine = Pick<PriceValues, 'code' | 'category' | 'name' | 'unit' | 'price_fen' | 'valid_from'> & { [K in 'content' | 'kind' | 'with_material' | 'valid_to']: PriceValues[K] | undefined }

interface Known {
  byCode: Map<string, PriceRow[]>
  /** Items a quote was made with. */
  used: Set<number>
  /** The rows of this file that were read, by code. */
  read: Map<string, PriceLine[]>
}

type Field = 'code' | 'category' | 'itemName' | 'itemContent' | 'priceKind' | 'unit' | 'price' | 'withMaterial' | 'validFrom' | 'validTo'

/** Yuan as they are written: 1,250.5. */
function price(text: string): Read<PriceValues['price_fen']> {
  const check = parseMoney(text)
  if (!check.ok) return bad('not-a-number', { expected: /\d+(\.\d{1,2})?/.exec(text)?.[0] ?? '' })
  return check.fen >= 0 && check.fen <= PRICE_MAX ? good(check.fen) : bad('out-of-range', { min: 0, max: PRICE_MAX / 100 })
}

function kind(text: string): Read<PriceValues['kind']> {
  if (text === '人工' || text === '工') return good('labour')
  return text === '材料' || text === '料' ? good('material') : bad('not-a-choice', { choices: '人工、材料' })
}

const flag = (value: boolean | undefined): 0 | 1 | undefined => (value === undefined ? undefined : value ? 1 : 0)

/** The price list as a workbook; read again, it changes what differs and doubles nothing. */
export const prices = importKind<Field, PriceLine, Known>({
  name: 'prices', register: 'paid-services', title: '有偿服务价目', again: '再导入一次只更新，不会重复：编号和生效日相同的是同一项；空着的格子不改动原来的内容。已用于报价的单价不改，请先填失效日，另起一行写新价。',
  columns: [
    { field: 'code', title: '编号', required: true, synonyms: ['项目编号', '代码', 'code', 'no'], maxLength: 20, example: 'S-01', note: '必填。一项一个编号；换价时编号不变，生效日不同。' },
    { field: 'category', title: '类别', required: true, synonyms: ['分类', '工种', 'category'], maxLength: 40, example: '给排水', note: '必填。' },
    { field: 'itemName', title: '项目', required: true, synonyms: ['服务项目', '名称', '项目名称', 'service', 'item', 'name'], maxLength: 60, example: '更换阀门', note: '必填。' },
    { field: 'itemContent', title: '内容', required: false, synonyms: ['服务内容', '说明', 'content'], maxLength: 200, example: '拆旧、装新、试水', note: '' },
    { field: 'priceKind', title: '人工/材料', required: false, synonyms: ['种类', '人工或材料', 'kind'], maxLength: 10, example: '人工', note: '人工、材料。空着是人工。' },
    { field: 'unit', title: '单位', required: true, synonyms: ['计量单位', 'unit'], maxLength: 10, example: '个', note: '必填。个、次、米、小时。' },
    { field: 'price', title: '单价', required: true, synonyms: ['价格', '收费标准', '金额', 'price'], maxLength: 20, example: '80.00', note: '必填。元，最多两位小数。' },
    { field: 'withMaterial', title: '含材料', required: false, synonyms: ['是否含材料', '含料', 'withmaterial'], maxLength: 10, example: '否', note: '是、否。人工价是不是连材料在内。' },
    { field: 'validFrom', title: '生效日', required: true, synonyms: ['生效日期', '执行日期', 'validfrom', 'from'], maxLength: 20, example: '2026-01-01', note: '必填。' },
    { field: 'validTo', title: '失效日', required: false, synonyms: ['失效日期', '截止日期', 'validto', 'to'], maxLength: 20, example: '', note: '最后一天；空着是一直有效。' },
  ],
  async load({ query }: Source) {
    const byCode = new Map<string, PriceRow[]>()
    for (const row of await query<PriceRow>('SELECT * FROM price_item ORDER BY id')) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
    const used = await query<{ id: number }>('SELECT DISTINCT price_item_id AS id FROM service_line WHERE price_item_id IS NOT NULL')
    return { byCode, used: new Set(used.map(({ id }) => id)), read: new Map() }
  },
  keyField: 'code',
  read: readRow,
  plan: planPrices,
})

function readRow(row: RowReader<Field>, known: Known): { good: PriceLine; key: string } | null {
  const [code, category, name, unit] = [row.text('code'), row.text('category'), row.text('itemName'), row.text('unit')]
  const [fen, valid_from, valid_to] = [row.read('price', price), row.read('validFrom', day), row.read('validTo', day)]
  const line = { content: row.text('itemContent'), kind: row.read('priceKind', kind), with_material: flag(row.read('withMaterial', yesOrNo)), valid_to }
  if (code === undefined || category === undefined || name === undefined || unit === undefined || fen === undefined || valid_from === undefined) return null
  const good: PriceLine = { code, category, name, unit, price_fen: fen, valid_from, ...line }
  refuse(row, good, known)
  return { good, key: `${code}\n${valid_from}` }
}

/** What the whole list forbids: an end before its start, two prices on one day, another price for what was quoted. */
function refuse(row: RowReader<Field>, line: PriceLine, known: Known): void {
  const before = stored(known, line)
  const values = merged(line, before)
  if (values.valid_to !== null && values.valid_to < values.valid_from) row.fault('validTo', { code: 'end-before-start', params: {} })
  if (before && known.used.has(before.id) && changesOf(before, { ...values, valid_to: before.valid_to }).length > 0) row.fault('price', { code: 'price-used', params: {} })
  const inFile = known.read.get(line.code) ?? []
  // A stored period is what the file makes of it, where the file has it too.
  const others = [...inFile.map((other) => merged(other, stored(known, other))), ...(known.byCode.get(line.code) ?? []).filter((other) => !inFile.some((read) => read.valid_from === other.valid_from))]
  const other = others.find((period) => period.valid_from !== values.valid_from && overlaps(period, values))
  if (other) row.fault('validFrom', { code: 'overlap', params: { from: other.valid_from } })
  known.read.set(line.code, [...inFile, line])
}

const stored = (known: Known, line: Pick<PriceLine, 'code' | 'valid_from'>): PriceRow | undefined => known.byCode.get(line.code)?.find((row) => row.valid_from === line.valid_from)

function merged(line: PriceLine, before: PriceRow | undefined): PriceValues {
  const { id: _, ...old } = before ?? { id: 0, content: '', kind: 'labour' as const, with_material: 0 as const, valid_to: null }
  return { ...old, ...(Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as Omit<PriceLine, 'content' | 'kind' | 'with_material' | 'valid_to'>) }
}

function planPrices(lines: PriceLine[], known: Known): Plan {
  const planned = lines.map((line) => ({ before: stored(known, line), values: merged(line, stored(known, line)) }))
  const fresh = planned.filter(({ before }) => !before)
  const changed = planned.filter(({ before, values }) => before && changesOf(before, values).length > 0)
  return {
    added: fresh.length, changed: changed.length, unchanged: lines.length - fresh.length - changed.length,
    async write(tx) {
      // Ends first, so that a new price finds the old one ended.
      const ids = new Map<PriceValues, number | null>()
      for (const { before, values } of changed) ids.set(values, (await updatePrice(tx, before!, values)).id)
      for (const { values } of fresh) ids.set(values, (await insertPrice(tx, values)).id)
      // Somebody may have written a price since the preview.
      for (const [values, id] of ids) await refuseOverlap(tx, values, id)
    },
  }
}
