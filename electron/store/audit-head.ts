import { z } from 'zod'
import { type ChainLink, verifyAudit } from './audit'
import type { Store } from './store'
import type { Scope } from './types'

const HEAD = 'audit.head'
const head = z.object({ id: z.number().int().nonnegative(), hash: z.string(), mac: z.string(), brokenAt: z.number().int().nullable() })
type Head = z.infer<typeof head>

export interface AuditState { lines: number; brokenAt: number | null }

/** Keyed, so that nobody without this store's key can put another head in its place. */
const macOf = (store: Store, { id, hash, brokenAt }: Omit<Head, 'mac'>) => store.vault.hash('audit-head', `${id}:${hash}:${brokenAt ?? ''}`).toString('hex')

async function readHead(store: Store): Promise<Head | null> {
  const [row] = await store.read<{ value: string }>('SELECT value FROM setting WHERE key = ?', [HEAD])
  return row ? head.parse(JSON.parse(row.value)) : null
}

/**
 * How the audit chain stands: the lines after the head that was verified last are walked, and the head itself must
 * still be there, so that a chain whose end was cut off shows.
 * @param whole walks all lines from the first.
 */
export async function auditState(store: Store, whole = false): Promise<AuditState & { hash: Buffer }> {
  const known = await readHead(store)
  const start: ChainLink | undefined = known ? { id: known.id, hash: Buffer.from(known.hash, 'hex') } : undefined
  if (known && start) {
    if (known.mac !== macOf(store, known)) return { lines: known.id, brokenAt: known.id, hash: start.hash }
    if (known.brokenAt !== null) return { lines: known.brokenAt - 1, brokenAt: known.brokenAt, hash: start.hash }
    const [line] = await store.read<{ hash: Buffer }>('SELECT hash FROM audit WHERE id = ?', [known.id])
    if (known.id > 0 && !line?.hash.equals(start.hash)) return { lines: known.id - 1, brokenAt: known.id, hash: start.hash }
  }
  return verifyAudit((sql, parameters) => store.read(sql, parameters), whole ? undefined : start)
}

/** Verifies the chain and remembers how far; a break that was found once stays told. */
export async function keepAuditHead(store: Store, scope: Scope, whole: boolean): Promise<AuditState> {
  const { lines, brokenAt, hash } = await auditState(store, whole)
  const next = { id: lines, hash: hash.toString('hex'), brokenAt }
  const value: Head = { ...next, mac: macOf(store, next) }
  await store.write(scope, (tx) => tx.query('INSERT INTO setting (key, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at', [HEAD, JSON.stringify(value), tx.now]))
  return { lines, brokenAt }
}
