import type { Store } from './store'
import type { Scope, Tx } from './types'

/** Rows erased in one transaction, so that a visitor at the desk never waits for the sweep. */
const BATCH = 500
/** Pages of a text index merged in one transaction. */
const MERGE_PAGES = 500

/** A slip without its document can't be printed; what still waited for the printer is cancelled. Takes the time as its one parameter. */
export const ERASED_JOB = `document = NULL, finished_at = iif(state IN ('waiting', 'failed'), ?, finished_at), state = iif(state IN ('waiting', 'failed'), 'cancelled', state)`

/** Transaction after transaction, until one finds less than it may take. @returns how many in all */
export async function erasedInBatches(store: Store, scope: Scope, erase: (tx: Tx, batch: number) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await store.write(scope, (tx) => erase(tx, BATCH))
    total += count
    if (count < BATCH) return total
  }
}

/** Deleted text stays in the index's segments until they are merged; a few pages at a time. */
export async function mergeTextIndex(store: Store, scope: Scope, table: 'entry_text' | 'work_order_text'): Promise<void> {
  const step = (pages: number) => store.write(scope, async (tx) => {
    const changes = async () => (await tx.query<{ n: number }>('SELECT total_changes() AS n'))[0]!.n
    const before = await changes()
    await tx.query(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`)
    return (await changes()) - before
  })
  // A negative count begins to merge all segments into one; it is done when a step changes next to nothing.
  for (let pages = -MERGE_PAGES; (await step(pages)) >= 2; pages = MERGE_PAGES);
}
