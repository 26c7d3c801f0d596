/** One line of the bench: ours against a limit measured in the same run. */
export interface Row {
  what: string
  /** Milliseconds, a median. */
  ours: number
  limit: number
  /** The ratio ours/limit that is aimed at, at most. */
  goal: number
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const rounded = (value: number) => Number(value.toFixed(3))
const ratio = (row: Row) => row.ours / row.limit

/** One JSON line, as `npm run --silent bench -- --json` prints it. */
export const jsonLine = (row: Row): string =>
  JSON.stringify({ what: row.what, ours_ms: rounded(row.ours), limit_ms: rounded(row.limit), ratio: rounded(ratio(row)), goal: row.goal })

const WIDTHS = [58, 10, 10, 7, 7] as const
const line = (what: string, ...cells: string[]) => [what.padEnd(WIDTHS[0]), ...cells.map((cell, i) => cell.padStart(WIDTHS[i + 1] ?? 0))].join(' ').trimEnd()

export const tableHead = (): string => `${line('what', 'ours ms', 'limit ms', 'ratio', 'goal')}\n${'─'.repeat(100)}`
export const tableLine = (row: Row): string =>
  `${line(row.what, row.ours.toFixed(2), row.limit.toFixed(2), ratio(row).toFixed(2), `≤ ${row.goal}`)}${ratio(row) > row.goal ? '  not met' : ''}`
