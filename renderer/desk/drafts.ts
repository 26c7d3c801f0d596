const pending = new Set<() => Promise<void>>()

/** Registers the saving of what is typed but not kept yet; returns the way to take it back. */
export function registerDraft(save: () => Promise<void>): () => void {
  pending.add(save)
  return () => pending.delete(save)
}

/** Keeps what every open form holds: before a lock, a switch of user, or leaving the page. */
export async function keepDrafts(): Promise<void> {
  await Promise.allSettled([...pending].map((save) => save()))
}
