import { writeFile } from 'node:fs/promises'
import { UserError } from '../../shared/contract/errors'

/** Writes a file where the user asked for it. @throws UserError file-not-written */
export async function writeAsked(path: string, content: Buffer): Promise<void> {
  try {
    await writeFile(path, content)
  } catch {
    throw new UserError('file-not-written', { path })
  }
}
