/**
 * Search text as overlapping pairs of characters: 「空调不冷」 → 空调 调不 不冷. SQLite's trigram index finds nothing
 * under three characters, and two-character Chinese words are the usual query. Letters and digits only; case folded.
 */
function characters(text: string): string[] {
  return Array.from(text.normalize('NFKC').toLowerCase().matchAll(/[\p{L}\p{N}]/gu), (m) => m[0])
}

function pairsOf(chars: string[]): string[] {
  if (chars.length === 1) return [chars[0]!]
  return chars.slice(1).map((c, i) => chars[i]! + c)
}

/** What is indexed for a record: the pairs of each field, once each. */
export function indexedPairs(fields: string[]): string {
  const pairs = new Set<string>()
  for (const field of fields) {
    const chars = characters(field)
    for (const pair of pairsOf(chars)) pairs.add(pair)
    // The last character begins no pair; alone it is found by a one-character query.
    if (chars.length > 1) pairs.add(chars.at(-1)!)
  }
  return [...pairs].join(' ')
}

/**
 * The FTS5 query for a typed text: all its pairs, any order (the caller verifies by `foldedIncludes`); a single
 * character is a prefix. Null when nothing searchable was typed.
 */
export function pairsQuery(text: string): string | null {
  const chars = characters(text)
  if (chars.length === 0) return null
  if (chars.length === 1) return `"${chars[0]}" *`
  return pairsOf(chars).map((p) => `"${p}"`).join(' AND ')
}

/** Whether each hit of `pairsQuery` holds the typed text: one pair, or one character, stands nowhere else. */
export const isExactQuery = (text: string): boolean => characters(text).length <= 2

/** Whether a field really holds the typed text as a run, under the same folding as the index. */
export function foldedIncludes(fields: string[], text: string): boolean {
  const wanted = characters(text).join('')
  return fields.some((field) => characters(field).join('').includes(wanted))
}
