import type { Boot } from '../../../shared/contract/system'
import type { Store } from '../../store/store'

/** What the sign-in page tells of the shift before (16.R5): its message and how much it carried over. */
export async function lastShift(store: Store): Promise<Boot['lastShift']> {
  const [row] = await store.read<{ message: string; by: string; at: number; items: string }>(
    'SELECT message, from_name AS by, signed_off_at AS at, items FROM handover ORDER BY id DESC LIMIT 1')
  if (!row) return null
  const items = JSON.parse(row.items) as { dropped: string | null }[]
  return { message: row.message, by: row.by, at: row.at, openItems: items.filter((item) => item.dropped === null).length }
}
