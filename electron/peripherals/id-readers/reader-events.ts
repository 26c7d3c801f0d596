import type { IdCard, ReaderState } from '../../../shared/contract/id-card'
import type { IdReaderEvents } from './id-reader'

/** The state and the subscribers of a reader; what every driver of the port has in common. */
export class ReaderEvents {
  private readonly listeners: { [E in keyof IdReaderEvents]: Set<IdReaderEvents[E]> } = {
    card: new Set(),
    state: new Set(),
  }
  private current: ReaderState = { status: 'disconnected' }

  get state(): ReaderState {
    return this.current
  }

  on<E extends keyof IdReaderEvents>(event: E, listener: IdReaderEvents[E]): () => void {
    this.listeners[event].add(listener)
    return () => this.listeners[event].delete(listener)
  }

  card(card: IdCard): void {
    for (const listener of [...this.listeners.card]) listener(card)
  }

  /** Tells the subscribers, unless nothing changed. */
  become(state: ReaderState): void {
    if (JSON.stringify(state) === JSON.stringify(this.current)) return
    this.current = state
    for (const listener of [...this.listeners.state]) listener(state)
  }
}
