import type { RegisterName } from '../../../shared/contract/base'
import type { ImportResult } from '../../../shared/contract/import'
import type { Sql, Tx } from '../../store/types'
import type { Vault } from '../../store/vault'
import type { Call } from '../handlers'
import { type CheckedRows, checkRows, type Layout, type RowReader } from './check-rows'
import type { Column } from './columns'

/** Where what is known stands: committed rows for a preview, the transaction's own for an acceptance. */
export interface Source {
  query<T>(sql: string, parameters?: Sql[]): Promise<T[]>
  vault: Vault
  now: number
}

/** What taking in the good rows would do, and how it is done. */
export interface Plan extends ImportResult {
  /** Writes it, its audit lines too, and says what changed. */
  write(tx: Tx, call: Call): Promise<void>
}

/** A kind of table, as a register describes it. */
interface Description<Field extends string, Good, Known> {
  /** As the audit chain names it. */
  name: string
  register: RegisterName
  /** 房间: the template's sheet, and its file's name before 导入模板. */
  title: string
  columns: readonly Column<Field>[]
  /** The template's last sentence: what importing again does. */
  again: string
  load(source: Source): Promise<Known>
  /**
   * Reads one row; null where it can't be told what it is (its faults are kept by the reader). Two rows of one `key`
   * are the same thing twice, which is said at `keyField`.
   */
  read(row: RowReader<Field>, known: Known): { good: Good; key: string } | null
  keyField: Field
  plan(rows: Good[], known: Known): Plan
}

/** The template's last sentence where an empty cell keeps what is stored. */
export const AGAIN = '再导入一次只更新，不会重复；空着的格子不改动原来的内容。'

/** The columns whose value is given and differs. */
export function differing(before: object, after: Record<string, Sql | undefined>): Record<string, Sql> {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => value !== undefined && (before as Record<string, Sql>)[column] !== value)) as Record<string, Sql>
}

/** A table whose rows were checked. */
export interface Checked extends Omit<CheckedRows<unknown>, 'good'> {
  /** What taking the good rows in would have done at the time of the check. */
  effect: ImportResult
  /** How they are taken in, against what is known by then. */
  plan(source: Source): Promise<Plan>
}

/** A kind of table that can be imported; what a row of it is stays inside. */
export interface ImportKind extends Pick<Description<string, unknown, unknown>, 'name' | 'register' | 'title' | 'columns' | 'again'> {
  check(rows: string[][], layout: Layout, source: Source): Promise<Checked>
}

export function importKind<Field extends string, Good, Known>(kind: Description<Field, Good, Known>): ImportKind {
  const { name, register, title, columns, again } = kind
  return {
    name, register, title, columns, again,
    async check(rows, layout, source) {
      const known = await kind.load(source)
      const { good, ...checked } = checkRows(rows, layout, kind.keyField, (row: RowReader<Field>) => kind.read(row, known))
      return { ...checked, effect: kind.plan(good, known), plan: async (then) => kind.plan(good, await kind.load(then)) }
    },
  }
}
