import type { LiveEvent } from '@shared/contract/system'
import { client } from './client'

export type EventOf<K extends LiveEvent['type']> = Extract<LiveEvent, { type: K }>
type Listener = (event: LiveEvent) => void

const listeners = new Map<LiveEvent['type'], Set<Listener>>()
const whenBack = new Set<() => void>()

/** Hears what the main process tells unasked. Returns the way to stop hearing. */
export function onLive<K extends LiveEvent['type']>(type: K, listener: (event: EventOf<K>) => void): () => void {
  const set = listeners.get(type) ?? new Set()
  listeners.set(type, set)
  set.add(listener as Listener)
  return () => set.delete(listener as Listener)
}

/** Tells an event to all who listen now: as it comes, or once more to a page that was not there then. */
export function tell(event: LiveEvent): void {
  for (const listener of listeners.get(event.type) ?? []) listener(event)
}

/** Called each time the stream is up again after a break: what was told meanwhile is lost, so ask anew. */
export function onLiveAgain(listener: () => void): () => void {
  whenBack.add(listener)
  return () => whenBack.delete(listener)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** Follows the stream as long as the page lives. */
export async function followLive(): Promise<never> {
  for (let first = true; ; first = false) {
    try {
      const stream = await client.system.live()
      if (!first) for (const listener of whenBack) listener()
      for await (const event of stream) tell(event)
    }
    catch {
      // A broken stream is no defect: the main process may have closed it; it is asked for again below.
    }
    await pause(1000)
  }
}
