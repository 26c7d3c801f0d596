import type { Department } from '@shared/contract/base'

/** Those that may be told, in the order of the forms. */
export const departments: readonly Department[] = ['customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing']
