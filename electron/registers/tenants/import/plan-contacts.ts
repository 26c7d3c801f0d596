import { insertRows } from '../../../store/bulk'
import type { AuditLine, Sql } from '../../../store/types'
import type { Vault } from '../../../store/vault'
import { personReading } from '../../pinyin'
import { storePhone } from '../contact-phone'
import type { ContactRow } from '../rows'
import { changesOf, sameHash } from '../save-directory'
import type { ImportRecord } from './check-rows'
import { contactKey, type Directory } from './directory'
import { differing, nextId, type Plan, updateRow } from './plan'

const columnsOf = (record: ImportRecord) => ({
  unit_id: record.unitId, title: record.title, extension: record.extension, can_sign: record.canSign === undefined ? undefined : Number(record.canSign),
})

interface Known { record: ImportRecord; before: ContactRow; columns: Record<string, Sql> }

/**
 * Contacts are told apart by tenant and name, and by room only where a tenant has several of one name: somebody who
 * moved to another room stays the same contact.
 */
export function planContacts(records: ImportRecord[], directory: Directory): Plan {
  const groups = new Map<string, ImportRecord[]>()
  for (const record of records) {
    const key = contactKey(record.tenantId!, record.name)
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  const fresh: ImportRecord[] = []
  const known: Known[] = []
  for (const [key, group] of groups) {
    const left = [...(directory.contacts.get(key) ?? [])]
    const only = group.length === 1 && left.length === 1
    for (const record of group) {
      const at = only ? 0 : left.findIndex((row) => row.unit_id === (record.unitId ?? null))
      const [before] = at < 0 ? [] : left.splice(at, 1)
      if (before) known.push({ record, before, columns: differing(before, columnsOf(record)) })
      else fresh.push(record)
    }
  }
  return planOf(fresh, known, directory)
}

function planOf(fresh: ImportRecord[], known: Known[], directory: Directory): Plan {
  // A stored number is compared by its hash, which only the vault can make; so the preview asks it too.
  const vault = directory.vault
  const newPhone = ({ record, before }: Known) => record.phone !== undefined && !sameHash(vault.hash('phone', record.phone), before.phone_hash)
  const changed = known.filter((one) => Object.keys(one.columns).length > 0 || newPhone(one))
  return {
    added: fresh.length, changed: changed.length, unchanged: known.length - changed.length,
    async write(tx) {
      const audit: AuditLine[] = []
      const index: Sql[][] = []
      const first = await nextId(tx, 'contact')
      const rows = fresh.map((record, i): Sql[] => {
        const id = first + i
        const { columns, detail, hashes } = newContact(vault, record)
        index.push(...hashes.map((hash) => [hash, 'contact', id]))
        audit.push({ action: 'create', register: 'contact', recordId: id, detail })
        return [id, ...columns]
      })
      await insertRows(tx.query, 'contact', ['id', ...newColumns], rows)
      for (const one of changed) {
        const changes: object[] = changesOf(one.before, one.columns)
        if (newPhone(one)) {
          const key = one.before.data_key ? vault.openKey(one.before.data_key) : vault.newKey()
          const phone = storePhone(vault, key, one.record.phone!)
          Object.assign(one.columns, { data_key: key.wrapped, phone_enc: phone.enc, phone_hash: phone.hash, phone_masked: phone.masked })
          changes.push({ field: 'phone', from: sealed(one.before.phone_enc), to: sealed(phone.enc) })
          await tx.query(`DELETE FROM blind_index WHERE owner = 'contact' AND owner_id = ?`, [one.before.id])
          index.push(...phone.index.map((hash) => [hash, 'contact', one.before.id]))
        }
        await updateRow(tx, 'contact', one.before.id, one.columns)
        audit.push({ action: 'change', register: 'contact', recordId: one.before.id, detail: { changes } })
      }
      await insertRows(tx.query, 'blind_index', ['hash', 'owner', 'owner_id'], index)
      return { audit, ids: [...new Set([...fresh, ...changed.map((one) => one.record)].map((record) => record.tenantId!))] }
    },
  }
}

const newColumns = ['tenant_id', 'unit_id', 'name', 'pinyin', 'initials', 'title', 'extension', 'can_sign', 'data_key', 'phone_enc', 'phone_hash', 'phone_masked']

const sealed = (enc: Buffer | null) => enc && { enc: enc.toString('base64') }

function newContact(vault: Vault, record: ImportRecord): { columns: Sql[]; detail: Record<string, unknown>; hashes: Buffer[] } {
  const key = vault.newKey()
  const phone = storePhone(vault, key, record.phone ?? '')
  const reading = personReading(record.name)
  const plain = { tenant_id: record.tenantId!, unit_id: record.unitId ?? null, title: record.title ?? '', extension: record.extension ?? '', can_sign: Number(record.canSign ?? false) }
  return {
    columns: [
      plain.tenant_id, plain.unit_id, record.name, reading.pinyin, reading.initials, plain.title, plain.extension, plain.can_sign,
      key.wrapped, phone.enc, phone.hash, phone.masked,
    ],
    detail: { ...plain, name: sealed(key.encrypt(record.name, 'audit')), phone: sealed(phone.enc) },
    hashes: phone.index,
  }
}
