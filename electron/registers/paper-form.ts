import { escapeHtml } from '../../shared/slip/markup'

const style = `@page { size: A4 portrait; margin: 16mm 16mm 14mm; }
body { margin: 0; font: 10.5pt/1.5 "Noto Sans SC", sans-serif; color: #000; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 1mm; font-size: 17pt; font-weight: 600; text-align: center; letter-spacing: .2em; }
.head { display: flex; justify-content: space-between; margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 4mm; }
tr { break-inside: avoid; }
th, td { border: .3mm solid #000; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; font-weight: 400; }
th[scope=row] { width: 28mm; }
thead th { font-weight: 600; text-align: center; }
p { margin: 0 0 2mm; }
.signs { display: flex; gap: 6mm; margin-top: 8mm; }
.signs span { flex: 1; min-height: 26mm; border-top: .3mm solid #000; padding-top: 1mm; }`

export interface FormTable { columns: readonly string[]; rows: readonly (readonly string[])[] }

export interface PaperForm {
  title: string
  /** Left and right of the line under the title: whose it is, and its number. */
  head: [string, string]
  /** What it says, line by line; an empty value is a place to write by hand. */
  facts: readonly (readonly [label: string, value: string])[]
  tables?: readonly FormTable[]
  /** What both sides agree to. */
  terms?: readonly string[]
  /** Places to sign and stamp, left to right. */
  signs: readonly string[]
  /** Whose copy each page is: 客户联, 客服联. */
  copies: readonly string[]
}

const table = ({ columns, rows }: FormTable): string =>
  `<table><thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`

/** One record on A4 in the manual's form, a page for each copy. */
export function paperForm(form: PaperForm): string {
  const page = (copy: string) => `<section><h1>${escapeHtml(form.title)}</h1>
<p class="head"><span>${escapeHtml(form.head[0])}</span><span>${escapeHtml([form.head[1], copy].filter(Boolean).join('　'))}</span></p>
<table><tbody>${form.facts.map(([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</tbody></table>
${(form.tables ?? []).map(table).join('\n')}
${(form.terms ?? []).map((term) => `<p>${escapeHtml(term)}</p>`).join('\n')}
<div class="signs">${form.signs.map((sign) => `<span>${escapeHtml(sign)}</span>`).join('')}</div></section>`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(form.title)} ${escapeHtml(form.head[1])}</title><style>${style}</style></head><body>
${form.copies.map(page).join('\n')}
</body></html>`
}
