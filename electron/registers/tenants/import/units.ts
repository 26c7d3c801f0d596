import { insertRows } from '../../../store/bulk'
import { updateRow } from '../../../store/rows'
import type { AuditLine } from '../../../store/types'
import type { UnitRow } from '../../directory'
import { plainChanges } from '../../history'
import { roomHeadings } from '../../import/columns'
import { AGAIN, differing, importKind, type Plan } from '../../import/kind'
import { area, floorOf, newRoom } from './cells'
import { type Directory, loadDirectory } from './directory'
import { keep, nextId } from './plan'

/** A good row; what is undefined stays as it is stored. */
interface UnitLine { room: string; floor: string | undefined; area: number | undefined }

/** Units are told apart by their room. */
export const units = importKind({
  name: 'units', register: 'tenants', title: '房间', again: AGAIN,
  columns: [
    { field: 'room', title: '房号', required: true, synonyms: roomHeadings, maxLength: 20, example: '1808', note: '必填。一间一行，只写房号，不写「室」。' },
    { field: 'floor', title: '楼层', required: false, synonyms: ['层', '楼', 'floor'], maxLength: 10, example: '18', note: '空着时按房号推出。' },
    { field: 'area', title: '面积', required: false, synonyms: ['建筑面积', '租用面积', '平方米', 'area'], maxLength: 20, example: '268.5', note: '平方米，只写数字。' },
  ],
  load: loadDirectory,
  keyField: 'room',
  read(row) {
    const [room, floor, size] = [row.read('room', newRoom), row.text('floor'), row.read('area', area)]
    return room === undefined ? null : { good: { room, floor, area: size }, key: room }
  },
  plan: planUnits,
})

function planUnits(records: UnitLine[], directory: Directory): Plan {
  const fresh: UnitLine[] = []
  const changed: { before: UnitRow; columns: ReturnType<typeof differing> }[] = []
  for (const record of records) {
    const before = directory.units.named.get(record.room)
    const columns = before && differing(before, { floor: record.floor, area_m2: record.area })
    if (!before) fresh.push(record)
    else if (Object.keys(columns!).length > 0) changed.push({ before, columns: columns! })
  }
  return {
    added: fresh.length, changed: changed.length, unchanged: records.length - fresh.length - changed.length,
    async write(tx) {
      const audit: AuditLine[] = []
      const first = await nextId(tx, 'unit')
      const rows = fresh.map((record, i) => ({ id: first + i, room: record.room, floor: record.floor ?? floorOf(record.room), area_m2: record.area ?? null }))
      await insertRows(tx.query, 'unit', ['id', 'room', 'floor', 'area_m2'], rows.map(({ id, room, floor, area_m2 }) => [id, room, floor, area_m2]))
      for (const { id, ...detail } of rows) audit.push({ action: 'create', register: 'unit', recordId: id, detail })
      for (const { before, columns } of changed) {
        await updateRow(tx.query, 'unit', before.id, columns)
        audit.push({ action: 'change', register: 'unit', recordId: before.id, detail: { changes: plainChanges(before, columns) } })
      }
      await keep(tx, audit, [...rows.map((row) => row.id), ...changed.map(({ before }) => before.id)])
    },
  }
}
