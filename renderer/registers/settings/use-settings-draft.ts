import { computed, reactive } from 'vue'
import { ofRecord, type RecordText } from '../../components/entry/draft-shape'
import { useDraft, type DraftForm } from '../../desk/draft'

/**
 * Settings as typed, begun from `read`. What is not saved yet is kept as a draft of the settings as they were when it was
 * written: once they are others, by whomever, it is of no use and is never put over them.
 */
export function useSettingsDraft<F extends object>(name: DraftForm, read: F) {
  const asText = JSON.stringify(read)
  const state = reactive({ about: asText, form: JSON.parse(asText) as F }) as RecordText<F>
  const ofNow = (kept: RecordText<F>): boolean => kept.about === state.about
  const draft = useDraft<RecordText<F>>(name, state, {
    isEmpty: ({ about, form }) => JSON.stringify(form) === about, belongs: ofNow, resume: true,
    read: (content) => {
      const kept = ofRecord(state.about, read, content)
      return kept && ofNow(kept) ? kept : null
    },
    take: (kept) => { state.form = kept.form },
  })

  /** `send` saves what is typed and returns it as it is kept. What is typed meanwhile stays. */
  async function save(send: (form: F) => Promise<F | undefined>): Promise<boolean> {
    const sent = JSON.stringify(state.form)
    const saved = await send(JSON.parse(sent) as F)
    if (!saved) return false
    const typedOn = JSON.stringify(state.form) !== sent
    state.about = JSON.stringify(saved)
    if (typedOn) return true
    state.form = saved
    await draft.discard()
    return true
  }
  return { state, draft, changed: computed(() => JSON.stringify(state.form) !== state.about), save }
}
