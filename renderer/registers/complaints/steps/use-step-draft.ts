import { reactive } from 'vue'
import { ofShape } from '../../../components/entry/draft-shape'
import { useDraft } from '../../../desk/draft'

/** A step's form kept as the draft of that step of that record only; `touched` says whether something was written. */
export function useStepDraft<F extends object>(about: string, blank: F, touched: (form: F) => boolean) {
  const state = reactive({ about, form: { ...blank } }) as { about: string; form: F }
  const draft = useDraft<{ about: string; form: F }>('complaint-step', state, {
    isEmpty: (kept) => !touched(kept.form), belongs: (kept) => kept.about === about, resume: true,
    read: (content) => {
      const kept = content as { about?: unknown; form?: unknown } | null
      const form = ofShape(blank, kept?.form)
      return form && typeof kept?.about === 'string' ? { about: kept.about, form } : null
    },
    take: (kept) => Object.assign(state.form, kept.form),
  })
  return { form: state.form, draft }
}
