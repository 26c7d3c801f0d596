import type { IdCard, ReaderFault } from '../../../../shared/contract/id-card'
import { dayOf } from '../../../../shared/rules/time'
import { ChannelError, type OpenChannel } from '../byte-channel'
import type { IdReader, IdReaderEvents } from '../id-reader'
import { ReaderEvents } from '../reader-events'
import { type Command, faultOf, find, noCard, readBase, select } from './commands'
import { type Answer, Exchange } from './exchange'
import { parseTextBlock } from './text-block'

/** `find` is asked no faster. */
const pollMs = 300
/** A reader plugged back must be there again within 3 s. */
const reopenMs = 500
/** So many requests in a row without an answer: the reader is in trouble, and the line is opened anew. */
const silencesToReopen = 2
/** How often `select` and `read` are asked when the answer is lost on the line. */
const attempts = 3

export interface SamOptions {
  open: OpenChannel
  baudRate: number
  /** Epoch milliseconds; for birth dates in the future. */
  now: () => number
}

type ReadResult = { card: IdCard } | { fault: ReaderFault } | 'closed'

/** A second-generation ID card reader on a serial line (SAM_A / SAM_V). */
export class SamReader implements IdReader {
  private readonly events = new ReaderEvents()
  private readonly halt = new AbortController()
  private running: Promise<void> | undefined
  private closeChannel: (() => Promise<void>) | undefined
  private wake: (() => void) | undefined
  private rereadAsked = false
  /** Whether a card that is found is to be read: not again before it was lifted. */
  private armed = true
  /** The number of the card that was read and not seen lifted since, also over an unplugging. */
  private lying: string | undefined

  constructor(private readonly options: SamOptions) {}

  get state() {
    return this.events.state
  }

  on<E extends keyof IdReaderEvents>(event: E, listener: IdReaderEvents[E]): () => void {
    return this.events.on(event, listener)
  }

  start(): void {
    this.running ??= this.run()
  }

  async stop(): Promise<void> {
    this.halt.abort()
    this.wake?.()
    await this.closeChannel?.()
    await this.running
  }

  reread(): void {
    this.rereadAsked = true
    this.wake?.()
  }

  private get stopped(): boolean {
    return this.halt.signal.aborted
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        const channel = await this.options.open()
        this.closeChannel = () => channel.close()
        await this.serve(new Exchange(channel, this.options.baudRate))
        await channel.close()
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error
        const denied = error.reason === 'denied'
        this.events.become(denied ? { status: 'error', code: 'reader.open-denied', lift: false } : { status: 'disconnected' })
      }
      this.rereadAsked = false
      await this.pause(reopenMs)
    }
  }

  /** Polls one open line until it closes, falls silent or is to stop. */
  private async serve(exchange: Exchange): Promise<void> {
    let silences = 0
    while (!this.stopped) {
      const asked = performance.now()
      const rereading = this.rereadAsked
      this.rereadAsked = false

      const answer = await exchange.ask(find)
      if (this.stopped) return
      if (answer.kind === 'closed') {
        // Nobody knows what was done to the card meanwhile.
        this.armed = true
        this.events.become({ status: 'disconnected' })
        return
      }
      if (answer.kind === 'silence') {
        silences++
        if (silences >= silencesToReopen) {
          this.trouble('reader.no-answer')
          return
        }
      } else {
        silences = 0
        if (answer.sw3 === find.success) {
          if (this.armed || rereading) {
            this.armed = false
            await this.readCard(exchange, rereading)
          } else this.recovered()
        } else if (answer.sw3 !== noCard) {
          this.trouble(faultOf(answer.sw3) ?? 'reader.protocol')
        } else if (rereading) {
          // Some readers say "no card" of one they have read already, and read it all the same.
          await this.rereadUnfound(exchange)
        } else {
          this.armed = true
          this.lying = undefined
          this.events.become({ status: 'connected' })
        }
      }
      await this.pause(pollMs - (performance.now() - asked))
    }
  }

  private async readCard(exchange: Exchange, again: boolean): Promise<void> {
    this.events.become({ status: 'reading' })
    const selected = await this.insist(exchange, select)
    const fault = faultIn(selected, select)
    this.finish(fault ? { fault } : selected.kind === 'closed' ? 'closed' : await this.readText(exchange), again)
  }

  private async rereadUnfound(exchange: Exchange): Promise<void> {
    this.events.become({ status: 'reading' })
    const result = await this.readText(exchange)
    if (result !== 'closed' && 'fault' in result) this.trouble('reader.no-card')
    else this.finish(result, true)
  }

  private async readText(exchange: Exchange): Promise<ReadResult> {
    const answer = await this.insist(exchange, readBase)
    const fault = faultIn(answer, readBase)
    if (fault) return { fault }
    if (answer.kind !== 'answer') return 'closed'
    const length = answer.data.readUInt16BE(0)
    const result = parseTextBlock(answer.data.subarray(4, 4 + length), dayOf(this.options.now()))
    return result.ok ? { card: result.card } : { fault: result.code }
  }

  private finish(result: ReadResult, again: boolean): void {
    if (this.stopped) return
    if (result === 'closed') this.events.become({ status: 'disconnected' })
    else if ('fault' in result) this.events.become({ status: 'error', code: result.fault, lift: true })
    else {
      this.events.become({ status: 'connected' })
      const known = this.lying === result.card.number
      this.lying = result.card.number
      if (again || !known) this.events.card(result.card)
    }
  }

  /** Asks again when nothing came: the answer was lost on the line, and the card still lies there. */
  private async insist(exchange: Exchange, command: Command): Promise<Answer> {
    let answer = await exchange.ask(command)
    for (let attempt = 1; attempt < attempts && answer.kind === 'silence' && !this.stopped; attempt++) {
      answer = await exchange.ask(command)
    }
    return answer
  }

  private trouble(code: ReaderFault): void {
    this.events.become({ status: 'error', code, lift: false })
  }

  /** The reader answers again while a card lies there; one that has to be lifted still has. */
  private recovered(): void {
    const { state } = this.events
    if (state.status !== 'error' || !state.lift) this.events.become({ status: 'connected' })
  }

  private pause(ms: number): Promise<void> {
    if (this.stopped || this.rereadAsked || ms <= 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), ms)
      this.wake = () => {
        clearTimeout(timer)
        this.wake = undefined
        resolve()
      }
    })
  }
}

function faultIn(answer: Answer, command: Command): ReaderFault | undefined {
  if (answer.kind === 'closed') return undefined
  if (answer.kind === 'silence') return 'reader.no-answer'
  if (answer.sw3 === command.success) return undefined
  // The card was lifted too early.
  if (answer.sw3 === noCard) return 'reader.read-failed'
  return faultOf(answer.sw3) ?? 'reader.protocol'
}
