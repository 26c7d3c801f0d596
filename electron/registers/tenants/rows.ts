import type { Contact } from '../../../shared/contract/tenants'

export interface ContactRow {
  id: number; tenant_id: number; unit_id: number | null; name: string; pinyin: string; title: string; extension: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_masked: string; can_sign: number; active: number
}

export const CONTACTS = `SELECT c.*, coalesce(u.room, '') AS room FROM contact c LEFT JOIN unit u ON u.id = c.unit_id`
export const toContact = (row: ContactRow & { room: string }): Contact => ({
  id: row.id, tenantId: row.tenant_id, unitId: row.unit_id, room: row.room, name: row.name, pinyin: row.pinyin, title: row.title, extension: row.extension,
  phoneMasked: row.phone_masked, canSign: row.can_sign === 1, active: row.active === 1,
})
