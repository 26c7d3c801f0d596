import type { SerialPort } from 'serialport'
import { type ByteChannel, ChannelError } from './byte-channel'

/**
 * Opens a serial line, 8N1, for this program alone. Works on a pseudo-terminal too.
 * Rejects with a `ChannelError`: `denied` where permission is missing or another program holds the line.
 */
export async function openSerial(path: string, baudRate: number): Promise<ByteChannel> {
  // Loaded on first use: it brings a native module, and most starts don't wait for a reader.
  const { SerialPort } = await import('serialport')
  const port = new SerialPort({ path, baudRate, dataBits: 8, parity: 'none', stopBits: 1, autoOpen: false })
  await settle((done) => port.open(done)).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error)
    throw new ChannelError(/permission|access denied|cannot lock|busy/i.test(text) ? 'denied' : 'missing', error)
  })
  return channel(port)
}

function channel(port: SerialPort): ByteChannel {
  let closed = false
  // A failed read or write is followed by `close`, which is what the driver acts on.
  port.on('error', () => port.isOpen && port.close())
  port.on('close', () => (closed = true))
  return {
    write: async (bytes) => {
      await settle((done) => port.write(bytes, done))
      await settle((done) => port.drain(done))
    },
    flush: () => settle((done) => port.flush(done)),
    onData: (listener) => void port.on('data', listener),
    onClose: (listener) => void (closed ? listener() : port.once('close', listener)),
    close: () => (port.isOpen ? settle((done) => port.close(done)).catch(() => undefined) : Promise.resolve()),
  }
}

function settle(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())))
}
