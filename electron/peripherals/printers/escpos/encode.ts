import type { SlipAlign, SlipRaster, SlipSize } from '@shared/slip/document'
import type { LaidRow, LaidSlip } from '@shared/slip/layout'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { fromBase64, rasterStride } from '@shared/slip/bitmap'
import { DOTS } from '@shared/slip/metrics'
import { BEGIN, feedDots, OPEN_DRAWER, rasterBand, textSize } from './commands'
import { encodeText } from './text'

/** Draws rows as dots, exactly as wide as the paper's printable width (576 or 384). */
export type Rasterise = (slip: LaidSlip) => Promise<SlipRaster>

export interface EncodeOptions {
  openDrawer?: boolean
  /** What goes as a picture; without `rasterise` a character the printer lacks goes as 〓. */
  raster?: 'never' | 'unprintable' | 'slip'
  rasterise?: Rasterise
}

/** Blank after the last row, so that it is past the cutter: four lines of this many dots make 20 mm. */
const CUT_LINE = 40
const BAND_ROWS = 128

// The composer is given an object for an interface: an address would let it open files and sockets of its own.
const NO_INTERFACE = {} as unknown as string

class Composer {
  private readonly printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: NO_INTERFACE })
  private size: SlipSize = 1
  private align: SlipAlign = 'left'
  private spacing = 0

  constructor() {
    this.printer.add(BEGIN)
  }

  add(bytes: Buffer): void {
    this.printer.add(bytes)
  }

  private lineSpacing(dots: number): void {
    if (this.spacing === dots) return
    this.printer.setLineSpacing(dots)
    this.spacing = dots
  }

  private alignTo(align: SlipAlign): void {
    if (this.align === align) return
    if (align === 'left') this.printer.alignLeft()
    else if (align === 'center') this.printer.alignCenter()
    else this.printer.alignRight()
    this.align = align
  }

  text(text: string, size: SlipSize, align: SlipAlign): void {
    this.lineSpacing(DOTS.line[size])
    this.alignTo(align)
    if (this.size !== size) this.add(textSize(size))
    this.size = size
    this.add(encodeText(text))
    this.printer.newLine()
  }

  feed(dots: number): void {
    if (dots > 0) this.add(feedDots(dots))
  }

  raster(stride: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += BAND_ROWS * stride) {
      this.add(rasterBand(stride, bytes.subarray(at, at + BAND_ROWS * stride)))
    }
  }

  image(image: SlipRaster, align: SlipAlign): void {
    this.alignTo(align)
    this.raster(rasterStride(image), fromBase64(image.bits))
  }

  qr(data: string): void {
    this.alignTo('center')
    // Its length is taken from what it is given: bytes, not UTF-16 units.
    this.printer.printQR(Buffer.from(data, 'ascii') as unknown as string, { model: 2, cellSize: DOTS.module, correction: 'M' })
  }

  finish(): Buffer {
    if (this.size !== 1) this.add(textSize(1))
    this.lineSpacing(CUT_LINE)
    this.printer.cut({ verticalTabAmount: 1 })
    this.add(BEGIN.subarray(2))
    return this.printer.getBuffer()
  }
}

/** A drawn rule's dots: full width, or dashes. */
function ruleBytes(style: 'thick' | 'thin' | 'dashed', dots: number): Uint8Array {
  const stride = dots / 8
  const period = DOTS.dash.on + DOTS.dash.off
  const row = Uint8Array.from({ length: stride }, (_, byte) => {
    let value = 0
    for (let bit = 0; bit < 8; bit++) {
      if (style !== 'dashed' || (byte * 8 + bit) % period < DOTS.dash.on) value |= 0x80 >> bit
    }
    return value
  })
  const bytes = new Uint8Array(stride * DOTS.rule[style])
  for (let y = 0; y < DOTS.rule[style]; y++) bytes.set(row, y * stride)
  return bytes
}

async function encodeRow(composer: Composer, row: LaidRow, slip: LaidSlip, options: EncodeOptions): Promise<void> {
  switch (row.kind) {
    case 'text': {
      if (row.unprintable && options.raster === 'unprintable' && options.rasterise) {
        composer.image(await options.rasterise({ ...slip, rows: [row] }), 'left')
        return
      }
      composer.text(row.spans.map((span) => span.text).join(''), row.size, row.align)
      return
    }
    case 'rule':
      composer.feed(DOTS.ruleMargin[row.style])
      composer.raster(slip.dots / 8, ruleBytes(row.style, slip.dots))
      composer.feed(DOTS.ruleMargin[row.style])
      return
    case 'qr':
      composer.feed(DOTS.figureMargin)
      composer.qr(row.data)
      composer.feed(DOTS.figureMargin)
      return
    case 'image':
      composer.feed(DOTS.figureMargin)
      composer.image(row.image, 'center')
      composer.feed(DOTS.figureMargin)
      return
    case 'feed':
      for (let line = 0; line < row.rows; line++) composer.feed(DOTS.line[1])
      return
    case 'qr-pending':
      throw new Error('a slip with something pending is shown, not printed')
  }
}

/**
 * A laid-out slip as ESC/POS bytes: begun in Chinese mode, cut once at the end, Chinese mode again.
 * Rejects where the slip can't be printed (something pending on it, a control character in a text).
 */
export async function encodeSlip(slip: LaidSlip, options: EncodeOptions = {}): Promise<Buffer> {
  const composer = new Composer()
  if (options.openDrawer) composer.add(OPEN_DRAWER)
  if (options.raster === 'slip' && options.rasterise) composer.image(await options.rasterise(slip), 'left')
  else for (const row of slip.rows) await encodeRow(composer, row, slip, options)
  return composer.finish()
}
