import { escapeHtml } from '../../../shared/slip/markup'
import type { Directory } from './directory'

const style = `@page { size: A4 portrait; margin: 16mm 14mm; }
body { margin: 0; font: 11pt/1.4 "Noto Sans SC", sans-serif; color: #000; }
h1 { margin: 0; font-size: 20pt; font-weight: 600; text-align: center; letter-spacing: .2em; }
.sub { margin: 0 0 4mm; text-align: center; font-size: 11pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tbody { break-inside: avoid; border-top: .3mm solid #000; }
th, td { padding: 1.4mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; }
th[scope=rowgroup] { width: 18mm; font-size: 15pt; font-weight: 600; }
.en { display: block; font-size: 9.5pt; }
.gone { font-size: 9pt; }
.foot { margin-top: 5mm; font-size: 9pt; text-align: right; }`

const amissWords: Record<NonNullable<Directory[number]['lines'][number]['amiss']>, string> = { left: '已退租，待拆', moved: '已换房，待拆', renamed: '已更名，待换' }

const line = ({ room, nameZh, nameEn, amiss }: Directory[number]['lines'][number]): string =>
  `<td>${escapeHtml(room)}</td><td>${escapeHtml(nameZh)}${amiss ? ` <span class="gone">（${amissWords[amiss]}）</span>` : ''}${nameEn ? `<span class="en" lang="en">${escapeHtml(nameEn)}</span>` : ''}</td>`

/** A whole page in Chinese and English; a floor stays together where it can. */
export function directoryHtml({ tower, day }: { tower: string; day: string }, directory: Directory): string {
  const floors = directory.map(({ floor, lines }) =>
    `<tbody>${lines.map((each, i) => `<tr>${i === 0 ? `<th scope="rowgroup" rowspan="${lines.length}">${escapeHtml(floor || '—')}</th>` : ''}${line(each)}</tr>`).join('')}</tbody>`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>楼层索引</title><style>${style}</style></head><body>
<h1>${escapeHtml(tower)}</h1><p class="sub">楼层索引　<span lang="en">Directory</span></p>
<table><colgroup><col style="width:18mm"><col style="width:26mm"><col></colgroup><thead><tr><th scope="col">楼层<span class="en" lang="en">Floor</span></th><th scope="col">房号<span class="en" lang="en">Room</span></th><th scope="col">单位<span class="en" lang="en">Company</span></th></tr></thead>
${floors.join('\n')}</table>
<p class="foot">${day}</p></body></html>`
}
