import { writeFile } from 'node:fs/promises'
import { UserError } from '../../shared/contract/errors'
import { escapeHtml } from '../../shared/slip/markup'
import type { House } from './house'

const style = `@page { size: A4 landscape; margin: 12mm 8mm 14mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt "Noto Sans SC", sans-serif; } }
body { margin: 0; font: 8pt/1.35 "Noto Sans SC", sans-serif; color: #000; }
h1 { margin: 0 0 2mm; font-size: 15pt; font-weight: 600; text-align: center; letter-spacing: .2em; }
p { display: flex; justify-content: space-between; margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .3mm solid #000; padding: .6mm .8mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
th { font-weight: 600; text-align: center; vertical-align: middle; }
.void td { text-decoration: line-through; }
.sign { margin-top: 6mm; }`

export interface PaperColumn<Row> {
  title: string
  /** In millimetres of A4 landscape, as a share; nought: not on paper. */
  paper: number
  text: (row: Row) => string
}

export interface PaperTable<Row> {
  title: string
  /** Left and right of the line under the title: whose it is, and of when, with counts. */
  head: [string, string]
  /** Lines between head and table: the facts of one record. */
  before?: readonly string[]
  columns: readonly PaperColumn<Row>[]
  rows: readonly Row[]
  struck?: (row: Row) => boolean
  /** Lines under the table: sums, conclusions. */
  after?: readonly string[]
  /** Places to sign, left to right. */
  signs: readonly string[]
}

/** A register on A4 in the manual's form: its header on every page, voided lines struck through, places to sign. */
export function paperTable<Row>(table: PaperTable<Row>): string {
  const columns = table.columns.filter((column) => column.paper > 0)
  const total = columns.reduce((sum, column) => sum + column.paper, 0)
  const cells = (row: Row) => columns.map((column) => `<td>${escapeHtml(column.text(row))}</td>`).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(table.title)} ${escapeHtml(table.head[1])}</title><style>${style}</style></head><body>
<h1>${escapeHtml(table.title)}</h1>
<p><span>${escapeHtml(table.head[0])}</span><span>${escapeHtml(table.head[1])}</span></p>
${(table.before ?? []).map((line) => `<p><span>${escapeHtml(line)}</span></p>`).join('\n')}
<table><colgroup>${columns.map((column) => `<col style="width:${((column.paper / total) * 100).toFixed(2)}%">`).join('')}</colgroup>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map((row) => `<tr${table.struck?.(row) ? ' class="void"' : ''}>${cells(row)}</tr>`).join('\n')}</tbody></table>
${(table.after ?? []).map((line) => `<p><span>${escapeHtml(line)}</span></p>`).join('\n')}
<p class="sign">${table.signs.map((sign) => `<span>${escapeHtml(sign)}</span>`).join('')}</p>
</body></html>`
}

/**
 * A page to the system printer, or to a PDF where the user says; A4 unless its size is given, in millimetres.
 * @returns null when the user cancelled. @throws UserError page-not-printed, file-not-written
 */
export async function putOnPaper(house: House, html: string, to: 'printer' | 'pdf', suggestedName: string, size?: { width: number; height: number }): Promise<{ path: string | null } | null> {
  if (to === 'printer') {
    await house.pages.print(html, size)
    return { path: null }
  }
  const path = await house.dialog.saveAs(suggestedName, 'pdf')
  if (path === null) return null
  try {
    await writeFile(path, await house.pages.pdf(html))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw new UserError('file-not-written', { path })
    throw error
  }
  return { path }
}
