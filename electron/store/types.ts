import type { RegisterName } from '../../shared/contract/base'

/** Where time comes from; tests pass their own. Milliseconds since 1970 UTC. */
export interface Clock { now(): number }
export const systemClock: Clock = { now: () => Date.now() }

/** Who does it and where; passed in by the caller of every service. */
export interface Scope {
  actor: { id: number | null; name: string }
  station: string
}

/** Who acts when nobody is signed in: the retention sweep, the spool, set-up. */
export const systemScope = (station: string): Scope => ({ actor: { id: null, name: 'system' }, station })

export type Sql = string | number | null | Buffer

/** One line of the audit chain, before it is numbered and hashed. */
export interface AuditLine {
  action: string
  register: string
  recordId: number | null
  /** Never a personal value in clear: personal values go in as ciphertext under the record's own key. */
  detail?: Record<string, unknown>
}

/** What a service has while its one transaction is open. */
export interface Tx {
  readonly scope: Scope
  /** The moment the transaction began; all its rows carry it. */
  readonly now: number
  query<T = Record<string, unknown>>(sql: string, parameters?: Sql[]): Promise<T[]>
  /** Takes the next number of a series for the year of `now`, gapless because it is part of the transaction (M2). */
  number(series: SeriesName): Promise<string>
  audit(line: AuditLine): Promise<void>
  /** The page hears of it after the commit. */
  changed(register: RegisterName | 'notices' | 'drafts', id: number): void
  afterCommit(run: () => void): void
}

/** Series of numbers with the letters they begin with; a number reads DJ26-004218. */
export const seriesPrefix = {
  reception: 'DJ', handover: 'JB', repairs: 'WX', 'paid-services': 'YC', complaints: 'TS', receipts: 'SJ', 'drawer-closes': 'QD',
  'pass-applications': 'BZ', identity: 'SF', construction: 'SZ', temporary: 'LZ', contractor: 'XK', 'void-declarations': 'ZF', 'fit-out-permits': 'XZ',
  refunds: 'TK', 'drawer-floats': 'BY', 'day-closes': 'RJ', 'exit-permits': 'CM', 'move-outs': 'TZ', 'key-loans': 'YJ', 'key-cutting': 'PK', 'key-custody': 'TG', stocktakes: 'PD', signs: 'SP',
} as const
export type SeriesName = keyof typeof seriesPrefix
