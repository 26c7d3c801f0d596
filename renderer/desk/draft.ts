import { onBeforeUnmount, ref, toRaw, watch } from 'vue'
import type { Ref } from 'vue'
import type { Inputs } from '@shared/contract'
import { client } from '../client'
import { registerDraft } from './drafts'
import { useSession } from './session'

export type DraftForm = Inputs['drafts']['save']['form']

export interface DraftOffer<T> { at: number; content: T }

export interface Draft<T> {
  /** What was left half written last time; null once taken or dropped. */
  offer: Ref<DraftOffer<T> | null>
  /** When what stands in the form was last kept. */
  savedAt: Ref<number | null>
  /** Puts the offered text into the form. */
  restore: () => void
  /** Forgets the draft: after saving, or when it is not wanted. */
  discard: () => Promise<void>
  /** Keeps it now rather than in 600 ms. */
  flush: () => Promise<void>
}

const DELAY = 600

/**
 * Keeps what is typed into `state` (a reactive object of plain data) 600 ms after the last change, encrypted and for
 * this user, and offers it again when the form is next opened: after Esc, a lock or a crash. A form as it was at first
 * (or what `isEmpty` says) is no draft.
 */
export function useDraft<T extends object>(form: DraftForm, state: T, options: { isEmpty?: (state: T) => boolean } = {}): Draft<T> {
  const session = useSession()
  const owner = session.session?.staffId
  const offer = ref(null) as Ref<DraftOffer<T> | null>
  const savedAt = ref<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false
  const blank = JSON.stringify(toRaw(state))
  const isEmpty = options.isEmpty ?? ((now: T) => JSON.stringify(toRaw(now)) === blank)

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (!dirty || session.session?.staffId !== owner || session.session?.locked) return
    dirty = false
    if (isEmpty(state)) {
      await client.drafts.discard({ form })
      savedAt.value = null
      return
    }
    savedAt.value = (await client.drafts.save({ form, content: JSON.stringify(toRaw(state)) })).at
  }

  watch(() => state, () => {
    // What was only offered (next card, closing time) is no draft, and must not put away one that is kept.
    if (!dirty && savedAt.value === null && isEmpty(state)) return
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), DELAY)
  }, { deep: true, flush: 'sync' })

  const release = registerDraft(flush)
  onBeforeUnmount(() => {
    void flush()
    release()
  })

  void client.drafts.get({ form }).then((kept) => {
    if (!kept || dirty) return
    offer.value = { at: kept.at, content: JSON.parse(kept.content) as T }
  })

  function restore(): void {
    if (!offer.value) return
    Object.assign(state, offer.value.content)
    offer.value = null
  }

  async function discard(): Promise<void> {
    clearTimeout(timer)
    dirty = false
    offer.value = null
    savedAt.value = null
    await client.drafts.discard({ form })
  }

  return { offer, savedAt, restore, discard, flush }
}
