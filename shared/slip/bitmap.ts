import type { SlipRaster } from './document'

/** Black dots on white. */
export interface Bitmap {
  width: number
  height: number
  isDark: (x: number, y: number) => boolean
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of a base64 text (RFC 4648 §4); neither Buffer nor the DOM is at hand on both sides. */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor(digits.length * 6 / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of digits) {
    held = (held << 6 | BASE64.indexOf(digit)) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >> bits & 0xff
    }
  }
  return bytes
}

/** Bytes of one row of a raster. */
export function rasterStride(raster: Pick<SlipRaster, 'width'>): number {
  return Math.ceil(raster.width / 8)
}

export function rasterBitmap(raster: SlipRaster): Bitmap {
  const bytes = fromBase64(raster.bits)
  const stride = rasterStride(raster)
  return {
    width: raster.width,
    height: raster.height,
    isDark: (x, y) => ((bytes[y * stride + (x >> 3)] ?? 0) & 0x80 >> (x & 7)) !== 0,
  }
}

/** The modules of a QR code, as `qrcode`'s `create(data).modules` gives them. */
export function moduleBitmap(modules: { size: number; data: ArrayLike<number | boolean> }): Bitmap {
  return {
    width: modules.size,
    height: modules.size,
    isDark: (x, y) => Boolean(modules.data[y * modules.size + x]),
  }
}

/** The dark dots as one SVG path, one rectangle for each run. */
export function bitmapPath(bitmap: Bitmap): string {
  let path = ''
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < bitmap.width; x++) {
      if (!bitmap.isDark(x, y)) continue
      const start = x
      while (x + 1 < bitmap.width && bitmap.isDark(x + 1, y)) x++
      const run = x - start + 1
      path += `M${start} ${y}h${run}v1h-${run}z`
    }
  }
  return path
}
