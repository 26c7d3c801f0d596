import { insertRows } from '../../../store/bulk'
import type { AuditLine } from '../../../store/types'
import { changesOf } from '../save-directory'
import type { UnitRow } from '../rows'
import { floorOf } from './cells'
import type { ImportRecord } from './check-rows'
import type { Directory } from './directory'
import { differing, nextId, type Plan, updateRow } from './plan'

/** Units are told apart by their room. */
export function planUnits(records: ImportRecord[], directory: Directory): Plan {
  const fresh: ImportRecord[] = []
  const changed: { before: UnitRow; columns: ReturnType<typeof differing> }[] = []
  for (const record of records) {
    const before = directory.units.get(record.room!)
    const columns = before && differing(before, { floor: record.floor, area_m2: record.area })
    if (!before) fresh.push(record)
    else if (Object.keys(columns!).length > 0) changed.push({ before, columns: columns! })
  }
  return {
    added: fresh.length, changed: changed.length, unchanged: records.length - fresh.length - changed.length,
    async write(tx) {
      const audit: AuditLine[] = []
      const first = await nextId(tx, 'unit')
      const rows = fresh.map((record, i) => ({ id: first + i, room: record.room!, floor: record.floor ?? floorOf(record.room!), area_m2: record.area ?? null }))
      await insertRows(tx.query, 'unit', ['id', 'room', 'floor', 'area_m2'], rows.map(({ id, room, floor, area_m2 }) => [id, room, floor, area_m2]))
      for (const { id, ...detail } of rows) audit.push({ action: 'create', register: 'unit', recordId: id, detail })
      for (const { before, columns } of changed) {
        await updateRow(tx, 'unit', before.id, columns)
        audit.push({ action: 'change', register: 'unit', recordId: before.id, detail: { changes: changesOf(before, columns) } })
      }
      return { audit, ids: [...rows.map((row) => row.id), ...changed.map(({ before }) => before.id)] }
    },
  }
}
