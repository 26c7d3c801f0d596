import { useI18n } from 'vue-i18n'
import type { EntryRow, PersonSuggestion } from '@shared/contract/reception'
import type { Department } from '@shared/contract/base'
import { documentFaultWords } from '../../components/document-fault'
import { shortMoment } from '../../desk/clock'
import { hostNameOf } from '../../desk/departments'

type Named = Pick<EntryRow, 'name' | 'people' | 'hostName' | 'hostDepartment' | 'room'>

/** An entry and its parts in words; follows the locale. */
export function useEntryWords() {
  const { t } = useI18n()
  const departmentName = (department: Department): string => t(`common.department.${department}`)
  const time = (at: number | null): string => (at === null ? '' : shortMoment(at))
  return {
    departmentName,
    time,
    personName: (person: Pick<PersonSuggestion, 'name' | 'department'>): string =>
      person.name || (person.department ? departmentName(person.department) : ''),
    /** 沈知远等 3 人 */
    withPeople: (entry: Named): string => entry.name + (entry.people > 1 ? t('reception.people', { n: entry.people }) : ''),
    /** 程若兰 2203 */
    hostAndRoom: (entry: Named): string => [hostNameOf(entry), entry.room].filter(Boolean).join(' '),
    /** 第 18 位应为 X，请对照证件再输一次。 */
    fault: (fault: { code: string; params: Record<string, string | number> }): string => (fault.code.startsWith('number.') ? documentFaultWords(fault) : t(`reception.fault.${fault.code}`, fault.params)),
  }
}
