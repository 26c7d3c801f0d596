import type { ImportKind } from '@shared/contract/tenants'

/** What a file's name says it contains, so that the choice is usually right already. */
export function guessKind(name: string): ImportKind | null {
  if (/联系|通讯|人员|contact|people/i.test(name)) return 'contacts'
  if (/房间|房号|单元|unit|room/i.test(name)) return 'units'
  if (/单位|客户|租户|公司|tenant|client|compan/i.test(name)) return 'tenants'
  return null
}
