import { insertRows } from '../../../store/bulk'
import { updateRow } from '../../../store/rows'
import type { AuditLine, Sql } from '../../../store/types'
import type { Vault } from '../../../store/vault'
import { personReading } from '../../pinyin'
import { plainChanges } from '../../history'
import { bad, foldName, good, knownRoom, phone, type Read, yesOrNo } from '../../import/cells'
import { phoneHeadings, roomHeadings } from '../../import/columns'
import { AGAIN, differing, importKind, type Plan } from '../../import/kind'
import { storePhone } from '../contact-phone'
import type { ContactRow } from '../rows'
import { sameHash } from '../save-directory'
import { contactKey, type Directory, loadDirectory, suggestTenant } from './directory'
import { companyHeadings, keep, nextId } from './plan'

/** A good row; what is undefined stays as it is stored. */
interface ContactLine {
  tenantId: number; unitId: number | undefined; name: string; title: string | undefined; extension: string | undefined
  phone: string | undefined; canSign: boolean | undefined
}

const tenantIn = (directory: Directory) => (text: string): Read<number> => {
  const found = directory.tenants.get(foldName(text))
  if (found) return good(found.id)
  const { suggestions } = directory
  if (!suggestions.has(text)) suggestions.set(text, suggestTenant(directory, text))
  return bad('unknown-tenant', { expected: suggestions.get(text)! })
}

/**
 * Contacts are told apart by tenant and name, and by room only where a tenant has several of one name: somebody who
 * moved to another room stays the same contact.
 */
export const contacts = importKind({
  name: 'contacts', register: 'tenants', title: '联系人', again: AGAIN,
  columns: [
    { field: 'tenant', title: '单位名称', required: true, synonyms: companyHeadings, maxLength: 120, example: '博远（北京）国际供应链管理有限公司', note: '必填。与单位档案同名；单位先导入。' },
    { field: 'room', title: '房号', required: false, synonyms: roomHeadings, maxLength: 20, example: '1808', note: '单位有几间房时写他在哪一间。' },
    { field: 'name', title: '姓名', required: true, synonyms: ['联系人', '联系人姓名', 'name', 'contact'], maxLength: 60, example: '陆文博', note: '必填。' },
    { field: 'title', title: '职务', required: false, synonyms: ['职位', '岗位', 'title', 'position'], maxLength: 40, example: '行政经理', note: '' },
    { field: 'extension', title: '分机', required: false, synonyms: ['分机号', '内线', 'extension', 'ext'], maxLength: 20, example: '8012', note: '' },
    { field: 'phone', title: '电话', required: false, synonyms: phoneHeadings, maxLength: 30, example: '13800002716', note: '手机、固定电话均可。' },
    { field: 'canSign', title: '可签字', required: false, synonyms: ['签字人', '指定签字人', '授权签字', 'cansign', 'signatory'], maxLength: 10, example: '是', note: '是、否；空着为否。' },
  ],
  load: loadDirectory,
  keyField: 'name',
  read(row, directory) {
    const tenantId = row.read('tenant', tenantIn(directory))
    const unitId = row.read('room', (text) => knownRoom(text, directory.units))?.id
    const name = row.text('name')
    const line = { title: row.text('title'), extension: row.text('extension'), phone: row.read('phone', phone), canSign: row.read('canSign', yesOrNo) }
    if (tenantId === undefined || name === undefined) return null
    return { good: { tenantId, unitId, name, ...line }, key: [tenantId, unitId ?? '', foldName(name)].join(':') }
  },
  plan: planContacts,
})

const columnsOf = (record: ContactLine) => ({
  unit_id: record.unitId, title: record.title, extension: record.extension, can_sign: record.canSign === undefined ? undefined : Number(record.canSign),
})

interface Known { record: ContactLine; before: ContactRow; columns: Record<string, Sql> }

function planContacts(records: ContactLine[], directory: Directory): Plan {
  const groups = new Map<string, ContactLine[]>()
  for (const record of records) {
    const key = contactKey(record.tenantId, record.name)
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  const fresh: ContactLine[] = []
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

function planOf(fresh: ContactLine[], known: Known[], directory: Directory): Plan {
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
        const changes: object[] = plainChanges(one.before, one.columns)
        if (newPhone(one)) {
          const key = one.before.data_key ? vault.openKey(one.before.data_key) : vault.newKey()
          const phone = storePhone(vault, key, one.record.phone!)
          Object.assign(one.columns, { data_key: key.wrapped, phone_enc: phone.enc, phone_hash: phone.hash, phone_masked: phone.masked })
          changes.push({ field: 'phone', from: sealed(one.before.phone_enc), to: sealed(phone.enc) })
          await tx.query(`DELETE FROM blind_index WHERE owner = 'contact' AND owner_id = ?`, [one.before.id])
          index.push(...phone.index.map((hash) => [hash, 'contact', one.before.id]))
        }
        await updateRow(tx.query, 'contact', one.before.id, one.columns)
        audit.push({ action: 'change', register: 'contact', recordId: one.before.id, detail: { changes } })
      }
      await insertRows(tx.query, 'blind_index', ['hash', 'owner', 'owner_id'], index)
      await keep(tx, audit, [...new Set([...fresh, ...changed.map((one) => one.record)].map((record) => record.tenantId))])
    },
  }
}

const newColumns = ['tenant_id', 'unit_id', 'name', 'pinyin', 'initials', 'title', 'extension', 'can_sign', 'data_key', 'phone_enc', 'phone_hash', 'phone_masked']

const sealed = (enc: Buffer | null) => enc && { enc: enc.toString('base64') }

function newContact(vault: Vault, record: ContactLine): { columns: Sql[]; detail: Record<string, unknown>; hashes: Buffer[] } {
  const key = vault.newKey()
  const phone = storePhone(vault, key, record.phone ?? '')
  const reading = personReading(record.name)
  const plain = { tenant_id: record.tenantId, unit_id: record.unitId ?? null, title: record.title ?? '', extension: record.extension ?? '', can_sign: Number(record.canSign ?? false) }
  return {
    columns: [
      plain.tenant_id, plain.unit_id, record.name, reading.pinyin, reading.initials, plain.title, plain.extension, plain.can_sign,
      key.wrapped, phone.enc, phone.hash, phone.masked,
    ],
    detail: { ...plain, name: sealed(key.encrypt(record.name, 'audit')), phone: sealed(phone.enc) },
    hashes: phone.index,
  }
}
