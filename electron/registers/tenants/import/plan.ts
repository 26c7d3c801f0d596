import { appendAuditLines } from '../../../store/audit'
import type { AuditLine, Tx } from '../../../store/types'

/** Headings of a company's name. */
export const companyHeadings = ['单位', '公司', '公司名称', '客户', '客户名称', '租户', '租户名称', '企业名称', '登记名称', 'company', 'tenant'] as const

export async function nextId(tx: Tx, table: 'unit' | 'tenant' | 'contact'): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`)
  return row!.id
}

/** Chains the audit lines in one go, thousands of them, and says which records changed. */
export async function keep(tx: Tx, audit: AuditLine[], ids: readonly number[]): Promise<void> {
  await appendAuditLines(tx.query, audit.map((line) => ({ scope: tx.scope, at: tx.now, line })))
  for (const id of ids) tx.changed('tenants', id)
}
