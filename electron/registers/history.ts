import type { HistoryLine, RegisterName } from '../../shared/contract/base'
import { type DocumentKind, documentKinds } from '../../shared/rules/id-number'
import { maskDocumentNumber, maskPhone } from '../../shared/rules/mask'
import { SEALED_DETAIL } from '../store/audit'
import type { Store } from '../store/store'
import type { Sql } from '../store/types'
import type { DataKey } from '../store/vault'

/** Written by a person, so it may name one: stands in the audit chain under the record's own key only (P3). */
const sealedFields = new Set(['name', 'company', 'companions', 'phone', 'documentNumber', 'matter', 'result', 'hostName', 'answerNote', 'reporter', 'content', 'workRecord', 'client', 'cause', 'comment', 'opinion', 'words', 'handling', 'specialCertificate', 'goods', 'vehicleNo'])

type Value = string | number | null
type Kept = Value | { enc: string; kind?: DocumentKind }
export interface Change { field: string; from: Kept; to: Kept }

/** A change as the audit chain keeps it. `kind` tells how a document number is masked when it is shown. */
export function change(key: DataKey | null, field: string, from: Value, to: Value, kind?: { from: DocumentKind | null; to: DocumentKind | null }): Change {
  const keep = (value: Value, documentKind: DocumentKind | null | undefined): Kept => {
    if (!sealedFields.has(field) || value === null || value === '') return value
    // The record's personal data was erased, and with it its key.
    if (!key) return null
    return { enc: key.encrypt(String(value), SEALED_DETAIL).toString('base64'), ...(documentKind ? { kind: documentKind } : {}) }
  }
  return { field, from: keep(from, kind?.from), to: keep(to, kind?.to) }
}

/** What differs of a record that names nobody, column by column; nothing when nothing does. */
export const plainChanges = (before: object, after: Record<string, Sql>): { field: string; from: Sql; to: Sql }[] =>
  Object.entries(after).filter(([field, value]) => (before as Record<string, Sql>)[field] !== value)
    .map(([field, value]) => ({ field, from: (before as Record<string, Sql>)[field] ?? null, to: value }))

/** A reason is free text too, so it is kept under the record's key like the values it explains. */
export const sealedReason = (key: DataKey, reason: string): { enc: string } => ({ enc: key.encrypt(reason, SEALED_DETAIL).toString('base64') })

interface Line { id: number; at: number; actor: string; station: string; action: string; detail: string }
interface Detail { changes?: Change[]; reason?: Kept }

/** Who changed what and when, oldest first; numbers masked, erased values as nothing. */
export async function historyOf(store: Store, register: RegisterName, recordId: number, wrapped: Buffer | null): Promise<HistoryLine[]> {
  const lines = await store.read<Line>(`SELECT id, at, actor, station, action, detail FROM audit WHERE register = ? AND record_id = ? ORDER BY id`, [register, recordId])
  const key = wrapped && store.vault.openKey(wrapped)
  return lines.map((line) => {
    const detail = JSON.parse(line.detail) as Detail
    return {
      id: line.id, at: line.at, actor: line.actor, station: line.station, action: line.action, reason: shown(key, 'reason', detail.reason ?? null),
      changes: (detail.changes ?? []).map(({ field, from, to }) => ({ field, from: shown(key, field, from), to: shown(key, field, to) })),
    }
  })
}

function shown(key: DataKey | null, field: string, value: Kept): string | null {
  if (value === null) return null
  if (typeof value !== 'object') return String(value)
  const text = key && opened(key, value.enc)
  if (text === null) return null
  if (field === 'phone') return maskPhone(text)
  if (field === 'documentNumber') return maskDocumentNumber(documentKinds.find((kind) => kind === value.kind) ?? 'other', text)
  return text
}

/** Null for what stood before the entry was erased: a key made since opens only what was written since. */
function opened(key: DataKey, sealed: string): string | null {
  try {
    return key.decrypt(Buffer.from(sealed, 'base64'), SEALED_DETAIL).toString('utf8')
  } catch {
    return null
  }
}
