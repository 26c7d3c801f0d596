import { computed, reactive, ref, type WritableComputedRef } from 'vue'
import { unsigned, type SignatureDraft } from '../../components/signing'
import { ofRecord, type RecordText } from '../../components/entry/draft-shape'
import { useDraft } from '../../desk/draft'
import type { Draft } from '../../desk/draft-keeper'

/**
 * Keeps what is written in a step of a record (`about`: step and record): Esc loses nothing, and the step that is opened
 * again has it. Signatures and PINs are no part of `form`. Discard it once the step is done.
 */
export function useStepDraft<F extends object>(about: string, form: F): Draft<RecordText<F>> {
  const blank = JSON.parse(JSON.stringify(form)) as F
  return useDraft<RecordText<F>>('key-step', reactive({ about, form }) as RecordText<F>, {
    read: (content) => ofRecord(about, blank, content), belongs: (kept) => kept.about === about, take: (kept) => { Object.assign(form, kept.form) }, resume: true,
  })
}

/** The signature of a step; who signs is part of its text. */
export function useSigning(form: { by: string }): WritableComputedRef<SignatureDraft> {
  const given = ref(unsigned())
  return computed({
    get: () => ({ ...given.value, by: form.by }),
    set: (draft) => {
      form.by = draft.by
      given.value = draft
    },
  })
}
