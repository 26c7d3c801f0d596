import { insertRows } from '../../../store/bulk'
import { updateRow } from '../../../store/rows'
import type { AuditLine, Sql } from '../../../store/types'
import { companyReading } from '../../pinyin'
import { plainChanges } from '../../history'
import { day, foldName, good, knownRoom, type Read } from '../../import/cells'
import { remarkHeadings } from '../../import/columns'
import { AGAIN, differing, importKind, type Plan } from '../../import/kind'
import { splitRooms } from './cells'
import { type Directory, type KnownTenant, loadDirectory } from './directory'
import { leaveRooms } from '../save-directory'
import { companyHeadings, keep, nextId } from './plan'

/** A good row; what is undefined stays as it is stored. */
interface TenantLine { name: string; shortName: string | undefined; unitIds: number[] | undefined; movedInOn: string | undefined; remark: string | undefined }

const roomsIn = (directory: Directory) => (text: string): Read<number[]> => {
  const results = splitRooms(text).map((room) => knownRoom(room, directory.units))
  return results.find((result) => !result.ok) ?? good([...new Set(results.flatMap((result) => (result.ok ? [result.value.id] : [])))])
}

/** Tenants are told apart by their name; the rooms of a row replace those of before. */
export const tenants = importKind({
  name: 'tenants', register: 'tenants', title: '单位', again: AGAIN,
  columns: [
    { field: 'name', title: '单位名称', required: true, synonyms: companyHeadings, maxLength: 120, example: '博远（北京）国际供应链管理有限公司', note: '必填。登记名称，一家一行。' },
    { field: 'shortName', title: '简称', required: false, synonyms: ['公司简称', '单位简称', 'shortname'], maxLength: 40, example: '博远供应链', note: '' },
    { field: 'rooms', title: '房号', required: false, synonyms: ['房间', '房间号', '租用房间', '所在房间', '室号', 'rooms', 'room', 'units'], maxLength: 400, example: '1808、1809', note: '几间用「、」隔开；房间先导入。' },
    { field: 'movedInOn', title: '入住日期', required: false, synonyms: ['入驻日期', '迁入日期', '起租日期', '起租日', 'movedinon', 'movein'], maxLength: 40, example: '2024-05-01', note: '' },
    { field: 'remark', title: '备注', required: false, synonyms: remarkHeadings, maxLength: 400, example: '', note: '' },
  ],
  load: loadDirectory,
  keyField: 'name',
  read(row, directory) {
    const name = row.text('name')
    const line = { shortName: row.text('shortName'), unitIds: row.read('rooms', roomsIn(directory)), movedInOn: row.read('movedInOn', day), remark: row.text('remark') }
    return name === undefined ? null : { good: { name, ...line }, key: foldName(name) }
  },
  plan: planTenants,
})

const columnsOf = (record: TenantLine) => ({ short_name: record.shortName, moved_in_on: record.movedInOn, remark: record.remark })
const sameSet = (a: number[], b: number[]): boolean => a.length === b.length && a.every((id) => b.includes(id))

function planTenants(records: TenantLine[], directory: Directory): Plan {
  const fresh: TenantLine[] = []
  const changed: { before: KnownTenant; columns: Record<string, Sql>; unitIds: number[] | null }[] = []
  for (const record of records) {
    const before = directory.tenants.get(foldName(record.name))
    if (!before) {
      fresh.push(record)
      continue
    }
    const columns = differing(before, columnsOf(record))
    const unitIds = record.unitIds && !sameSet(record.unitIds, before.unitIds) ? record.unitIds : null
    if (Object.keys(columns).length > 0 || unitIds) changed.push({ before, columns, unitIds })
  }
  const roomOf = new Map([...directory.units.named.values()].map((unit) => [unit.id, unit.room]))
  const rooms = (unitIds: number[]) => unitIds.map((id) => roomOf.get(id) ?? '').sort()
  return {
    added: fresh.length, changed: changed.length, unchanged: records.length - fresh.length - changed.length,
    async write(tx) {
      const audit: AuditLine[] = []
      const tenancies: Sql[][] = []
      const first = await nextId(tx, 'tenant')
      const rows = fresh.map((record, i): Sql[] => {
        const reading = companyReading(record.name)
        const detail = { name: record.name, short_name: record.shortName ?? '', moved_in_on: record.movedInOn ?? null, remark: record.remark ?? '' }
        const unitIds = record.unitIds ?? []
        tenancies.push(...unitIds.map((unitId) => [unitId, first + i]))
        audit.push({ action: 'create', register: 'tenant', recordId: first + i, detail: { ...detail, rooms: rooms(unitIds) } })
        return [first + i, ...Object.values(detail), reading.pinyin, reading.initials]
      })
      await insertRows(tx.query, 'tenant', ['id', 'name', 'short_name', 'moved_in_on', 'remark', 'pinyin', 'initials'], rows)
      for (const { before, columns, unitIds } of changed) {
        await updateRow(tx.query, 'tenant', before.id, columns)
        const changes: object[] = plainChanges(before, columns)
        if (unitIds) {
          await leaveRooms(tx, before.id, unitIds)
          tenancies.push(...unitIds.map((unitId) => [unitId, before.id]))
          changes.push({ field: 'rooms', from: rooms(before.unitIds).join('、'), to: rooms(unitIds).join('、') })
        }
        audit.push({ action: 'change', register: 'tenant', recordId: before.id, detail: { changes } })
      }
      await insertRows(tx.query, 'tenancy', ['unit_id', 'tenant_id'], tenancies)
      await keep(tx, audit, [...fresh.map((_, i) => first + i), ...changed.map(({ before }) => before.id)])
    },
  }
}
