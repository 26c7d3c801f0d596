import { amountColumns, type SlipColumn, type SlipLine } from './document'

/** Items with quantity, price and amount, under their heads; a column is wider than usual where an amount would break in the middle. */
export function amountTable(rows: readonly string[][]): SlipLine {
  const columns: SlipColumn[] = amountColumns.map((column, i) => (i === 0 ? column : { ...column, width: Math.max(column.width, ...rows.map((row) => row[i]!.length + 1)) }))
  return { kind: 'table', columns, rows: [['项目', '数量', '单价', '金额'], ...rows] }
}
