import type { Ready } from './ready'
import { jsonLine, type Row, tableHead, tableLine } from './row'

type Measure = (ready: Ready) => AsyncGenerator<Row>

/** Each is loaded when its turn comes; one that can't be measured does not keep the others from it. */
const measures: Record<string, () => Promise<Measure>> = {
  start: async () => (await import('./start')).start,
  save: async () => (await import('./save')).save,
  list: async () => (await import('./list')).list,
  search: async () => (await import('./search')).search,
  suggest: async () => (await import('./suggest')).suggest,
}

/**
 * Measures and prints, a row as soon as it is known.
 * @param argv `--json` for JSON lines instead of a table; names (`start save`) for some of the rows only
 * @returns the exit code: 1 when something could not be measured; a goal that is not met is no failure
 */
export async function bench(ready: Ready, argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  const names = argv.filter((argument) => !argument.startsWith('--'))
  const unknown = names.filter((name) => !(name in measures))
  if (unknown.length > 0) throw new Error(`no such measure: ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`)
  const print = (line: string) => process.stdout.write(`${line}\n`)
  if (!json) print(tableHead())
  let failed = 0
  for (const name of names.length > 0 ? names : Object.keys(measures)) {
    ready.say(`Measuring: ${name}…`)
    try {
      const measure = await measures[name]!()
      for await (const row of measure(ready)) print(json ? jsonLine(row) : tableLine(row))
    } catch (error) {
      failed = 1
      ready.say(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
  return failed
}
