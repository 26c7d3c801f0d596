import type { LaidRow } from './layout'

/** Measures of a slip in printer dots (8 to the millimetre); the same on paper, on screen and in the PDF. */
export const DOTS = {
  /** Height of a row of text, by size. */
  line: { 1: 30, 2: 58 },
  rule: { thin: 2, thick: 4, dashed: 2 },
  /** Blank above and below a rule, by style: every rule takes 28 dots. */
  ruleMargin: { thin: 13, thick: 12, dashed: 13 },
  dash: { on: 12, off: 8 },
  /** One module of a QR code. */
  module: 6,
  /** Blank above and below a QR code or an image. */
  figureMargin: 10,
  /** The side of the place kept for a QR code that can't be made yet. */
  qrPending: 174,
  perMillimetre: 8,
} as const

/** Height of one row in dots; a QR code's depends on its number of modules. */
export function rowHeight(row: LaidRow, qrModules: (data: string) => number): number {
  switch (row.kind) {
    case 'text': return DOTS.line[row.size]
    case 'rule': return DOTS.rule[row.style] + 2 * DOTS.ruleMargin[row.style]
    case 'qr': return qrModules(row.data) * DOTS.module + 2 * DOTS.figureMargin
    case 'qr-pending': return DOTS.qrPending + 2 * DOTS.figureMargin
    case 'image': return row.image.height + 2 * DOTS.figureMargin
    case 'feed': return row.rows * DOTS.line[1]
  }
}
