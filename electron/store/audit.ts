import { createHash } from 'node:crypto'
import { insertRows } from './bulk'
import type { AuditLine, Scope, Sql } from './types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

interface Stored {
  id: number; at: number; actor_id: number | null; actor: string; station: string
  action: string; register: string; record_id: number | null; detail: string; hash: Buffer
}

/** What personal values in a line's detail are sealed for, under the key of the record they are of (P3). */
export const SEALED_DETAIL = 'audit.detail'

const GENESIS = Buffer.alloc(32)

function lineHash(previous: Buffer, line: Omit<Stored, 'hash'>): Buffer {
  const content = [line.id, line.at, line.actor_id, line.actor, line.station, line.action, line.register, line.record_id, line.detail]
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest()
}

/**
 * The audit chain: each line holds the SHA-256 of the line before and of itself, so that a changed, removed or
 * inserted line shows. Personal values stand in it only as ciphertext; erasing them leaves the chain whole (P3).
 */
export const appendAudit = (query: Query, scope: Scope, at: number, line: AuditLine): Promise<void> => appendAuditLines(query, [{ scope, at, line }])

/** Many lines at once, in their order, for what writes thousands of rows in one transaction. */
export async function appendAuditLines(query: Query, lines: readonly { scope: Scope; at: number; line: AuditLine }[]): Promise<void> {
  const [last] = await query<{ id: number; hash: Buffer }>('SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1')
  let { id, hash } = last ?? { id: 0, hash: GENESIS }
  const rows = lines.map(({ scope, at, line }) => {
    const row = {
      id: ++id, at, actor_id: scope.actor.id, actor: scope.actor.name, station: scope.station,
      action: line.action, register: line.register, record_id: line.recordId, detail: JSON.stringify(line.detail ?? {}),
    }
    hash = lineHash(hash, row)
    return [row.id, row.at, row.actor_id, row.actor, row.station, row.action, row.register, row.record_id, row.detail, hash]
  })
  await insertRows(query, 'audit', ['id', 'at', 'actor_id', 'actor', 'station', 'action', 'register', 'record_id', 'detail', 'hash'], rows)
}

/** A line of the chain, by its number and hash; the one before the first has the number 0. */
export interface ChainLink { id: number; hash: Buffer }

/** Walks the chain after `from`, the whole of it when not told. Returns its last good line and the id of the first broken one, if any. */
export async function verifyAudit(query: Query, from: ChainLink = { id: 0, hash: GENESIS }): Promise<{ lines: number; brokenAt: number | null; hash: Buffer }> {
  let { id: lines, hash: previous } = from
  for (;;) {
    const page = await query<Stored>('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT 2000', [lines])
    for (const { hash, ...line } of page) {
      if (line.id !== lines + 1 || !lineHash(previous, line).equals(hash)) return { lines, brokenAt: lines + 1, hash: previous }
      previous = hash
      lines++
    }
    if (page.length === 0) return { lines, brokenAt: null, hash: previous }
  }
}
