import type { Faults } from './tower-form'
import { useI18n } from 'vue-i18n'

/** The sentence under a field that keeps a form from being saved. */
export function useFaultWords() {
  const { t } = useI18n()
  return (faults: Faults, field: string, label: string): string | undefined => {
    const fault = faults[field]
    return fault && t(`settings.${fault.code}`, { field: label, ...fault.params })
  }
}
