import type { HistoryLine } from '@shared/contract/base'

/** What every saved record has, whatever it is about. */
export interface RecordFacts {
  id: number
  no: string
  version: number
  /** Whether what is personal in it is gone (P3). */
  erased: boolean
  history: readonly HistoryLine[]
}

/** Something that may be done with the open record as it stands: a button under it, and its key. */
export interface Deed { name: string; label: string; k?: string; run: () => unknown }
