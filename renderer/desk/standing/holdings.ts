/** Deposits by what they are held for, the largest sum first. */
export function byKind(rows: readonly { kind: string; amountFen: number }[]): { kind: string; count: number; fen: number }[] {
  const kinds = new Map<string, { kind: string; count: number; fen: number }>()
  for (const { kind, amountFen } of rows) {
    const sum = kinds.get(kind) ?? { kind, count: 0, fen: 0 }
    kinds.set(kind, { kind, count: sum.count + 1, fen: sum.fen + amountFen })
  }
  return [...kinds.values()].sort((a, b) => b.fen - a.fen || a.kind.localeCompare(b.kind))
}
