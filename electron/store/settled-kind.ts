import type { RegisterName } from '../../shared/contract/base'
import type { Sql, Tx } from './types'

/** A kind of record whose client is erased once it is settled and its period is over; its table has data_key, at, version and erased_at. */
export interface SettledKind {
  table: string
  register: RegisterName
  /** A condition: nothing more is to be done, so nobody has to be called. */
  settled: string
  /** The moment the period runs from. */
  since: string
  erase: string
  parameters: Sql[]
  /**
   * Where one picture stands at several records: `of` lists, as JSON, those that a record shows; `shown` is a condition of
   * an attachment that some record still shows. It goes with the last of them.
   */
  pictures?: { of: string; shown: string }
  /** Who it names, and the texts of the work that stay, without them. */
  says?: { name: string; texts: readonly string[] }
  /** What hangs on the erased records; `ids` for `THESE`, `names` as they were. */
  clear?: (tx: Tx, ids: string, names: readonly { id: number; name: string }[]) => Promise<unknown>
}

export const signatures = (...names: string[]): string => names.map((name) => `${name}_by = '', ${name}_image = NULL, ${name}_scan = NULL`).join(', ')
export const person = (name: string): string => `data_key = NULL, phone_enc = NULL, phone_hash = NULL, phone_tail = NULL, phone_masked = '', ${name} = '', contact_id = NULL`
export const VOID_REASON = `void_reason = iif(void_reason IS NULL, NULL, '')`
/** When it was refused, which stands in the steps only. */
export const refusedAt = (register: RegisterName, table: string): string => `(SELECT max(s.at) FROM step s WHERE s.register = '${register}' AND s.record_id = ${table}.id AND s.to_state = 'refused')`
export const THESE = 'IN (SELECT value FROM json_each(?))'
