import { existsSync } from 'node:fs'
import { z } from 'zod'
import { withDatabase } from './backup'
import { databasePath } from './database'
import { keyFingerprint, KeyMissingError, type KeyRecord, type KeyRecovery, keyRecovery } from './key-file'
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

/** What a database that is not open tells of its key (the key file is gone, or another store's); null where there is none. */
export async function storedKeyRecord(dir: string): Promise<KeyRecord | null> {
  if (!existsSync(databasePath(dir))) return null
  return withDatabase(databasePath(dir), async (source) => {
    const rows = (await source.query('SELECT key, value FROM setting WHERE key IN (?, ?)', [RECOVERY, FINGERPRINT])) as { key: string; value: string }[]
    const value = (key: string): unknown => JSON.parse(rows.find((row) => row.key === key)?.value ?? 'null')
    return { recovery: keyRecovery.nullable().parse(value(RECOVERY)), fingerprint: z.string().nullable().parse(value(FINGERPRINT)) }
  })
}
