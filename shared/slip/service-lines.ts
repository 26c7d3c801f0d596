import { capitals } from '../rules/capitals'
import { fen, formatMoney } from '../rules/money'
import { countedAmount, countedMilli, type PricedLine, quantityText, slipTotals } from '../rules/paid-service'
import { stampOf } from '../rules/time'
import { amountTable } from './amount-table'
import type { SlipLine } from './document'

export interface ServiceSlipLine extends PricedLine {
  name: string
  unit: string
  /** Of the listed item: its own, or the nearest one's. */
  code: string
  basis: 'listed' | 'nearest' | 'agreed'
  supplier: 'tower' | 'client'
}

/** What 报价单 and 有偿服务单 have in common. */
export interface ServiceSlipHead {
  tower: string
  serviceCentre: string
  no: string
  /** When it was opened, epoch milliseconds. */
  at: number
  room: string
  place: string
  tenantName: string
  client: string
  title: string
  orderNo: string
  /** Done first, the slip after (17.R3). */
  emergency: boolean
  lines: readonly ServiceSlipLine[]
  openedBy: string
  station: string
}

/** A place to write by hand. */
export const BLANK = '＿＿＿＿＿＿＿＿＿＿＿＿'

export function slipHead(input: ServiceSlipHead): SlipLine[] {
  const where = input.room ? `${input.room}室` : input.place
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
    { kind: 'rule', style: 'thin' },
  ]
  if (where) lines.push({ kind: 'text', text: where, align: 'center', size: 2 }, { kind: 'rule', style: 'thin' })
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('单位', input.tenantName)
  fact('客户', input.client)
  if (input.room) fact('位置', input.place)
  fact('事由', input.title)
  fact('工令单号', input.orderNo)
  if (input.emergency) fact('紧急', '先修后补单')
  return lines
}

/** How an unlisted price came about, and who brings the material, stand with the item (17.R1, 17.R2). */
function itemText({ name, unit, basis, code, kind, supplier }: ServiceSlipLine): string {
  const notes = [unit, basis === 'nearest' ? `比照${code}` : basis === 'agreed' ? '议定' : '', kind === 'material' && supplier === 'client' ? '客户自备' : ''].filter(Boolean)
  return notes.length > 0 ? `${name}（${notes.join('，')}）` : name
}

/** The lines with what they come to, labour and material apart, the total in figures and capitals (M1). */
export function amountLines(lines: readonly ServiceSlipLine[]): SlipLine[] {
  const money = (amount: number): string => formatMoney(fen(amount), '')
  const rows = lines.map((line) => [itemText(line), quantityText(countedMilli(line)), money(line.unitPriceFen), money(countedAmount(line))])
  const { labourFen, materialFen, totalFen } = slipTotals(lines)
  return [
    { kind: 'rule', style: 'thin' },
    amountTable(rows),
    { kind: 'rule', style: 'thin' },
    { kind: 'pair', left: `人工  ${money(labourFen)}`, right: `材料  ${money(materialFen)}` },
    { kind: 'pair', left: '合计（人民币）', right: formatMoney(totalFen, '￥') },
    { kind: 'fact', label: '大写', value: capitals(totalFen) },
    { kind: 'rule', style: 'thin' },
  ]
}
