import type { reception } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import { writeTable } from '../table-file'
import type { Desk } from './desk'
import { type Filter, listRecords } from './list'
import { registerColumns } from './register-columns'
import type { ListedEntry } from './rows'

type Input = ParsedInput<typeof reception.export>

const PAGE = 1000

/** The filtered entries, page by page. */
async function* filteredEntries(desk: Desk, filter: Filter): AsyncGenerator<ListedEntry> {
  for (let before: number | null = null; ;) {
    const page = await listRecords(desk, { filter, before, limit: PAGE })
    yield* page
    if (page.length < PAGE) return
    before = page.at(-1)!.id
  }
}

/**
 * Writes what is filtered to .xlsx or CSV, numbers masked.
 * @returns null when the user cancelled. @throws UserError export-too-large, file-not-written
 */
export async function exportRegister(desk: Desk, { filter, format }: Input, call: Call): Promise<{ path: string; rows: number } | null> {
  const { house } = desk
  const path = await house.dialog.saveAs(`来电来访登记表-${dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const rows = await writeTable(path, format, { name: '来电来访登记表', columns: registerColumns, rows: filteredEntries(desk, filter) })
  // What was searched for may be somebody's number, so the chain only says that there was a search.
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: 'reception', recordId: null, detail: { format, rows, filter: { ...filter, search: filter.search !== '' } } }))
  return { path, rows }
}
