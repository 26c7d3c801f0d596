import type { Purpose } from '../../../shared/contract/reception'
import type { DocumentKind } from '../../../shared/rules/id-number'
import { insertRowId, updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import { insertRows } from '../../store/bulk'
import { personReading } from '../pinyin'
import type { Desk } from './desk'
import type { EntryRecord } from './rows'
import { documentHash, type PersonalNumbers, phoneHash, sealedDocument, sealedPhone, typedNumberHashes, unsealed } from '../personal'

/** A row of `person`: somebody who came or called before. */
export interface PersonRecord {
  id: number; name: string; pinyin: string; initials: string; company: string; data_key: Buffer | null
  phone_enc: Buffer | null; phone_hash: Buffer | null; phone_masked: string
  document_kind: DocumentKind | null; document_enc: Buffer | null; document_hash: Buffer | null; document_masked: string
  visits: number; last_seen_at: number; last_host_name: string; last_host_contact_id: number | null; last_purpose: Purpose | null
}

/** Who somebody is said to be. */
export interface Visitor extends PersonalNumbers { name: string; company: string }

const same = (a: Buffer | null, b: Buffer | null): boolean => a !== null && b !== null && a.equals(b)

/**
 * The person the store knows: the one the form chose; else the one with this document; else the one with this phone
 * and name; else the one with this name and company, unless documents tell them apart.
 */
export async function findPerson(tx: Tx, vault: Vault, personId: number | null, visitor: Visitor): Promise<PersonRecord | null> {
  const byPhone = visitor.phone === '' ? null : phoneHash(vault, visitor.phone)
  const byDocument = visitor.documentNumber === '' ? null : documentHash(vault, visitor.documentNumber)
  const rows = await tx.query<PersonRecord>('SELECT * FROM person WHERE id = ? OR document_hash = ? OR phone_hash = ? OR name = ? ORDER BY last_seen_at DESC LIMIT 50', [personId, byDocument, byPhone, visitor.name])
  const mayBe = (row: PersonRecord) => byDocument === null || row.document_hash === null || row.document_hash.equals(byDocument)
  return (
    rows.find((row) => same(row.document_hash, byDocument)) ??
    rows.find((row) => row.id === personId && mayBe(row)) ??
    rows.find((row) => row.name === visitor.name && same(row.phone_hash, byPhone) && mayBe(row)) ??
    rows.find((row) => row.name === visitor.name && row.company === visitor.company && mayBe(row) && (byPhone === null || row.phone_hash === null || row.phone_hash.equals(byPhone))) ??
    null
  )
}

/** The numbers that are known of a person, unmasked. */
const numbersOf = (vault: Vault, known: PersonRecord): PersonalNumbers => ({
  phone: unsealed(vault, known.data_key, known.phone_enc, 'person.phone_enc'),
  documentKind: known.document_kind,
  documentNumber: unsealed(vault, known.data_key, known.document_enc, 'person.document_enc'),
})

/** What a form left empty is taken from the chosen person, unmasked, here in the store. */
export function completed(vault: Vault, visitor: Visitor, known: PersonRecord): Visitor {
  const kept = numbersOf(vault, known)
  const { documentKind, documentNumber } = visitor.documentNumber === '' && kept.documentKind !== null ? kept : visitor
  return { name: visitor.name, company: visitor.company, phone: visitor.phone || kept.phone, documentKind, documentNumber }
}

/** What the person was here for this time. */
export interface Seen { visits: 0 | 1; hostName: string; hostContactId: number | null; purpose: Purpose | null }

/** Writes what is known of the person now; numbers are sealed anew only when they changed. Returns the person's id. */
export async function upsertPerson(tx: Tx, desk: Desk, known: PersonRecord | null, visitor: Visitor, seen: Seen): Promise<number> {
  const { vault } = desk.house.store
  const reading = known?.name === visitor.name ? { pinyin: known.pinyin, initials: known.initials } : personReading(visitor.name)
  const values: Record<string, Sql> = {
    name: visitor.name, ...reading, company: visitor.company || (known?.company ?? ''), visits: (known?.visits ?? 0) + seen.visits, last_seen_at: tx.now,
    ...(seen.hostName ? { last_host_name: seen.hostName, last_host_contact_id: seen.hostContactId, last_purpose: seen.purpose } : {}),
  }
  const newPhone = visitor.phone !== '' && !same(known?.phone_hash ?? null, phoneHash(vault, visitor.phone))
  const newDocument = visitor.documentNumber !== '' && !same(known?.document_hash ?? null, documentHash(vault, visitor.documentNumber))
  if (newPhone || newDocument || !known) {
    const key: DataKey = known?.data_key ? vault.openKey(known.data_key) : vault.newKey()
    values.data_key = key.wrapped
    if (newPhone) Object.assign(values, sealedPhone(vault, key, 'person', visitor.phone))
    if (newDocument) Object.assign(values, sealedDocument(vault, key, 'person', visitor.documentKind, visitor.documentNumber))
  }
  const id = known?.id ?? (await insertRowId(tx.query, 'person', values))
  if (known) await updateRow(tx.query, 'person', id, values)
  if (newPhone || newDocument) await indexNumbers(tx, vault, id, known ? completed(vault, visitor, known) : visitor, known !== null)
  tx.afterCommit(() => {
    void desk.people.put({
      source: 'person', id, name: visitor.name, ...reading, title: '', extension: '', company: String(values.company), tenantId: null, unitId: null, room: '',
      visits: Number(values.visits), lastSeenAt: tx.now,
    })
  })
  return id
}

/** Phone and document are found by what is typed of them. The index does not say which of the two a row is of, so both are written anew. */
async function indexNumbers(tx: Tx, vault: Vault, personId: number, { phone, documentNumber }: PersonalNumbers, known: boolean): Promise<void> {
  if (known) await tx.query(`DELETE FROM blind_index WHERE owner = 'person' AND owner_id = ?`, [personId])
  await insertRows(tx.query, 'blind_index', ['hash', 'owner', 'owner_id'], typedNumberHashes(vault, phone, documentNumber).map((hash) => [hash, 'person', personId]))
}

/** A wrong name or number must not be offered again; a number taken away goes from the person it came from, too. */
export async function correctPerson(tx: Tx, desk: Desk, before: EntryRecord, entry: EntryRecord): Promise<void> {
  if (entry.person_id === null || entry.name === '') return
  const { vault } = desk.house.store
  const visitor = {
    name: entry.name, company: entry.company, phone: unsealed(vault, entry.data_key, entry.phone_enc, 'entry.phone_enc'),
    documentKind: entry.document_kind, documentNumber: unsealed(vault, entry.data_key, entry.document_enc, 'entry.document_enc'),
  }
  await forgetNumbers(tx, vault, entry.person_id, visitor.phone === '' ? before.phone_hash : null, visitor.documentNumber === '' ? before.document_hash : null)
  const known = (await findPerson(tx, vault, entry.person_id, visitor)) ?? (await tx.query<PersonRecord>('SELECT * FROM person WHERE id = ?', [entry.person_id]))[0] ?? null
  const personId = await upsertPerson(tx, desk, known, visitor, { visits: 0, hostName: entry.kind === 'visit' ? entry.host_name : '', hostContactId: entry.host_contact_id, purpose: entry.purpose })
  if (personId !== entry.person_id) await tx.query('UPDATE entry SET person_id = ? WHERE id = ?', [personId, entry.id])
}

async function forgetNumbers(tx: Tx, vault: Vault, personId: number, phone: Buffer | null, document: Buffer | null): Promise<void> {
  const gone: PersonRecord[] = []
  if (phone) gone.push(...await tx.query<PersonRecord>(`UPDATE person SET phone_enc = NULL, phone_hash = NULL, phone_masked = '' WHERE id = ? AND phone_hash = ? RETURNING *`, [personId, phone]))
  if (document) gone.push(...await tx.query<PersonRecord>(`UPDATE person SET document_kind = NULL, document_enc = NULL, document_hash = NULL, document_masked = '' WHERE id = ? AND document_hash = ? RETURNING *`, [personId, document]))
  const left = gone.at(-1)
  if (left) await indexNumbers(tx, vault, personId, numbersOf(vault, left), true)
}
