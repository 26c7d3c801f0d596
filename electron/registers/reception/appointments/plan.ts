import { dayOf } from '../../../../shared/rules/time'
import type { Vault } from '../../../store/vault'
import { foldName } from '../../import/cells'
import type { Plan, Source } from '../../import/kind'
import type { Desk } from '../desk'
import { phoneHash } from '../../personal'
import type { EntryRecord } from '../rows'
import { writeExpected } from '../save-expected'
import type { AppointmentLine } from './appointments'

type Expected = Pick<EntryRecord, 'name' | 'company' | 'phone_hash' | 'host_contact_id' | 'host_department' | 'host_name'> & { expected_at: number }

const keyOf = (at: number, name: string): string => `${at}:${foldName(name)}`

/** Appointments of today and later by time and visitor, whatever became of them; only a void one may be made again. */
export async function loadExpected({ query, now }: Source): Promise<Map<string, Expected[]>> {
  const rows = await query<Expected>(
    `SELECT name, company, phone_hash, host_contact_id, host_department, host_name, expected_at FROM entry
     WHERE day >= ? AND kind = 'visit' AND expected_at IS NOT NULL AND state <> 'void' ORDER BY id`,
    [dayOf(now)],
  )
  const groups = new Map<string, Expected[]>()
  for (const row of rows) {
    const key = keyOf(row.expected_at, row.name)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

/** An appointment that stands already is left as it is; each stands for one row only. */
export function planAppointments(desk: Desk, lines: AppointmentLine[], { expected, vault }: { expected: ReadonlyMap<string, Expected[]>; vault: Vault }): Plan {
  const left = new Map([...expected].map(([key, rows]) => [key, [...rows]]))
  const fresh = lines.filter((line) => {
    const rows = left.get(keyOf(line.expectedAt, line.name)) ?? []
    const likeness = rows.map((row) => alike(line, row, vault))
    const best = Math.max(0, ...likeness)
    if (best > 0) rows.splice(likeness.indexOf(best), 1)
    return best === 0
  })
  return {
    added: fresh.length, changed: 0, unchanged: lines.length - fresh.length,
    async write(tx, call) {
      for (const { host, ...line } of fresh) {
        await writeExpected(tx, desk, { ...line, personId: null, hostContactId: host.contactId, hostName: '', hostDepartment: host.department, tenantId: null, fromEntryId: null }, call)
      }
    },
  }
}

/** How surely a row of the same name and time is the same visitor to the same host: 2 by phone, 1 by nothing against it, 0 not. */
function alike(line: AppointmentLine, row: Expected, vault: Vault): number {
  const sameHost = row.host_contact_id === line.host.contactId && row.host_department === line.host.department
  const sameWords = row.host_contact_id === null && row.host_department === null && foldName(row.host_name) === foldName(line.host.name)
  if (!sameHost && !sameWords) return 0
  if (line.phone !== '' && row.phone_hash !== null) return phoneHash(vault, line.phone).equals(row.phone_hash) ? 2 : 0
  return line.company !== '' && row.company !== '' && foldName(line.company) !== foldName(row.company) ? 0 : 1
}
