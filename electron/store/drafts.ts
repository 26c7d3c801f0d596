import type { Store } from './store'
import type { Scope } from './types'

/** What is typed and not yet saved, one per person and form, encrypted; it takes no number and no audit line. */
export class Drafts {
  constructor(private readonly store: Store) {}

  async save(scope: Scope, staffId: number, form: string, content: string): Promise<number> {
    return this.store.write(scope, async (tx) => {
      await tx.query(
        'INSERT INTO draft (staff_id, form, content, at) VALUES (?, ?, ?, ?) ON CONFLICT (staff_id, form) DO UPDATE SET content = excluded.content, at = excluded.at',
        [staffId, form, this.store.vault.sealDraft(content), tx.now],
      )
      return tx.now
    })
  }

  async get(staffId: number, form: string): Promise<{ content: string; at: number } | null> {
    const [row] = await this.store.read<{ content: Buffer; at: number }>('SELECT content, at FROM draft WHERE staff_id = ? AND form = ?', [staffId, form])
    return row ? { content: this.store.vault.openDraft(row.content), at: row.at } : null
  }

  async discard(scope: Scope, staffId: number, form: string): Promise<void> {
    await this.store.write(scope, (tx) => tx.query('DELETE FROM draft WHERE staff_id = ? AND form = ?', [staffId, form]))
  }
}
