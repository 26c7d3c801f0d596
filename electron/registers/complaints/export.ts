import type { complaints } from '../../../shared/contract/complaints'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { listRecords } from './list'
import { type ExportedComplaint, registerColumns } from './register-columns'
import type { ListedComplaint, RoundRecord } from './rows'

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportComplaints = (house: House, input: ParsedInput<typeof complaints.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'complaints', title: '客户投诉记录', columns: registerColumns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => withRounds(house, page),
  })

/** Each with what its rounds say: the last handling, and what the client said when last asked. */
async function withRounds(house: House, page: ListedComplaint[]): Promise<ExportedComplaint[]> {
  const rounds = await house.store.read<RoundRecord>('SELECT * FROM complaint_round WHERE complaint_id IN (SELECT value FROM json_each(?)) ORDER BY complaint_id, round', [JSON.stringify(page.map(({ id }) => id))])
  return page.map((complaint) => {
    const own = rounds.filter((round) => round.complaint_id === complaint.id)
    const asked = own.findLast((round) => round.asked_at !== null)
    return { ...complaint, handling: own.findLast((round) => round.handling !== '')?.handling ?? null, asked_at: asked?.asked_at ?? null, words: asked?.words ?? null }
  })
}
