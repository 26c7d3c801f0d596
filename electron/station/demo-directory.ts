import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../store/backup'
import { databasePath } from '../store/database'
import { keyFileExists } from '../store/key-file'

/** `--demo` was asked for on a directory that holds something else. */
export class NotADemoError extends Error {}

const mark = (dir: string) => join(dir, 'DEMO')

/** Marks an empty directory as a demo's. @throws NotADemoError where there is a store that no demo made. */
export function claimForDemo(dir: string): void {
  if (existsSync(mark(dir))) return
  if (existsSync(databasePath(dir)) || keyFileExists(dir) || listBackups(dir).length > 0) throw new NotADemoError(dir)
  mkdirSync(dir, { recursive: true })
  writeFileSync(mark(dir), 'The data in this directory is made up. --demo opens it.\n')
}
