import { computed, ref, watch } from 'vue'
import type { useAction } from '../../desk/action'

/** One field of a small form, by its `data-name`, and what is wrong with it. */
export interface StepFault { field: string; text: string }

/** What stops a small form: its own fault, or the field the store refused. Its own is gone once `written` changes. */
export function useStepFault(action: Pick<ReturnType<typeof useAction>, 'said' | 'errorOf'>, written: () => unknown) {
  const wrong = ref<StepFault | null>(null)
  watch(written, () => { wrong.value = null }, { deep: true })
  return {
    wrong,
    wrongField: computed(() => wrong.value?.field ?? action.said.value?.field ?? null),
    errorOf: (field: string): string | null => (wrong.value?.field === field ? wrong.value.text : (action.errorOf(field) ?? null)),
  }
}
