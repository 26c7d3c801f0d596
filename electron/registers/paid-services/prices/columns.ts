import type { PriceItem } from '../../../../shared/contract/paid-services'
import { fen, formatMoney } from '../../../../shared/rules/money'
import type { PriceRow } from './rows'

export const kindWords: Record<PriceItem['kind'], string> = { labour: '人工', material: '材料' }

/** 17.F1 in files, headed as the import reads it, and on paper. */
export const priceColumns: { title: string; width: number; paper: number; text: (row: PriceRow) => string }[] = [
  { title: '编号', width: 10, paper: 18, text: (row) => row.code },
  { title: '类别', width: 12, paper: 26, text: (row) => row.category },
  { title: '项目', width: 24, paper: 46, text: (row) => row.name },
  { title: '内容', width: 40, paper: 70, text: (row) => row.content },
  { title: '人工/材料', width: 10, paper: 18, text: (row) => kindWords[row.kind] },
  { title: '单位', width: 8, paper: 14, text: (row) => row.unit },
  { title: '单价', width: 12, paper: 24, text: (row) => formatMoney(fen(row.price_fen), '') },
  { title: '含材料', width: 8, paper: 14, text: (row) => (row.kind === 'labour' ? (row.with_material ? '是' : '否') : '') },
  { title: '生效日', width: 12, paper: 22, text: (row) => row.valid_from },
  { title: '失效日', width: 12, paper: 22, text: (row) => row.valid_to ?? '' },
]
