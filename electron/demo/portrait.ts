import { crc32 } from 'node:zlib'
import { png } from './png'
import { Random } from './random'

const WIDTH = 152
const HEIGHT = 190
const backgrounds = [[0xdc, 0xe4, 0xee], [0xe8, 0xe2, 0xd6], [0xdd, 0xe8, 0xe0]] as const
const hair = [[0x2a, 0x24, 0x22], [0x3b, 0x2f, 0x2a], [0x55, 0x50, 0x4c]] as const
const skin = [[0xf0, 0xcb, 0xab], [0xe6, 0xb9, 0x92], [0xf4, 0xd6, 0xbc]] as const
const clothes = [[0x4b, 0x57, 0x63], [0x7a, 0x4a, 0x44], [0x3d, 0x5a, 0x80], [0x5d, 0x6b, 0x4e]] as const

/** A passport photo of nobody: the same face for the same name. */
export function portrait(name: string): Buffer {
  const random = new Random(crc32(name))
  const palette = [random.pick(backgrounds), random.pick(hair), random.pick(skin), random.pick(clothes), [0xff, 0xff, 0xff]] as const
  const [long, width] = [random.chance(0.5), random.int(30, 34)]
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  const oval = (x: number, y: number, rx: number, ry: number, colour: number, from = 0): void => {
    for (let py = Math.max(from, Math.floor(y - ry)); py < Math.min(HEIGHT, y + ry); py++) {
      for (let px = Math.max(0, Math.floor(x - rx)); px < Math.min(WIDTH, x + rx); px++) if (((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1) pixels[py * WIDTH + px] = colour
    }
  }
  const centre = WIDTH / 2
  oval(centre, 78, width + 9, long ? 66 : 46, 1)
  oval(centre, 196, 68, 62, 3)
  oval(centre, 134, 14, 22, 2)
  oval(centre, 148, 20, 12, 4)
  oval(centre, 146, 13, 10, 2)
  oval(centre, 86, width, 42, 2)
  oval(centre, 50, width + 3, 18, 1)
  return png(WIDTH, HEIGHT, pixels, palette)
}
