import type { IdCard, ReaderState } from '../../../shared/contract/id-card'

export interface IdReaderEvents {
  /** A card was put on the reader and read. Once per card, until it is lifted. */
  card: (card: IdCard) => void
  /** The state changed; never the same state twice in a row. */
  state: (state: ReaderState) => void
}

/** The port behind which every ID card reader stands. */
export interface IdReader {
  readonly state: ReaderState
  /** Begins to look for the device and for cards; a device that is missing is waited for. */
  start(): void
  /** Lets go of the device. Nothing is emitted after it resolves. */
  stop(): Promise<void>
  /** Reads the card that lies there once more (重读证件); without one the state says `reader.no-card`. */
  reread(): void
  /** Subscribes; returns the way to end it. */
  on<E extends keyof IdReaderEvents>(event: E, listener: IdReaderEvents[E]): () => void
}
