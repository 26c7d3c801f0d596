import type { Bitmap } from '@shared/slip/bitmap'
import type { LaidSlip } from '@shared/slip/layout'
import { moduleBitmap } from '@shared/slip/bitmap'
import { slipHeight, slipHtml, slipMarkup } from '@shared/slip/markup'
import { DOTS } from '@shared/slip/metrics'
import slipCss from '@shared/slip/slip.css?raw'
import { create } from 'qrcode'

/** Blank at the top and at the bottom of the paper, in millimetres. */
const MARGIN = 5
/** CSS pixels of one printer dot at true size. */
const TRUE_SIZE = 96 / 25.4 / DOTS.perMillimetre

function qr(data: string): Bitmap {
  return moduleBitmap(create(data, { errorCorrectionLevel: 'M' }).modules)
}

/** Size of the paper a slip takes, in millimetres. */
export function slipPaperSize(slip: LaidSlip): { width: number; height: number } {
  return { width: slip.paper, height: Math.ceil(slipHeight(slip, qr) / DOTS.perMillimetre) + 2 * MARGIN }
}

function page(slip: LaidSlip, css: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${slipCss}
body { margin: 0; background: #fff; }
${css}</style><div class="sheet">${slipHtml(slipMarkup(slip, { qr, rasterised: true }))}</div></html>`
}

/** A slip as an HTML page of its own: the paper's size, or at true size on top of a larger sheet. */
export function slipPage(slip: LaidSlip): string {
  const { width, height } = slipPaperSize(slip)
  const side = (width - slip.dots / DOTS.perMillimetre) / 2
  return page(slip, `@page { size: ${width}mm ${height}mm; margin: 0; }
.sheet { margin: ${MARGIN}mm ${side}mm; }
.q-slip { zoom: ${TRUE_SIZE.toFixed(6)}; }`)
}

/** A slip dot for dot: one CSS pixel is one printer dot. */
export function slipDotsPage(slip: LaidSlip): { html: string; width: number; height: number } {
  return { html: page(slip, 'html { overflow: hidden; }'), width: slip.dots, height: slipHeight(slip, qr) }
}
