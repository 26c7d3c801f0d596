import type { Sql } from '../store/types'
import type { Vault } from '../store/vault'
import { foldName } from './import/cells'
import { phoneHash } from './personal'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** What somebody is compared by; of those who come along only the names are known. */
export interface Identity { name: string; companions: readonly string[]; phoneHash: Buffer | null; documentHash: Buffer | null }
export interface Denial { id: number; reason: string }

/** 何 婉清 and 何婉清, 古丽娜尔·艾山江 and 古丽娜尔.艾山江 are one name. */
export const denyName = (name: string): string => foldName(name).replace(/['’·•・.-]/g, '')

/**
 * Whether somebody, or somebody who comes along, stands on the deny list: by document, by phone, or by name as long as
 * no document tells the two apart.
 */
export async function findDenial(query: Query, who: Identity): Promise<Denial | null> {
  const [row] = await query<Denial>(
    `SELECT id, reason FROM deny WHERE lifted_at IS NULL AND (document_hash = ?1 OR phone_hash = ?2 OR (name_folded = ?3 AND (document_hash IS NULL OR ?1 IS NULL))
       OR name_folded IN (SELECT value FROM json_each(?4))) ORDER BY id DESC LIMIT 1`,
    [who.documentHash, who.phoneHash, denyName(who.name), JSON.stringify(who.companions.map(denyName))],
  )
  return row ?? null
}

/** The denials in force, for a whole list of people of whom no document is known. */
export async function loadDenied(query: Query, vault: Vault): Promise<(name: string, phone: string) => boolean> {
  const rows = await query<{ name_folded: string; phone_hash: Buffer | null }>('SELECT name_folded, phone_hash FROM deny WHERE lifted_at IS NULL')
  const names = new Set(rows.map((row) => row.name_folded))
  const phones = new Set(rows.flatMap((row) => (row.phone_hash ? [row.phone_hash.toString('hex')] : [])))
  return (name, phone) => names.has(denyName(name)) || (phone !== '' && phones.has(phoneHash(vault, phone).toString('hex')))
}
