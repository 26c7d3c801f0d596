import type { Boot } from '../../shared/contract/system'
import { UserError } from '../../shared/contract/errors'
import { DamagedDatabaseError, DatabaseBusyError, databaseError, databasePath, DiskFullError, ReadOnlyError } from '../store/database'
import { KeyMissingError } from '../store/key-file'
import { NewerDatabaseError } from '../store/migrate'
import { newestWholeBackup } from '../store/restore'
import type { DefectLog } from './defect-log'
import { NotADemoError } from './demo-directory'
import { InvalidStationFileError } from './station-file'

/** Why the counter could not open, as `boot` tells it. */
export interface Failure { code: NonNullable<Boot['code']>; params: Boot['params'] }

export async function failureOf(error: unknown, dataDir: string, log: DefectLog): Promise<Failure> {
  const known = databaseError(error)
  if (known instanceof InvalidStationFileError) return { code: 'invalid-station-file', params: { file: known.file, line: known.line, reason: known.reason } }
  if (known instanceof NotADemoError) return { code: 'not-a-demo', params: { dir: dataDir } }
  if (known instanceof NewerDatabaseError) return { code: 'newer-database', params: { found: known.found, supported: known.supported } }
  if (known instanceof KeyMissingError) return { code: 'key-missing', params: {} }
  if (known instanceof DamagedDatabaseError) {
    // Only a backup that opens is offered.
    const backup = await newestWholeBackup(dataDir)
    return { code: 'damaged-database', params: { file: databasePath(dataDir), backupAt: backup?.at ?? 0 } }
  }
  if (known instanceof DatabaseBusyError) return { code: 'data-dir-in-use', params: { dir: dataDir } }
  if (known instanceof DiskFullError) return { code: 'disk-full', params: { dir: dataDir } }
  if (known instanceof ReadOnlyError) return { code: 'read-only', params: { dir: dataDir } }
  return { code: 'store-unavailable', params: { log: log.write('open', error) } }
}

/** The same for somebody who asked for something and is told in its place; a defect stays what it is. */
export function refusalOf(error: unknown): unknown {
  const known = databaseError(error)
  if (known instanceof DiskFullError) return new UserError('disk-full')
  if (known instanceof ReadOnlyError) return new UserError('store-read-only')
  return error
}
