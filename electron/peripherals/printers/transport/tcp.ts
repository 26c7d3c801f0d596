import type { Line } from './transport'
import { once } from 'node:events'
import { connect } from 'node:net'

/** A network printer (raw TCP, port 9100 as a rule). */
export async function openTcp(address: { host: string; port: number }, timeoutMs: number): Promise<Line> {
  const socket = connect({ host: address.host, port: address.port, noDelay: true })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) })
  } catch (error) {
    socket.destroy()
    throw error
  }
  return {
    stream: socket,
    finish: async () => {
      if (socket.destroyed) return false
      socket.end()
      try {
        const [hadError] = await once(socket, 'close', { signal: AbortSignal.timeout(timeoutMs) }) as [boolean]
        return !hadError
      } catch {
        // Left open by a printer that doesn't close its side, it would keep the next job out.
        socket.destroy()
        return false
      }
    },
  }
}
