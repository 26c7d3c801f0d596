import type { HandoverItem } from '../../../shared/contract/handover'
import type { Sql } from '../../store/types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/**
 * An item as its hand-over keeps it. `{name}` stands for the visitor's name and `{notice}` for a notice's text: both
 * are looked up where they live, so that a hand-over keeps no name longer than the entry does (P3).
 */
export type StoredItem = HandoverItem

export const NAME = '{name}'
export const NOTICE = '{notice}'
const ERASED = '（已删除）'

/** The items with their names and texts as they are now. */
export async function fillIn(query: Query, items: StoredItem[]): Promise<HandoverItem[]> {
  const named = items.filter((item) => item.title.includes(NAME)).map((item) => item.recordId)
  const noticed = items.filter((item) => item.title.includes(NOTICE)).map((item) => Number(item.key.split(':')[1]))
  const names = await texts(query, 'entry', 'name', named)
  const notices = await texts(query, 'notice', 'text', noticed)
  return items.map((item) => {
    const title = item.title.replace(NAME, () => names.get(item.recordId ?? 0) || ERASED).replace(NOTICE, () => notices.get(Number(item.key.split(':')[1])) ?? '')
    return { ...item, title: title || ERASED }
  })
}

const CHUNK = 500

async function texts(query: Query, table: 'entry' | 'notice', column: 'name' | 'text', ids: (number | null)[]): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK)
    const rows = await query<{ id: number; text: string }>(`SELECT id, ${column} AS text FROM ${table} WHERE id IN (${chunk.map(() => '?').join(', ')})`, chunk)
    for (const row of rows) found.set(row.id, row.text)
  }
  return found
}
