import type { IdCard } from '../../../shared/contract/id-card'
import type { IdReader, IdReaderEvents } from './id-reader'
import { ReaderEvents } from './reader-events'

/** The demo's reader: a button puts a card on it. Such a card lies there until the next one. */
export class DemoReader implements IdReader {
  private readonly events = new ReaderEvents()
  private lying: IdCard | undefined

  get state() {
    return this.events.state
  }

  on<E extends keyof IdReaderEvents>(event: E, listener: IdReaderEvents[E]): () => void {
    return this.events.on(event, listener)
  }

  start(): void {
    this.events.become({ status: 'connected' })
  }

  stop(): Promise<void> {
    this.events.become({ status: 'disconnected' })
    return Promise.resolve()
  }

  /** Puts a card on the reader; ignored while the reader is not started. */
  present(card: IdCard): void {
    if (this.events.state.status === 'disconnected') return
    this.lying = card
    this.events.become({ status: 'reading' })
    this.events.become({ status: 'connected' })
    this.events.card(card)
  }

  reread(): void {
    if (this.lying) this.present(this.lying)
    else if (this.events.state.status !== 'disconnected') {
      this.events.become({ status: 'error', code: 'reader.no-card', lift: false })
    }
  }
}
