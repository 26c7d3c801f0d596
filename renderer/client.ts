import { createORPCClient, isDefinedError, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Client } from '@shared/contract'
import { bytesSerializer } from '@shared/contract/bytes'
import type { UserErrorData } from '@shared/contract/errors'

/**
 * Resolves when the page has been painted: asking for the port opens the store, and the main process is then too busy
 * to show a window. A window that is not shown paints nothing, hence the time limit.
 */
const painted = new Promise<void>((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
  }).observe({ type: 'paint', buffered: true })
  setTimeout(resolve, 1000)
})

/** The one port to the main process; the preload hands it over once, to this page only. */
const link = new Promise<RPCLink<Record<never, never>>>((resolve) => {
  const receive = (event: MessageEvent): void => {
    const port = event.ports[0]
    if (event.source !== window || event.data !== 'qiantai:port' || !port) return
    window.removeEventListener('message', receive)
    port.start()
    resolve(new RPCLink({ port, customJsonSerializers: [bytesSerializer] }))
  }
  window.addEventListener('message', receive)
  void painted.then(() => window.postMessage('qiantai:want-port', location.origin))
})

/** Everything the page can ask. A call made before the port is there waits for it. */
export const client: Client = createORPCClient({
  call: async (path, input, options) => (await link).call(path, input, options),
})

/** Code, field and parameters of a refusal; undefined for anything else. Worded by `errors.<code>`. */
export function refusalOf(error: unknown): UserErrorData | undefined {
  if (!(error instanceof ORPCError) || !isDefinedError(error) || error.code !== 'REFUSED') return undefined
  return error.data as UserErrorData
}

/** The number of the log line, where the main process met a defect and wrote it down. */
export function defectLogOf(error: unknown): string | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'DEFECT') return undefined
  return (error.data as { log: string }).log
}
