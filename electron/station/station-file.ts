import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type StationConfig, stationConfig } from '../../shared/contract/station'

export class InvalidStationFileError extends Error {
  constructor(readonly file: string, readonly line: number, readonly reason: string) {
    super(`${file}:${line}: ${reason}`)
  }
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

export const stationFile = (dir: string): string => join(dir, 'station.json')

/**
 * Reads and checks `station.json`; without one, the defaults.
 * @throws InvalidStationFileError with line and reason: a wrong file is refused, never ignored.
 */
export function readStationFile(dir: string): StationConfig {
  const file = stationFile(dir)
  if (!existsSync(file)) return stationConfig.parse({})
  const text = readFileSync(file, 'utf8')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  if (errors[0]) throw new InvalidStationFileError(file, lineAt(text, errors[0].offset), printParseErrorCode(errors[0].error))
  const parsed = stationConfig.safeParse(tree && getNodeValue(tree))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path).map((key) => (typeof key === 'number' ? key : String(key)))
  const node = tree && findNodeAtLocation(tree, path)
  throw new InvalidStationFileError(file, lineAt(text, node?.offset ?? 0), `${path.join('.')}: ${issue.message}`)
}

export function writeStationFile(dir: string, config: StationConfig): void {
  mkdirSync(dir, { recursive: true })
  const temporary = `${stationFile(dir)}.new`
  writeFileSync(temporary, `${JSON.stringify(config, null, 2)}\n`)
  renameSync(temporary, stationFile(dir))
}
