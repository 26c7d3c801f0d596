import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { ImportProblem } from '../../../shared/contract/import'
import type { ImportKind } from './kind'

const heading = (value: string): Cell => ({ value, fontWeight: 'bold', backgroundColor: '#EFEBE3', borderStyle: 'thin', borderColor: '#8B8475' })
/** Always text: leading noughts stay, and nothing that begins with = is ever a formula. */
const text = (value: string): Cell => (value === '' ? null : { value, type: String, format: '@' })

export const templateName = ({ title }: ImportKind): string => `${title}导入模板.xlsx`

/** An empty workbook with headings, one example row (left out by the import) and a sheet of notes. */
export function templateWorkbook({ title, columns, again }: ImportKind): Promise<Buffer> {
  const notes = [
    [heading('栏'), heading('必填'), heading('说明')],
    ...columns.map((column) => [text(column.title), text(column.required ? '是' : ''), text(column.note)]),
    [],
    [text('第 2 行是例子，以「例：」开头的行不导入。')],
    [text(again)],
  ]
  return writeXlsxFile([
    {
      sheet: title, stickyRowsCount: 1, columns: columns.map((column) => ({ width: column.maxLength > 60 ? 40 : 16 })),
      data: [columns.map((column) => heading(column.title)), columns.map((column, i) => text(i === 0 ? `例：${column.example}` : column.example))],
    },
    { sheet: '说明', columns: [{ width: 16 }, { width: 8 }, { width: 60 }], data: notes },
  ]).toBuffer()
}

/** What is wrong, in the file that goes back to whoever keeps the list; the screen has its own words in both locales. */
function reason({ code, params }: ImportProblem): string {
  const hint = params['expected'] ? `，应为「${params['expected']}」？` : ''
  switch (code) {
    case 'empty': return '必填，不能空着'
    case 'duplicate-row': return `与第 ${params['first']} 行重复`
    case 'unknown-room': return `没有这间房${hint}`
    case 'unknown-tenant': return `与档案不同名${hint}`
    case 'unknown-host': return `${params['room'] ? `${params['room']} 没有这个联系人` : '没有这个联系人'}${hint}`
    case 'several-hosts': return `有 ${params['n']} 位联系人同名，分不清是哪一位`
    case 'not-a-number': return `不是数，只写数字${hint}`
    case 'not-a-date': return params['days'] ? `没有这一天，${params['month']} 月只有 ${params['days']} 天` : '不是日期，写作 2026-03-01'
    case 'not-a-time': return '不是时间，写作 14:30'
    case 'in-the-past': return '日期已过'
    case 'out-of-range': return `不在 ${params['min']} 至 ${params['max']} 之间`
    case 'too-long': return `太长，最多 ${params['max']} 字`
    case 'invalid-phone': return `不是电话号码，${params['found']} 位数字`
    case 'letter-for-digit': return `字母 ${params['letter']}，应为数字 ${params['digit']}：${params['expected']}`
    case 'not-a-choice': return `只能写 ${params['choices']}`
    case 'end-before-start': return '止早于起'
    case 'overlap': return `与 ${params['from']} 起的那一行日期重叠`
    case 'price-used': return '已用于报价，单价不改；填失效日，另起一行写新价'
  }
}

/** The bad rows as they were, under the same headings so that the mended file can be read again, each with its reasons. */
export function problemsWorkbook(headings: string[], rows: { row: number; cells: string[] }[], problems: ImportProblem[]): Promise<Buffer> {
  const reasons = new Map<number, string[]>()
  for (const problem of problems) reasons.set(problem.row, [...(reasons.get(problem.row) ?? []), `${problem.columnLetter} ${problem.column}：${reason(problem)}`])
  const data = [
    [...headings.map(heading), heading('有误'), heading('原表行号')],
    ...rows.map(({ row, cells }) => [...headings.map((_, i) => text(cells[i] ?? '')), text(reasons.get(row)?.join('；') ?? ''), text(String(row))]),
  ]
  return writeXlsxFile([{ sheet: '有误的行', stickyRowsCount: 1, columns: [...headings.map(() => ({ width: 20 })), { width: 60 }, { width: 10 }], data }]).toBuffer()
}
