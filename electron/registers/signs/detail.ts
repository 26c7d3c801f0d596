import type { SignDetail } from '../../../shared/contract/signs'
import { UserError } from '../../../shared/contract/errors'
import { historyOf } from '../history'
import type { House } from '../house'
import { condition } from '../list-query'
import { signedOf } from '../signatures'
import { readSigns } from './list'
import { type SignRecord, signRow } from './rows'

type Other = { id: number; no: string }

/** Everything about one sign, the number masked. @throws UserError not-found */
export async function signDetail(house: House, id: number): Promise<SignDetail> {
  const { store } = house
  const [[listed], [sign]] = await Promise.all([readSigns(house, [condition('s.id = ?', id)], 1), store.read<SignRecord & Record<string, unknown>>('SELECT * FROM sign WHERE id = ?', [id])])
  if (!listed || !sign) throw new UserError('not-found')
  const [[replaces], [replacedBy], pictures, steps, links, jobs, history] = await Promise.all([
    store.read<Other>('SELECT id, no FROM sign WHERE id = ?', [sign.replaces_id]),
    store.read<Other>(`SELECT id, no FROM sign WHERE replaces_id = ? AND state <> 'void' ORDER BY id DESC`, [id]),
    store.read<{ id: number; kind: string }>(`SELECT id, kind FROM attachment WHERE register = 'signs' AND record_id = ? AND content IS NOT NULL AND id IS NOT ? ORDER BY id`, [id, sign.confirm_scan]),
    house.steps.of('signs', id), house.links.of('signs', id),
    store.read<SignDetail['jobs'][number] & Record<string, unknown>>(`SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job WHERE register = 'signs' AND record_id = ? ORDER BY id`, [id]),
    historyOf(store, 'signs', id, sign.data_key),
  ])
  const ids = (kind: string): number[] => pictures.filter((picture) => picture.kind === kind).map((picture) => picture.id)
  return {
    ...signRow(listed), station: sign.station, applicant: sign.applicant, phoneMasked: sign.phone_masked, sealSeen: sign.seal_seen === 1, scanIds: ids('scan'), photoIds: ids('photo'), returnedReason: sign.returned_reason,
    confirmed: signedOf(sign, 'confirm'), receiptId: sign.receipt_id, replaces: replaces ?? null, replacedBy: replacedBy ?? null, steps, links, jobs, history,
  }
}
