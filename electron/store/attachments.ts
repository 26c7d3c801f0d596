import { UserError } from '../../shared/contract/errors'
import type { Store } from './store'
import type { Tx } from './types'

export type AttachmentKind = 'photo' | 'signature' | 'scan'
export const ATTACHMENT_MAX_BYTES = 4 * 1024 * 1024

/** The image's type by its first bytes; what a file calls itself is not asked. */
export function imageType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'image/png'
  return null
}

/** Photos, signatures and scans, encrypted in the same file as the record they belong to, so that one backup has all. */
export class Attachments {
  constructor(private readonly store: Store) {}

  /** @throws UserError image-too-large, not-an-image */
  async put(tx: Tx, kind: AttachmentKind, bytes: Uint8Array): Promise<number> {
    if (bytes.length > ATTACHMENT_MAX_BYTES) throw new UserError('image-too-large', { limit: ATTACHMENT_MAX_BYTES / 1024 / 1024 })
    const mime = imageType(bytes)
    if (!mime) throw new UserError('not-an-image')
    const key = this.store.vault.newKey()
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO attachment (kind, mime, size, data_key, content, created_at, created_by, created_by_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [kind, mime, bytes.length, key.wrapped, key.encrypt(Buffer.from(bytes), 'attachment.content'), tx.now, tx.scope.actor.name, tx.scope.actor.id],
    )
    return row!.id
  }

  /**
   * Ties an attachment to its record; what is never tied is swept with the drafts of its time.
   * @throws UserError not-found when it was swept, is of another kind, or belongs to another record
   */
  async attach(tx: Tx, id: number, kind: AttachmentKind, register: string, recordId: number): Promise<void> {
    const tied = await tx.query(
      'UPDATE attachment SET register = ?1, record_id = ?2 WHERE id = ?3 AND kind = ?4 AND (register IS NULL OR (register = ?1 AND record_id = ?2)) RETURNING id', [register, recordId, id, kind],
    )
    if (tied.length === 0) throw new UserError('not-found', {}, kind)
  }

  async get(id: number): Promise<{ mime: string; bytes: Buffer; kind: AttachmentKind; register: string | null; recordId: number | null; createdById: number | null }> {
    const [row] = await this.store.read<{ mime: string; kind: AttachmentKind; register: string | null; record_id: number | null; data_key: Buffer | null; content: Buffer | null; created_by_id: number | null }>('SELECT * FROM attachment WHERE id = ?', [id])
    if (!row?.data_key || !row.content) throw new UserError('not-found')
    return { mime: row.mime, kind: row.kind, register: row.register, recordId: row.record_id, createdById: row.created_by_id, bytes: this.store.vault.openKey(row.data_key).decrypt(row.content, 'attachment.content') }
  }

  async sweepUntied(tx: Tx, before: number): Promise<void> {
    await tx.query('DELETE FROM attachment WHERE register IS NULL AND created_at < ?', [before])
  }
}
