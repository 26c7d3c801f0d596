import { existsSync } from 'node:fs'
import { DataSource } from 'typeorm'
import { databasePath } from './database'
import { keyFingerprint, KeyMissingError, type KeyRecovery, keyRecovery } from './key-file'
import type { Store } from './store'
import type { Scope, Tx } from './types'

const FINGERPRINT = 'key.fingerprint'
const RECOVERY = 'key.recovery'

/**
 * The database keeps a print of its key, and what the recovery key opens. A key of another database is refused before
 * anything is written with it; a new database takes both down.
 * @throws KeyMissingError
 */
export async function checkKeyRecord(store: Store, scope: Scope, master: Buffer, recovery: KeyRecovery | null): Promise<void> {
  const fingerprint = keyFingerprint(master)
  const [known] = await store.read<{ value: string }>('SELECT value FROM setting WHERE key = ?', [FINGERPRINT])
  if (known) {
    if (JSON.parse(known.value) !== fingerprint) throw new KeyMissingError('the key belongs to another database')
    return
  }
  await store.write(scope, async (tx) => {
    await keep(tx, FINGERPRINT, fingerprint)
    if (recovery) await keep(tx, RECOVERY, recovery)
  })
}

const keep = (tx: Tx, key: string, value: unknown) =>
  tx.query('INSERT INTO setting (key, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at', [key, JSON.stringify(value), tx.now])

/** After the recovery key was renewed. */
export const keepKeyRecovery = (store: Store, scope: Scope, recovery: KeyRecovery): Promise<void> =>
  store.write(scope, async (tx) => {
    await keep(tx, RECOVERY, recovery)
    await tx.audit({ action: 'recovery-key.renew', register: 'settings', recordId: null })
  })

/** What the recovery key opens, from a database whose key file is gone (a backup brought to a new machine). */
export async function storedKeyRecovery(dir: string): Promise<KeyRecovery | null> {
  if (!existsSync(databasePath(dir))) return null
  const source = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
  try {
    const [row] = (await source.query('SELECT value FROM setting WHERE key = ?', [RECOVERY])) as { value: string }[]
    return row ? keyRecovery.parse(JSON.parse(row.value)) : null
  } finally {
    await source.destroy()
  }
}
