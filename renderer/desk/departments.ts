import type { Department } from '@shared/contract/base'
import type { EntryRow } from '@shared/contract/reception'
import { departmentWords } from '@shared/slip/visitor-slip'
import { t } from '../locales'

/** Those that may be told, in the order of the forms. */
export const departments: readonly Department[] = ['customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing']

/** 被访人 in the language of the page: a department is kept by its Chinese name, a person by theirs. */
export const hostNameOf = ({ hostName, hostDepartment }: Pick<EntryRow, 'hostName' | 'hostDepartment'>): string =>
  (hostDepartment !== null && hostName === departmentWords[hostDepartment] ? t(`common.department.${hostDepartment}`) : hostName)
