/** A device that takes and gives bytes: a serial port, for one. */
export interface ByteChannel {
  write(bytes: Uint8Array): Promise<void>
  /** Throws away what has come but was not given yet. */
  flush(): Promise<void>
  onData(listener: (chunk: Buffer) => void): void
  /** The device is gone, or was closed. At most once. */
  onClose(listener: () => void): void
  /** Never rejects; closing what is closed does nothing. */
  close(): Promise<void>
}

/** Opens the device; rejects with a `ChannelError` where it can't. */
export type OpenChannel = () => Promise<ByteChannel>

export class ChannelError extends Error {
  /** `missing`: no such device now, it may be plugged in; `denied`: it is there, and may not be opened. */
  readonly reason: 'missing' | 'denied'

  constructor(reason: 'missing' | 'denied', cause: unknown) {
    super(`the device is ${reason}`, { cause })
    this.name = 'ChannelError'
    this.reason = reason
  }
}
