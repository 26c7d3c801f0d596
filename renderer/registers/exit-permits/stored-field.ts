import type { useAction } from '../../desk/action'

/** What the store calls a field, where the forms have another name for it. */
const stored: Readonly<Record<string, readonly string[]>> = { 'company': ['tenantId'], 'room': ['unitId'], 'authority': ['authority', 'sealSeen', 'signatoryId'], 'staffNo': ['staffNo', 'approval'], 'approval-reason': ['overrideReason'] }

/** What the store refused of a field of a form. */
export const refusedField = (action: Pick<ReturnType<typeof useAction>, 'errorOf'>, field: string): string | null => (stored[field] ?? [field]).map((name) => action.errorOf(name)).find(Boolean) ?? null
