import { reactive } from 'vue'
import { useDraft, type DraftForm } from '../../desk/draft'
import { ofShape } from './draft-shape'

/** What is written of a record's step, kept as the draft `name` of that step of that record only (`about`); a signature or a photo is given anew. */
export function useRecordDraft<F extends object>(name: DraftForm, about: string, blank: F) {
  const asItWas = JSON.stringify(blank)
  const state = reactive({ about, form: JSON.parse(asItWas) as F }) as { about: string; form: F }
  const draft = useDraft<{ about: string; form: F }>(name, state, {
    isEmpty: (kept) => JSON.stringify(kept.form) === asItWas, belongs: (kept) => kept.about === about, resume: true,
    read: (content) => {
      const kept = content as { about?: unknown; form?: unknown } | null
      const form = ofShape(blank, kept?.form)
      return form && typeof kept?.about === 'string' ? { about: kept.about, form } : null
    },
    take: (kept) => Object.assign(state.form, kept.form),
  })
  return { form: state.form, draft }
}
