import { ROW_COLUMNS } from '../electron/registers/reception/rows'
import { dataSet, open, Raw, warm } from './data'
import { LARGE, listed } from './list'
import { byTurns } from './pairs'
import type { Ready } from './ready'
import type { Row } from './row'

const ROUNDS = 200
const LIMIT = 50

/** Two characters that are in the given share of the entries, about; looked for among the pairs of the newest ones. */
async function words(raw: Raw): Promise<{ often: string; seldom: string }> {
  const rows = await raw.all<{ matter: string; name: string }>('SELECT matter, name FROM entry ORDER BY id DESC LIMIT 300')
  const pairs = new Set(rows.flatMap(({ matter, name }) => [...matter, '\n', ...name].slice(1).map((c, i) => ([...matter, '\n', ...name][i] ?? '') + c)).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair)))
  const counted: { pair: string; n: number }[] = []
  for (const pair of [...pairs].slice(0, 120)) {
    const [row] = await raw.all<{ n: number }>('SELECT count(*) AS n FROM entry_text WHERE entry_text MATCH ?', [`"${pair}"`])
    counted.push({ pair, n: row!.n })
  }
  counted.sort((a, b) => b.n - a.n)
  const seldom = counted.filter(({ n }) => n >= LIMIT).at(-1) ?? counted[0]!
  return { often: counted[0]!.pair, seldom: seldom.pair }
}

/** Two characters looked for among a million entries, against SQL on the pairs' index through the driver alone. */
export async function* search(ready: Ready): AsyncGenerator<Row> {
  const dir = await dataSet(ready, LARGE, 0)
  await warm(dir)
  const raw = await Raw.open(dir)
  try {
    const found = await words(raw)
    const rows = await open(dir, async (tower) => {
      const all: Row[] = []
      for (const [how, word] of Object.entries(found)) {
        const [ours, limit] = await byTurns(
          ROUNDS,
          () => listed(tower, { filter: { search: word }, limit: LIMIT }),
          () => raw.all(`SELECT ${ROW_COLUMNS} FROM entry_text x JOIN entry e ON e.id = x.rowid WHERE entry_text MATCH ? ORDER BY x.rowid DESC LIMIT ${LIMIT}`, [`"${word}"`]),
        )
        all.push({ what: `search 「${word}」 (${how}) in 1,000,000 / raw SQL on the index`, ours, limit, goal: 1.5 })
      }
      return all
    })
    yield* rows
  } finally {
    await raw.close()
  }
}
