/** ESC/POS commands as bytes (Epson's ESC/POS command reference); units are dots of 1/203 inch. */

/** ESC @ (reset) and FS & (Chinese mode): begins a job and follows every cut, since a cut's ESC @ ends the mode. */
export const BEGIN = Buffer.from([0x1b, 0x40, 0x1c, 0x26])

/** ESC p 0 25 250: pulse on pin 2, 50 ms on; the reply-free form that swallows nothing after it. */
export const OPEN_DRAWER = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa])

/** GS r 1: the printer answers when everything before it has been printed. */
export const CONFIRM = Buffer.from([0x1d, 0x72, 0x01])

/** DLE EOT n: asked and answered at once, whatever is in the printer's buffer. */
export function askStatus(n: 1 | 2 | 3 | 4): Buffer {
  return Buffer.from([0x10, 0x04, n])
}

/** GS ! n: both directions times `size`; unlike ESC !, Chinese characters too. */
export function textSize(size: 1 | 2): Buffer {
  return Buffer.from([0x1d, 0x21, size === 2 ? 0x11 : 0x00])
}

/** ESC J n: feeds up to 255 dots. */
export function feedDots(dots: number): Buffer {
  return Buffer.from([0x1b, 0x4a, dots])
}

/** GS v 0: a raster image of at most 255 rows; `bytes` holds whole rows of `stride` bytes. */
export function rasterBand(stride: number, bytes: Uint8Array): Buffer {
  const rows = bytes.length / stride
  return Buffer.concat([Buffer.from([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8]), bytes])
}
