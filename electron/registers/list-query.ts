import type { Sql } from '../store/types'

/** A condition of a list's query with the values it asks for. */
export interface Condition { sql: string; parameters: Sql[] }

export const condition = (sql: string, ...parameters: Sql[]): Condition => ({ sql, parameters })
