import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LIMIT = 5 * 1024 * 1024

/** Defects with their cause; the page shows the number only. One file of at most 5 MiB and the one before it. */
export class DefectLog {
  readonly path: string

  constructor(dir: string, private readonly now: () => number = Date.now) {
    this.path = join(dir, 'logs', 'defects.log')
  }

  /** Writes an entry; returns its number, six hex digits. Never throws: a full disk must not hide the first trouble. */
  write(where: string, error: unknown): string {
    const number = randomBytes(3).toString('hex').toUpperCase()
    const cause = error instanceof Error ? [error.stack, error.cause && `cause: ${error.cause instanceof Error ? error.cause.stack : String(error.cause)}`].filter(Boolean).join('\n') : String(error)
    const line = `${new Date(this.now()).toISOString()} ${number} ${where}\n${cause}\n`
    process.stderr.write(line)
    try {
      mkdirSync(dirname(this.path), { recursive: true })
      if (existsSync(this.path) && statSync(this.path).size > LIMIT) renameSync(this.path, `${this.path}.1`)
      appendFileSync(this.path, line)
    } catch {
      // Said on stderr already.
    }
    return number
  }
}
