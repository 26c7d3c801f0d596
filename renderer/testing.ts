import { vi } from 'vitest'

/**
 * Loads modules of the page for a test in plain Node, with another client than the one that waits for the window's
 * port. `beside` replaces further modules by their path under `renderer/`.
 */
export async function withClient<M>(client: object, load: () => Promise<M>, beside: Record<string, object> = {}): Promise<M> {
  // A worker keeps its modules: neither those of another test nor these for another.
  vi.resetModules()
  const replaced = Object.entries({ client: { client, refusalOf: () => undefined, defectLogOf: () => undefined }, ...beside })
  for (const [path, exports] of replaced) vi.doMock(`@renderer/${path}`, () => exports)
  const loaded = await load()
  for (const [path] of replaced) vi.doUnmock(`@renderer/${path}`)
  vi.resetModules()
  return loaded
}
