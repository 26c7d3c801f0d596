import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StationConfig, stationConfig } from '../../shared/contract/station'

export class InvalidStationFileError extends Error {
  constructor(readonly file: string, readonly line: number, readonly reason: string) {
    super(`${file}:${line}: ${reason}`)
  }
}

const lineAt = (text: string, position: number) => text.slice(0, Math.max(0, position)).split('\n').length

/** The line on which a path's last key stands, found key after key. */
function lineOfPath(text: string, path: PropertyKey[]): number {
  let position = 0
  for (const key of path) {
    const found = text.indexOf(`"${String(key)}"`, position)
    if (found >= 0) position = found
  }
  return lineAt(text, position)
}

export const stationFile = (dir: string): string => join(dir, 'station.json')

/**
 * Reads and checks `station.json`; without one, the defaults.
 * @throws InvalidStationFileError with line and reason: a wrong file is refused, never ignored.
 */
export function readStationFile(dir: string): StationConfig {
  const file = stationFile(dir)
  if (!existsSync(file)) return stationConfig.parse({})
  const text = readFileSync(file, 'utf8')
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length)
    throw new InvalidStationFileError(file, lineAt(text, position), reason)
  }
  const parsed = stationConfig.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  throw new InvalidStationFileError(file, lineOfPath(text, path), `${path.map(String).join('.')}: ${issue.message}`)
}

export function writeStationFile(dir: string, config: StationConfig): void {
  mkdirSync(dir, { recursive: true })
  const temporary = `${stationFile(dir)}.new`
  writeFileSync(temporary, `${JSON.stringify(config, null, 2)}\n`)
  renameSync(temporary, stationFile(dir))
}
