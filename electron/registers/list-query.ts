import type { Sql } from '../store/types'
import type { Whose } from './tellers'

/** A condition of a list's query with the values it asks for. */
export interface Condition { sql: string; parameters: Sql[] }

export const condition = (sql: string, ...parameters: Sql[]): Condition => ({ sql, parameters })

/** The column holds one of the values. */
export const oneOf = (column: string, values: readonly string[]): Condition => condition(`${column} IN (${values.map(() => '?').join(', ')})`, ...values)

/** What is of the company, of the unit, or of the company there; of nobody there is nothing. `of`: the table's short name in the query. */
export function ofWhom({ tenantId, unitId }: Whose, of = ''): Condition {
  const given = ([['tenant_id', tenantId], ['unit_id', unitId]] as const).filter(([, id]) => id !== null)
  return condition(given.map(([column]) => `${of && `${of}.`}${column} = ?`).join(' AND ') || '0', ...given.map(([, id]) => id))
}
