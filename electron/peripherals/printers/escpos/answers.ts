import type { Duplex } from 'node:stream'
import { askStatus } from './commands'

/** What came back: a byte, nothing in time, or the line broke. */
export type Answer = { kind: 'byte'; byte: number } | { kind: 'silence' } | { kind: 'lost' }

/** A real-time status byte (DLE EOT) has bits 1 and 4 set and bits 0 and 7 clear. */
export const isStatus = (byte: number) => (byte & 0x93) === 0x12
/** The answer to GS r 1 has bits 4 and 7 clear. */
export const isConfirmation = (byte: number) => (byte & 0x90) === 0
/** The first of the four bytes a printer sends on its own when automatic status is switched on in it. */
const startsAutomaticStatus = (byte: number) => (byte & 0x93) === 0x10

/** Reads everything a printer says from the first moment on: an unread byte makes the system reset the connection. */
export class Answers {
  private readonly held: number[] = []
  private automatic = 0
  private wake: (() => void) | undefined
  lost = false

  constructor(private readonly stream: Duplex) {
    stream.on('data', (chunk: Buffer) => {
      for (const byte of chunk) this.take(byte)
      this.wake?.()
    })
    const lose = () => {
      this.lost = true
      this.wake?.()
    }
    stream.on('error', lose)
    stream.on('end', lose)
    stream.on('close', lose)
  }

  private take(byte: number): void {
    if (this.automatic > 0) this.automatic--
    else if (startsAutomaticStatus(byte)) this.automatic = 3
    else this.held.push(byte)
  }

  /** The next byte that matches; others before it are dropped. */
  async next(matches: (byte: number) => boolean, timeoutMs: number): Promise<Answer> {
    const deadline = Date.now() + timeoutMs
    for (;;) {
      while (this.held.length > 0) {
        const byte = this.held.shift()!
        if (matches(byte)) return { kind: 'byte', byte }
      }
      if (this.lost) return { kind: 'lost' }
      const left = deadline - Date.now()
      if (left <= 0) return { kind: 'silence' }
      await this.news(left)
    }
  }

  /** Waits for something to arrive or to break. */
  private news(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.wake = undefined
        resolve()
      }
      const timer = setTimeout(done, timeoutMs)
      this.wake = done
    })
  }

  /** Asks DLE EOT n and waits for its answer. */
  async status(n: 1 | 2 | 3 | 4, timeoutMs: number): Promise<Answer> {
    if (this.lost) return { kind: 'lost' }
    this.stream.write(askStatus(n))
    return this.next(isStatus, timeoutMs)
  }
}
