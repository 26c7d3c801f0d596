import { onBeforeUnmount } from 'vue'
import type { Inputs } from '@shared/contract'
import { client } from '../client'
import { keepDraft } from './draft-keeper'
import type { Draft, DraftOptions } from './draft-keeper'
import { registerDraft } from './drafts'
import { useSession } from './session'

type DraftKey = Inputs['drafts']['save']['form']
/** The forms; what is set aside of each is kept beside it. */
export type DraftForm = Exclude<DraftKey, `${string}-aside`>

/**
 * Keeps what is typed into `state` (a reactive object of plain data) 600 ms after the last change, encrypted and for
 * this user, and offers it again when the form is next opened: after Esc, a lock or a crash. With `resume`, what was
 * left in the form since signing in simply stands in it again.
 */
export function useDraft<T extends object>(form: DraftForm, state: T, options: Omit<DraftOptions<T>, 'resumeSince'> & { resume?: boolean } = {}): Draft<T> {
  const session = useSession()
  const owner = session.session?.staffId
  const since = session.session?.since
  const draft = keepDraft({
    save: async (key, content) => (await client.drafts.save({ form: key as DraftKey, content })).at,
    get: (key) => client.drafts.get({ form: key as DraftKey }),
    discard: async (key) => { await client.drafts.discard({ form: key as DraftKey }) },
    open: () => session.session?.staffId === owner && !session.locked,
  }, form, state, { ...options, ...(options.resume && since !== undefined ? { resumeSince: since } : {}) })

  const release = registerDraft(draft.flush)
  onBeforeUnmount(() => {
    void draft.flush()
    release()
  })
  return draft
}
