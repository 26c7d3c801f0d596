import { reactive } from 'vue'
import { useDraft, type DraftForm } from '../../desk/draft'
import { ofRecord, type RecordText } from './draft-shape'

/**
 * What is written of a record's step, kept as the draft `name` of that step of that record only (`about`); a signature
 * is given anew. `touched` says whether anything was written, where that is less than any change.
 */
export function useRecordDraft<F extends object>(name: DraftForm, about: string, blank: F, touched?: (form: F) => boolean) {
  const asItWas = JSON.stringify(blank)
  const state = reactive({ about, form: JSON.parse(asItWas) as F }) as RecordText<F>
  const draft = useDraft<RecordText<F>>(name, state, {
    isEmpty: ({ form }) => (touched ? !touched(form) : JSON.stringify(form) === asItWas), belongs: (kept) => kept.about === about, resume: true,
    read: (content) => ofRecord(about, blank, content),
    take: (kept) => Object.assign(state.form, kept.form),
  })
  return { form: state.form, draft }
}
