import { median } from './row'

/**
 * Two works by turns, so that what else the machine does falls on both alike; medians in milliseconds.
 * @param first,second get the number of the round
 */
export async function byTurns(rounds: number, first: (round: number) => Promise<unknown>, second: (round: number) => Promise<unknown>): Promise<[number, number]> {
  const took: [number[], number[]] = [[], []]
  const warmUp = Math.ceil(rounds / 10)
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const [which, work] of [first, second].entries()) {
      const from = performance.now()
      await work(round)
      if (round >= warmUp) took[which as 0 | 1].push(performance.now() - from)
    }
  }
  return [median(took[0]), median(took[1])]
}
