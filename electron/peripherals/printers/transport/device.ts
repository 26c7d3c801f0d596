import type { FileHandle } from 'node:fs/promises'
import type { Line } from './transport'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

const POLL_MS = 20

function isBusy(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN'
}

/**
 * A character device read and written without blocking: a blocking read of a printer that says nothing would hold
 * one of the few threads that all file access shares, for good.
 */
class DeviceStream extends Duplex {
  private reading = false

  constructor(private readonly handle: FileHandle) {
    super()
  }

  override _read(): void {
    if (this.reading) return
    this.reading = true
    void this.poll()
  }

  private async poll(): Promise<void> {
    const buffer = Buffer.alloc(256)
    while (!this.destroyed) {
      try {
        const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, null)
        if (bytesRead > 0) {
          this.reading = false
          this.push(Buffer.from(buffer.subarray(0, bytesRead)))
          return
        }
      } catch (error) {
        if (!isBusy(error)) return void this.destroy(this.destroyed ? undefined : error as Error)
      }
      await setTimeout(POLL_MS)
    }
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.writeAll(chunk).then(() => done(), done)
  }

  private async writeAll(chunk: Buffer): Promise<void> {
    let at = 0
    while (at < chunk.length) {
      if (this.destroyed) throw new Error('closed')
      try {
        at += (await this.handle.write(chunk, at, chunk.length - at, null)).bytesWritten
      } catch (error) {
        if (!isBusy(error)) throw error
        await setTimeout(POLL_MS)
      }
    }
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.handle.close().then(() => done(error), () => done(error))
  }
}

/** A printer as a device file (`/dev/usb/lp0`). Anything but a character device is refused, and none is created. */
export async function openDevice(path: string): Promise<Line> {
  const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY)
  if (!(await handle.stat()).isCharacterDevice()) {
    await handle.close()
    throw new Error(`${path} is not a device`)
  }
  const stream = new DeviceStream(handle)
  return {
    stream,
    finish: async () => {
      if (stream.destroyed) return false
      const written = await new Promise<boolean>((resolve) => stream.end((error?: Error | null) => resolve(!error)))
      stream.destroy()
      return written
    },
  }
}
