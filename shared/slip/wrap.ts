import type { SlipSpan, SlipText } from './document'
import { spansOf } from './document'
import { charWidth, toPrinterText } from './printable'

/** One character with what is said about it; a row is set from these. */
export interface Cell { char: string; pending: boolean }

const CLOSING = new Set('，。、；：？！）」』】》〉”’％％·…—,.;:?!)]}%')
const OPENING = new Set('（「『【《〈“‘￥([{')
const isSpace = (cell: Cell) => cell.char === ' ' || cell.char === '\u3000'
const isWordPart = (cell: Cell) => charWidth(cell.char) === 1 && cell.char !== ' '

export function cellsOf(text: SlipText): Cell[] {
  return spansOf(text).flatMap((span) =>
    [...toPrinterText(span.text)].map((char) => ({ char, pending: span.pending === true })))
}

export function cellsWidth(cells: Cell[]): number {
  return cells.reduce((width, cell) => width + charWidth(cell.char), 0)
}

export function spaces(columns: number): Cell[] {
  return Array.from({ length: Math.max(0, columns) }, () => ({ char: ' ', pending: false }))
}

/** Neighbours of the same kind joined into spans. */
export function toSpans(cells: Cell[]): SlipSpan[] {
  const spans: SlipSpan[] = []
  let last: SlipSpan | undefined
  for (const cell of cells) {
    if (last && (last.pending === true) === cell.pending) last.text += cell.char
    else spans.push(last = cell.pending ? { text: cell.char, pending: true } : { text: cell.char })
  }
  return spans
}

/** What must stay together: a word, or a wide character with the punctuation that leans on it. */
function units(cells: Cell[]): Cell[][] {
  const out: Cell[][] = []
  let glued = false
  for (const cell of cells) {
    const unit = out.at(-1)
    const before = unit?.at(-1)
    const together = unit && before && !isSpace(before) && !isSpace(cell)
      && (glued || CLOSING.has(cell.char) || (isWordPart(before) && isWordPart(cell)))
    if (together) unit.push(cell)
    else out.push([cell])
    glued = OPENING.has(cell.char)
  }
  return out
}

function wrapParagraph(cells: Cell[], width: number): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  let used = 0
  const finish = () => {
    while (row.length > 0 && isSpace(row.at(-1)!)) row.pop()
    rows.push(row)
    row = []
    used = 0
  }
  for (const unit of units(cells)) {
    const unitWidth = cellsWidth(unit)
    if (used + unitWidth > width && unitWidth <= width) {
      if (used > 0) finish()
      if (unit.every(isSpace)) continue
    }
    for (const cell of unit) {
      const cellWidth = charWidth(cell.char)
      // Only a unit longer than a whole row is broken inside.
      if (used + cellWidth > width) finish()
      row.push(cell)
      used += cellWidth
    }
  }
  finish()
  return rows
}

/** Sets cells into rows of at most `width` columns; a line feed starts a new row. At least one row. */
export function wrap(cells: Cell[], width: number): Cell[][] {
  const paragraphs: Cell[][] = [[]]
  for (const cell of cells) {
    if (cell.char === '\n') paragraphs.push([])
    else paragraphs.at(-1)!.push(cell)
  }
  return paragraphs.flatMap((paragraph) => wrapParagraph(paragraph, width))
}

/** Pads cells to a column's width. */
export function pad(cells: Cell[], width: number, align: 'left' | 'center' | 'right'): Cell[] {
  const free = Math.max(0, width - cellsWidth(cells))
  const before = align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2)
  return [...spaces(before), ...cells, ...spaces(free - before)]
}

/** A row without what nobody sees at its end. */
export function trimEnd(cells: Cell[]): Cell[] {
  let end = cells.length
  while (end > 0 && isSpace(cells[end - 1]!)) end--
  return cells.slice(0, end)
}
