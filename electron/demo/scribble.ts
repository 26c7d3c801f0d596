import { crc32 } from 'node:zlib'
import { png } from './png'
import { Random } from './random'

const WIDTH = 240
const HEIGHT = 72
const PEN = 1.2

/** A signature that nobody wrote: the same strokes for the same name. PNG, dark ink on nothing, as the pad makes them. */
export function scribble(name: string): Buffer {
  const random = new Random(crc32(name))
  const ink = new Uint8Array(WIDTH * HEIGHT)
  const strokes = [...name].length + 1
  for (let stroke = 0; stroke < strokes; stroke++) {
    const left = 16 + (stroke * (WIDTH - 48)) / strokes
    const [from, bend, to] = Array.from({ length: 3 }, () => ({ x: left + random.int(0, 56), y: random.int(12, HEIGHT - 12) })) as [Point, Point, Point]
    for (let t = 0; t <= 1; t += 0.008) dot(ink, curve(from, bend, to, t))
  }
  return png(WIDTH, HEIGHT, ink, [[0xff, 0xff, 0xff], [0x1b, 0x1d, 0x22]], true)
}

interface Point { x: number; y: number }

const curve = (a: Point, b: Point, c: Point, t: number): Point =>
  ({ x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * b.x + t ** 2 * c.x, y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * b.y + t ** 2 * c.y })

function dot(ink: Uint8Array, { x, y }: Point): void {
  for (let py = Math.floor(y - PEN); py <= y + PEN; py++) {
    for (let px = Math.floor(x - PEN); px <= x + PEN; px++) if (Math.hypot(px - x, py - y) <= PEN + 0.4 && px >= 0 && px < WIDTH && py >= 0 && py < HEIGHT) ink[py * WIDTH + px] = 1
  }
}
