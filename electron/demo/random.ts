/** A small seeded generator (mulberry32): the same seed makes the same tower on every machine. */
export class Random {
  #state: number
  constructor(seed: number) { this.#state = seed >>> 0 }

  /** 0 ≤ x < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number { return from + Math.floor(this.next() * (to - from + 1)) }
  pick<T>(from: readonly T[]): T { return from[Math.floor(this.next() * from.length)]! }
  chance(share: number): boolean { return this.next() < share }
  digits(count: number): string { return Array.from({ length: count }, () => this.int(0, 9)).join('') }
}
