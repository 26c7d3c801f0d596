import type { complaints } from '../../../shared/contract/complaints'
import { dayOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { writeTable } from '../table-file'
import { type Filter, listRecords } from './list'
import { type ExportedComplaint, registerColumns } from './register-columns'
import type { RoundRecord } from './rows'

const PAGE = 1000

async function* filtered(house: House, filter: Filter): AsyncGenerator<ExportedComplaint> {
  for (let before: number | null = null; ;) {
    const page = await listRecords(house, { filter, before, limit: PAGE })
    const rounds = await house.store.read<RoundRecord>('SELECT * FROM complaint_round WHERE complaint_id IN (SELECT value FROM json_each(?)) ORDER BY complaint_id, round', [JSON.stringify(page.map(({ id }) => id))])
    for (const complaint of page) {
      const own = rounds.filter((round) => round.complaint_id === complaint.id)
      const asked = own.findLast((round) => round.asked_at !== null)
      yield { ...complaint, handling: own.findLast((round) => round.handling !== '')?.handling ?? null, asked_at: asked?.asked_at ?? null, words: asked?.words ?? null }
    }
    if (page.length < PAGE) return
    before = page.at(-1)!.id
  }
}

/**
 * Writes what is filtered to .xlsx or CSV, numbers masked.
 * @returns null when the user cancelled. @throws UserError export-too-large, file-not-written
 */
export async function exportComplaints(house: House, { filter, format }: ParsedInput<typeof complaints.export>, call: Call): Promise<{ path: string; rows: number } | null> {
  const path = await house.dialog.saveAs(`客户投诉记录-${dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const rows = await writeTable(path, format, { name: '客户投诉记录', columns: registerColumns, rows: filtered(house, filter) })
  // What was searched for may be somebody's number, so the chain only says that there was a search.
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: 'complaints', recordId: null, detail: { format, rows, filter: { ...filter, search: filter.search !== '' } } }))
  return { path, rows }
}
