import { computed, ref, type Ref, type WritableComputedRef } from 'vue'
import { noApproval, type ApprovalDraft } from './approving'

/** A supervisor's approval with its reason: `reason` is a field of the form, and so of its draft; number and PIN are given anew. */
export function useApproving(reason: Ref<string>): WritableComputedRef<ApprovalDraft> {
  const given = ref(noApproval())
  return computed({
    get: () => ({ ...given.value, reason: reason.value }),
    set: (draft) => {
      reason.value = draft.reason
      given.value = draft
    },
  })
}
