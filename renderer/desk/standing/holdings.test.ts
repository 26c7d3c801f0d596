import { expect, test } from 'vitest'
import { byKind } from './holdings'

test('M1 deposits of a company are summed by what they are held for, the largest first', () => {
  expect(byKind([{ kind: 'key', amountFen: 10_000 }, { kind: 'identity', amountFen: 5_000 }, { kind: 'identity', amountFen: 5_000 }, { kind: 'construction', amountFen: 20_000 }])).toEqual([
    { kind: 'construction', count: 1, fen: 20_000 }, { kind: 'identity', count: 2, fen: 10_000 }, { kind: 'key', count: 1, fen: 10_000 },
  ])
  expect(byKind([])).toEqual([])
})
