import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from './store'
import type { Clock, Scope } from './types'
import { Vault } from './vault'

export interface TestStore { store: Store; dir: string; clock: Clock & { set(at: number): void }; scope: Scope; close(): Promise<void> }

export const testScope: Scope = { actor: { id: 1, name: '周晓岚' }, station: 'A1' }
export const newDir = (): string => mkdtempSync(join(tmpdir(), 'qiantai-store-'))

/** A store on a real database; in a directory of its own unless one is given, which then stays. */
export async function openTestStore({ now = new Date(2026, 2, 12, 14, 26).getTime(), dir }: { now?: number; dir?: string } = {}): Promise<TestStore> {
  const path = dir ?? newDir()
  let at = now
  const clock = { now: () => at, set: (value: number) => { at = value } }
  const store = await Store.open({ dir: path, clock, vault: new Vault(Buffer.alloc(32, 7)) })
  return {
    store, dir: path, clock, scope: testScope,
    close: async () => {
      await store.close()
      if (dir === undefined) rmSync(path, { recursive: true, force: true })
    },
  }
}
