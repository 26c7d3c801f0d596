import type { SlipAlign, SlipColumn, SlipDocument, SlipLine, SlipRaster, SlipReprint, SlipSize, SlipSpan, SlipText } from './document'
import type { PaperWidth } from './printer-config'
import type { Cell } from './wrap'
import { isPrintable } from './printable'
import { cellsOf, cellsWidth, pad, spaces, toSpans, trimEnd, wrap } from './wrap'

/**
 * Sets a slip to the grid of its paper. Bytes, preview and PDF are all made from these rows, so none of them decides
 * a line break, a column or an order of its own.
 */
export type LaidRow =
  | {
    kind: 'text'
    size: SlipSize
    align: SlipAlign
    /** Already padded; characters the printer lacks are still the real ones (see `paperText`). */
    spans: SlipSpan[]
    /** Some character has no glyph on the printer. */
    unprintable: boolean
  }
  | { kind: 'rule'; style: 'thick' | 'thin' | 'dashed' }
  | { kind: 'qr'; data: string }
  | { kind: 'qr-pending'; words: string[] }
  | { kind: 'image'; image: SlipRaster }
  | { kind: 'feed'; rows: number }

export interface LaidSlip {
  paper: PaperWidth
  /** Half-width columns at size 1. */
  columns: number
  /** Printable dots across, 8 to the millimetre. */
  dots: number
  rows: LaidRow[]
}

const GRID = { 80: { columns: 48, dots: 576 }, 58: { columns: 32, dots: 384 } } as const

/** Columns of a fact's label, and the gap behind it. */
const LABEL = 8
const GAP = 2
/** A first column narrower than this goes on a row of its own. */
const NARROWEST = 12

function textRow(cells: Cell[], size: SlipSize = 1, align: SlipAlign = 'left'): LaidRow {
  const spans = toSpans(align === 'left' ? trimEnd(cells) : cells)
  return { kind: 'text', size, align, spans, unprintable: cells.some((cell) => !isPrintable(cell.char)) }
}

function text(value: SlipText, columns: number, size: SlipSize, align: SlipAlign): LaidRow[] {
  return wrap(cellsOf(value), columns / size).map((cells) => textRow(cells, size, align))
}

function pair(left: SlipText, right: SlipText, columns: number): LaidRow[] {
  const [start, end] = [cellsOf(left), cellsOf(right)]
  const free = columns - cellsWidth(start) - cellsWidth(end)
  if (free >= 1) return [textRow([...start, ...spaces(free), ...end])]
  return [...text(left, columns, 1, 'left'), ...text(right, columns, 1, 'right')]
}

/** A label of two to four characters set to the measure of four (分散对齐). */
export function justifyLabel(label: string): string {
  const chars = [...label]
  const wide = cellsWidth(cellsOf(label)) === chars.length * 2
  if (wide && chars.length === 2) return chars.join('\u3000\u3000')
  if (wide && chars.length === 3) return chars.join(' ')
  return label
}

function fact(label: string, value: SlipText, columns: number): LaidRow[] {
  return wrap(cellsOf(value), columns - LABEL - GAP).map((cells, index) => {
    const head = index === 0 ? pad(cellsOf(justifyLabel(label)), LABEL + GAP, 'left') : spaces(LABEL + GAP)
    return textRow([...head, ...cells])
  })
}

function tableRow(columns: SlipColumn[], cells: SlipText[]): LaidRow[] {
  const wrapped = columns.map((column, index) => wrap(cellsOf(cells[index] ?? ''), column.width))
  const height = Math.max(...wrapped.map((rows) => rows.length))
  return Array.from({ length: height }, (_, row) =>
    textRow(columns.flatMap((column, index) => pad(wrapped[index]![row] ?? [], column.width, column.align))))
}

function table(columns: SlipColumn[], rows: SlipText[][], width: number): LaidRow[] {
  const rest = columns.slice(1).reduce((sum, column) => sum + column.width, 0)
  const first: SlipColumn = { width: Math.max(width - rest, 1), align: columns[0]!.align }
  const fitted = [first, ...columns.slice(1)]
  if (first.width >= NARROWEST) return rows.flatMap((row) => tableRow(fitted, row))
  return rows.flatMap((row) => [...text(row[0] ?? '', width, 1, 'left'), ...tableRow(fitted, ['', ...row.slice(1)])])
}

/** A short title is spaced out: 收　　据, 访　客　单. */
export function spacedTitle(title: string): string {
  const chars = [...title]
  if (chars.length === 2) return chars.join('\u3000\u3000')
  return chars.length === 3 ? chars.join('\u3000') : title
}

function reprintRows(reprint: SlipReprint, columns: number): LaidRow[] {
  return [
    ...text(`补 打 ${reprint.count}`, columns, 2, 'center'),
    ...text(`${reprint.at}\u3000${reprint.by}\u3000${reprint.station}`, columns, 1, 'center'),
    { kind: 'rule', style: 'thick' },
  ]
}

function line(item: SlipLine, columns: number): LaidRow[] {
  switch (item.kind) {
    case 'text': return text(item.text, columns, item.size ?? 1, item.align ?? 'left')
    case 'pair': return pair(item.left, item.right, columns)
    case 'fact': return fact(item.label, item.value, columns)
    case 'table': return table(item.columns, item.rows, columns)
    default: return [item]
  }
}

/** Sets a slip to a paper of 80 or 58 mm. */
export function layoutSlip(document: SlipDocument, paper: PaperWidth = 80): LaidSlip {
  const { columns, dots } = GRID[paper]
  return {
    paper,
    columns,
    dots,
    rows: [
      ...(document.reprint ? reprintRows(document.reprint, columns) : []),
      ...text(spacedTitle(document.title), columns, 2, 'center'),
      ...document.lines.flatMap((item) => line(item, columns)),
    ],
  }
}

/** What a slip says, line by line: for a screen reader, a log, a test. */
export function slipPlainText(slip: LaidSlip): string[] {
  return slip.rows.flatMap((row) => {
    if (row.kind === 'text') return [row.spans.map((span) => span.text).join('').trim()]
    return row.kind === 'qr' ? [row.data] : []
  })
}
