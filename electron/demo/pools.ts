import { documentTail, phoneTail, sealedDocument, sealedPhone } from '../registers/personal'
import { insertRows } from '../store/bulk'
import { indexedPairs } from '../store/text-index'
import type { Sql, Tx } from '../store/types'
import type { Vault } from '../store/vault'
import { callMatters, visitMatters } from './matters'
import type { DemoVisitor } from './visitors'

/** Tables of the generator's own connection; `k` counts from 0 without a gap. */
export const POOLS = ['gen_person', 'gen_host', 'gen_visit', 'gen_call', 'gen_staff'] as const

const HOSTS = 2000

async function pool(tx: Tx, name: (typeof POOLS)[number], columns: string[], rows: Sql[][]): Promise<void> {
  if (rows.length === 0) throw new Error(`nobody for ${name}: the store has no staff or no contacts`)
  await tx.query(`CREATE TEMP TABLE ${name} (k INTEGER PRIMARY KEY, ${columns.join(', ')})`)
  await insertRows(tx.query, name, ['k', ...columns], rows.map((row, k) => [k, ...row]))
}

/** Who comes, to whom, about what, and at whose desk: what generated entries are put together from. */
export async function fillPools(tx: Tx, vault: Vault, visitors: DemoVisitor[]): Promise<void> {
  const personColumns = [
    'person_id', 'name', 'company', 'data_key', 'phone_enc', 'phone_hash', 'phone_tail', 'phone_masked',
    'document_kind', 'document_enc', 'document_hash', 'document_tail', 'document_masked', 'pairs',
  ]
  await pool(tx, 'gen_person', personColumns, visitors.map((visitor) => {
    const key = vault.newKey()
    const phone = sealedPhone(vault, key, 'entry', visitor.phone)
    const document = sealedDocument(vault, key, 'entry', visitor.documentKind, visitor.documentNumber)
    return [
      visitor.id, visitor.name, visitor.company, key.wrapped, phone.phone_enc, phone.phone_hash, phoneTail(vault, visitor.phone), phone.phone_masked,
      document.document_kind, document.document_enc, document.document_hash, documentTail(vault, visitor.documentNumber), document.document_masked,
      indexedPairs([visitor.name, visitor.company]),
    ]
  }))
  const hosts = await tx.query<{ contact_id: number; name: string; extension: string; tenant_id: number; tenant_name: string; unit_id: number | null; room: string }>(
    `SELECT c.id AS contact_id, c.name, c.extension, t.id AS tenant_id, t.name AS tenant_name, u.id AS unit_id, coalesce(u.room, '') AS room
     FROM contact c JOIN tenant t ON t.id = c.tenant_id LEFT JOIN unit u ON u.id = c.unit_id ORDER BY c.id LIMIT ${HOSTS}`,
  )
  await pool(tx, 'gen_host', ['contact_id', 'name', 'extension', 'tenant_id', 'tenant_name', 'unit_id', 'room', 'visit_pairs', 'call_pairs'],
    hosts.map((host) => [host.contact_id, host.name, host.extension, host.tenant_id, host.tenant_name, host.unit_id, host.room, indexedPairs([host.name, host.tenant_name, host.room]), indexedPairs([host.tenant_name, host.room])]))
  await pool(tx, 'gen_visit', ['purpose', 'matter', 'pairs'], visitMatters.map(({ purpose, matter }) => [purpose, matter, indexedPairs([matter])]))
  await pool(tx, 'gen_call', ['category', 'department', 'matter', 'result', 'pairs'], callMatters.map(({ category, department, matter, result }) => [category, department, matter, result, indexedPairs([matter])]))
  const staff = await tx.query<{ id: number; name: string }>(`SELECT id, name FROM staff WHERE role = 'receptionist' AND active = 1 ORDER BY id`)
  await pool(tx, 'gen_staff', ['id', 'name'], staff.map(({ id, name }) => [id, name]))
}
