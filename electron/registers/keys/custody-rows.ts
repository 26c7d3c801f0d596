import { UserError } from '../../../shared/contract/errors'
import type { KeyCustody, keys } from '../../../shared/contract/keys'
import type { ParsedInput } from '../handlers'
import { historyOf } from '../history'
import type { House } from '../house'
import { signedOf } from '../signatures'
import type { Authorised, CustodyEvent, CustodyRecord, SealedKey } from './rows'

/** Slips of a record, oldest first. */
export const jobsOf = ({ store }: House, id: number): Promise<KeyCustody['jobs']> =>
  store.read<KeyCustody['jobs'][number] & Record<string, unknown>>(`SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job WHERE register = 'keys' AND record_id = ? ORDER BY id`, [id])

/** Document numbers masked; photos that were erased with their time are left out. */
async function shown(house: House, c: CustodyRecord): Promise<KeyCustody> {
  const [jobs, steps, history] = await Promise.all([jobsOf(house, c.id), house.steps.of('keys', c.id), historyOf(house.store, 'keys', c.id, c.data_key)])
  return {
    id: c.id, no: c.no, at: c.at, state: c.state, tenantId: c.tenant_id, client: c.tenant_name, unitId: c.unit_id, room: c.room, reason: c.reason, sealNo: c.seal_no,
    purposeExplained: c.purpose_explained === 1, clientSealSeen: c.client_seal_seen === 1, stamped: c.stamped === 1,
    keys: JSON.parse(c.keys) as SealedKey[], authorised: (JSON.parse(c.authorised) as Authorised[]).map(({ name, title, masked }) => ({ name, title, documentMasked: masked })),
    photoIds: JSON.parse(c.photo_ids) as number[], noPhoto: c.no_photo, clientSigned: signedOf(c, 'client_sign'), keeper: c.keeper, events: JSON.parse(c.events) as CustodyEvent[],
    jobs, steps, history, voidReason: c.void_reason, version: c.version,
  }
}

/** @throws UserError not-found */
export async function readCustody(house: House, id: number): Promise<KeyCustody> {
  const [custody] = await house.store.read<CustodyRecord & Record<string, unknown>>('SELECT * FROM key_custody WHERE id = ?', [id])
  if (!custody) throw new UserError('not-found')
  return shown(house, custody)
}

const TEXTS = `no || char(10) || tenant_name || char(10) || room || char(10) || seal_no`

/** Newest first; in force, or all; by number, client, room or seal. */
export async function custodies(house: House, { open, search }: ParsedInput<typeof keys.custodies>): Promise<KeyCustody[]> {
  const rows = await house.store.read<CustodyRecord & Record<string, unknown>>(
    `SELECT * FROM key_custody WHERE ${open ? `state IN ('sealed', 'unsealed') AND` : ''} instr(upper(${TEXTS}), ?) > 0 ORDER BY id DESC LIMIT 200`, [search.normalize('NFKC').toUpperCase().replace(/^QT1:/, '')])
  return Promise.all(rows.map((row) => shown(house, row)))
}
