import type { ReaderConfig } from '../../../shared/contract/reader-config'
import { DemoReader } from './demo'
import type { IdReader } from './id-reader'
import { SamReader } from './sam/driver'
import { openSerial } from './serial'

/** The reader that station.json asks for, not started yet. */
export function createReader(config: ReaderConfig, now: () => number): IdReader {
  switch (config.kind) {
    case 'sam':
      return new SamReader({ open: () => openSerial(config.path, config.baudRate), baudRate: config.baudRate, now })
    case 'demo':
      return new DemoReader()
  }
}
