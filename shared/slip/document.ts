import { z } from 'zod'

/**
 * A slip 小票 as a pure value: what stands on the paper, not how it gets there.
 * `layoutSlip` sets it to the paper's columns; printer, preview and PDF all start from that.
 * Texts are already in the tower's language; numbers and times are already formatted.
 */

/** A piece of text. `pending` marks what is not known before saving (保存时取号): shown faded, never printed. */
export const slipSpan = z.strictObject({ text: z.string().max(2000), pending: z.boolean().optional() })
export type SlipSpan = z.infer<typeof slipSpan>

/** Plain text, or pieces of which some are pending. */
export const slipText = z.union([z.string().max(2000), z.array(slipSpan).max(20)])
export type SlipText = z.infer<typeof slipText>

export const slipAlign = z.enum(['left', 'center', 'right'])
export type SlipAlign = z.infer<typeof slipAlign>

/** Times the base character of 12 × 24 dots (full-width: 24 × 24). */
export const slipSize = z.union([z.literal(1), z.literal(2)])
export type SlipSize = z.infer<typeof slipSize>

/** A picture of one bit a dot: rows of `ceil(width / 8)` bytes, first dot in the highest bit, 1 is black; base64. */
export const slipRaster = z.strictObject({
  width: z.int().min(1).max(576),
  height: z.int().min(1).max(4096),
  bits: z.base64(),
})
export type SlipRaster = z.infer<typeof slipRaster>

export const slipColumn = z.strictObject({
  /** Width in half-width columns; the first column takes what the paper leaves and ignores it. */
  width: z.int().min(1).max(48),
  align: slipAlign,
})
export type SlipColumn = z.infer<typeof slipColumn>

export const slipLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: slipText, align: slipAlign.optional(), size: slipSize.optional() }),
  /** Left and right on one row; wraps to two rows where they don't fit. */
  z.strictObject({ kind: z.literal('pair'), left: slipText, right: slipText }),
  /** Label of at most four full-width characters, set to one measure; the value wraps under itself. */
  z.strictObject({ kind: z.literal('fact'), label: z.string().min(1).max(4), value: slipText }),
  z.strictObject({ kind: z.literal('table'), columns: z.array(slipColumn).min(2).max(6), rows: z.array(z.array(slipText)).max(200) }),
  z.strictObject({ kind: z.literal('rule'), style: z.enum(['thick', 'thin', 'dashed']) }),
  /** Printable ASCII only: a scanner types it on a keyboard. 200 characters still fit 58 mm at module 6. */
  z.strictObject({ kind: z.literal('qr'), data: z.string().regex(/^[\x20-\x7e]{1,200}$/) }),
  /** The QR code's place before there is a number (二维码 / 保存后生成); never printed. */
  z.strictObject({ kind: z.literal('qr-pending'), words: z.array(z.string().max(8)).min(1).max(3) }),
  z.strictObject({ kind: z.literal('image'), image: slipRaster }),
  z.strictObject({ kind: z.literal('feed'), rows: z.int().min(1).max(20) }),
])
export type SlipLine = z.infer<typeof slipLine>

/** M2: a reprint says so, with its count, time and person; it opens the slip. */
export const slipReprint = z.strictObject({
  count: z.int().min(1),
  /** `2026-03-12 15:10`, the tower's time. */
  at: z.string(),
  by: z.string(),
  station: z.string(),
})
export type SlipReprint = z.infer<typeof slipReprint>

export const slipDocument = z.strictObject({
  /** As in the job list (访客单); the slip spaces it out and sets it in ×2. */
  title: z.string().min(1).max(12),
  lines: z.array(slipLine).max(400),
  reprint: slipReprint.optional(),
  /** Opens the cash drawer on the printer's port before printing. */
  openDrawer: z.boolean().optional(),
})
export type SlipDocument = z.infer<typeof slipDocument>

/** The amount columns of a receipt on 80 mm: item 22, quantity 6, price 10, amount 10. */
export const amountColumns: SlipColumn[] = [
  { width: 22, align: 'left' },
  { width: 6, align: 'right' },
  { width: 10, align: 'right' },
  { width: 10, align: 'right' },
]

/** A piece that is not known yet. */
export function pending(text: string): SlipSpan {
  return { text, pending: true }
}

/** Left and right on one row. */
export const pair = (left: SlipText, right: SlipText): SlipLine => ({ kind: 'pair', left, right })

/** The pieces of a text. */
export function spansOf(text: SlipText): SlipSpan[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** Whether something on the slip is still pending: such a slip is shown, never printed. */
export function hasPending(document: SlipDocument): boolean {
  const faded = (text: SlipText) => spansOf(text).some((span) => span.pending)
  return document.lines.some((line) => {
    switch (line.kind) {
      case 'text': return faded(line.text)
      case 'pair': return faded(line.left) || faded(line.right)
      case 'fact': return faded(line.value)
      case 'table': return line.rows.some((row) => row.some(faded))
      case 'qr-pending': return true
      default: return false
    }
  })
}
