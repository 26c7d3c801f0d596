import type { ByteChannel } from '../byte-channel'
import { type Command, find, readBase, select } from './commands'
import { FrameParser } from './frame'

export type Answer =
  | { readonly kind: 'answer'; readonly sw3: number; readonly data: Buffer }
  /** Nothing came in time that could be the answer. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'closed' }

const successes = new Set([find, select, readBase].map((command) => command.success))

/** One request and its answer at a time over a channel. */
export class Exchange {
  private readonly parser = new FrameParser()
  private settle: ((answer: Answer) => void) | undefined
  private command: Command | undefined
  private closed = false

  constructor(
    private readonly channel: ByteChannel,
    private readonly baudRate: number,
  ) {
    channel.onData((chunk) => this.parser.push(chunk).forEach((body) => this.take(body)))
    channel.onClose(() => {
      this.closed = true
      this.settle?.({ kind: 'closed' })
    })
  }

  /** Sends a request once what came before is thrown away. Never rejects; must not be called while one is under way. */
  async ask(command: Command): Promise<Answer> {
    if (this.closed) return { kind: 'closed' }
    const answer = new Promise<Answer>((resolve) => (this.settle = resolve))
    let timer: NodeJS.Timeout | undefined
    try {
      await this.channel.flush()
      this.parser.clear()
      this.command = command
      // The time-out runs from here: a line that takes no bytes (flow control) must not hold the counter up.
      const onTheLine = (command.answerBytes * 10_000) / this.baudRate
      timer = setTimeout(() => this.giveUp(), command.timeoutMs + onTheLine)
      this.channel.write(command.frame).catch(() => this.settle?.({ kind: 'closed' }))
      return await answer
    } catch {
      return { kind: 'closed' }
    } finally {
      clearTimeout(timer)
      this.settle = this.command = undefined
    }
  }

  private giveUp(): void {
    this.parser.finish().forEach((body) => this.take(body))
    this.settle?.({ kind: 'silence' })
  }

  private take(body: Buffer): void {
    const sw3 = body[2]!
    const data = body.subarray(3)
    // A late answer to an earlier request shows by the success or the length that is not this one's.
    if (!this.command || (successes.has(sw3) && (sw3 !== this.command.success || data.length < this.command.leastData))) return
    this.settle?.({ kind: 'answer', sw3, data })
  }
}
