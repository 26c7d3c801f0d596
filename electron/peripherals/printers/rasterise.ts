import type { Rasterise } from './escpos/encode'
import { withPaperWindow } from './paper-window'

/** Darker than this is a black dot. */
const THRESHOLD = 128

/** One bit a dot of a picture of four bytes a pixel (BGRA), `width` dots across. */
function toBits(pixels: Buffer, width: number, height: number): Buffer {
  const stride = Math.ceil(width / 8)
  const bits = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const grey = 0.0722 * pixels[at]! + 0.7152 * pixels[at + 1]! + 0.2126 * pixels[at + 2]!
      if (grey < THRESHOLD) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return bits
}

/** Draws rows of a slip in a hidden window, dot for dot, with the fonts of the built page in `fontsFrom`. */
export function rasteriser(fontsFrom: string): Rasterise {
  return async (slip) => {
    const { slipDotsPage } = await import('./slip-page') // on first use: not needed to start
    const { html, width, height } = slipDotsPage(slip)
    return withPaperWindow(html, { fontsFrom, width, height, offscreen: true }, async (window) => {
      const image = (await window.webContents.capturePage()).resize({ width, height })
      return { width, height, bits: toBits(image.toBitmap(), width, height).toString('base64') }
    })
  }
}
