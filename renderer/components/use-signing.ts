import { computed, ref, type Ref, type WritableComputedRef } from 'vue'
import { unsigned, type SignatureDraft } from './signing'

/** The signature of a form: who signs (`by`) is a field of it, and so of its draft; the ink is given anew. `onPaper`: as it is offered. */
export function useSigning(by: Ref<string>, onPaper = false): WritableComputedRef<SignatureDraft> {
  const given = ref<SignatureDraft>({ ...unsigned(), onPaper })
  return computed({
    get: () => ({ ...given.value, by: by.value }),
    set: (draft) => {
      by.value = draft.by
      given.value = draft
    },
  })
}
