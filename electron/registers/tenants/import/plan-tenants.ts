import { insertRows } from '../../../store/bulk'
import type { AuditLine, Sql, Tx } from '../../../store/types'
import { companyReading } from '../../pinyin'
import { changesOf } from '../save-directory'
import { foldName } from './cells'
import type { ImportRecord } from './check-rows'
import type { Directory, KnownTenant } from './directory'
import { differing, nextId, type Plan, updateRow } from './plan'

const columnsOf = (record: ImportRecord) => ({ short_name: record.shortName, moved_in_on: record.movedInOn, remark: record.remark })
const sameSet = (a: number[], b: number[]): boolean => a.length === b.length && a.every((id) => b.includes(id))

/** Tenants are told apart by their name; the rooms of a row replace those of before. */
export function planTenants(records: ImportRecord[], directory: Directory): Plan {
  const fresh: ImportRecord[] = []
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
  const roomOf = new Map([...directory.units.values()].map((unit) => [unit.id, unit.room]))
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
        await updateRow(tx, 'tenant', before.id, columns)
        const changes: object[] = changesOf(before, columns)
        if (unitIds) {
          await leaveRooms(tx, before.id)
          tenancies.push(...unitIds.map((unitId) => [unitId, before.id]))
          changes.push({ field: 'rooms', from: rooms(before.unitIds).join('、'), to: rooms(unitIds).join('、') })
        }
        audit.push({ action: 'change', register: 'tenant', recordId: before.id, detail: { changes } })
      }
      await insertRows(tx.query, 'tenancy', ['unit_id', 'tenant_id'], tenancies)
      return { audit, ids: [...fresh.map((_, i) => first + i), ...changed.map(({ before }) => before.id)] }
    },
  }
}

const leaveRooms = (tx: Tx, tenantId: number) => tx.query('DELETE FROM tenancy WHERE tenant_id = ?', [tenantId])
