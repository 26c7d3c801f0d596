import type { HandoverItem } from '../../../shared/contract/handover'
import { inChinese, readPhrases, type Said, say } from '../../../shared/rules/phrases'
import type { Sql } from '../../store/types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/**
 * An item as its hand-over keeps it. `{name}` stands for the visitor's name and `{notice}` for a notice's text: both
 * are looked up where they live, so that a hand-over keeps no name longer than the entry does (P3).
 */
export type StoredItem = HandoverItem

export const NAME = '{name}'
export const NOTICE = '{notice}'
const ERASED = say('erased')

/** The items with their names and texts as they are now. */
export async function fillIn(query: Query, items: StoredItem[]): Promise<HandoverItem[]> {
  const named = items.filter((item) => item.title.includes(NAME)).map((item) => item.recordId)
  const noticed = items.filter((item) => item.title.includes(NOTICE)).map((item) => Number(item.key.split(':')[1]))
  const names = await texts(query, 'entry', 'name', named)
  const notices = await texts(query, 'notice', 'text', noticed)
  return items.map((item) => {
    const [name, notice] = [names.get(item.recordId ?? 0) || ERASED, notices.get(Number(item.key.split(':')[1])) ?? '']
    const filled = (said: Said): Said[] => (said === NAME ? [name] : said === NOTICE ? (notice ? readPhrases(notice, 'notice') : [ERASED]) : typeof said === 'string' ? [said] : [{
      ...said, params: Object.fromEntries(Object.entries(said.params).map(([place, value]) => [place, value === NAME ? [name] : Array.isArray(value) ? value.flatMap(filled) : value])),
    }])
    const title = item.title.replace(NAME, () => inChinese(name)).replace(NOTICE, () => notice)
    if (title === '') return { ...item, title: inChinese(ERASED), parts: { title: [ERASED], detail: item.parts?.detail ?? [item.detail].filter(Boolean) } }
    return { ...item, title, ...(item.parts && { parts: { ...item.parts, title: item.parts.title.flatMap(filled) } }) }
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
