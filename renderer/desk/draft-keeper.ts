import { computed, ref, shallowRef, toRaw, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'

export interface DraftOffer<T> { at: number; content: T }

export interface Draft<T> {
  /** What was left half written, newest first: set aside with Esc, or found from before. */
  offers: ComputedRef<readonly DraftOffer<T>[]>
  /** When what stands in the form was last kept. */
  savedAt: Ref<number | null>
  /** Puts an offered text into the form; what stands there is set aside. */
  restore: (offer: DraftOffer<T>) => void
  /** Forgets an offered text for good. */
  drop: (offer: DraftOffer<T>) => void
  /** Empties the form with `empty`; what stood in it is offered. Rejects where it could not be kept, and offers it all the same. */
  setAside: (empty: () => void) => Promise<void>
  /** Forgets what stands in the form, once it is saved. What was set aside stays. */
  discard: () => Promise<void>
  /** Keeps it now rather than in 600 ms. Rejects where that failed; it is tried again at the next change. */
  flush: () => Promise<void>
}

/** Where texts are kept, by a key of their own. */
export interface DraftPlace {
  save: (key: string, content: string) => Promise<number>
  get: (key: string) => Promise<{ content: string; at: number } | null>
  discard: (key: string) => Promise<void>
  /** Whether the one who writes may keep anything now (still signed in, not locked). */
  open: () => boolean
}

export interface DraftOptions<T> {
  /** Default: the form is as it was at first. */
  isEmpty?: (state: T) => boolean
  /** A kept text read back; null where it has another shape and is of no use. */
  read?: (content: unknown) => T | null
  /** Whether a kept text is for what is open now (the same entry). */
  belongs?: (content: T) => boolean
  /** Puts a kept text into the form. */
  take?: (content: T) => void
  /** A text left in the form since this moment stands in it again at once; an older one is offered. */
  resumeSince?: number
}

const DELAY = 600
/** As many as one record holds; whoever sets more aside loses the oldest. */
const MOST = 12

/** One thing after the other, over all forms: a form that opens reads what the one before has just kept. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

/**
 * Keeps what is typed into `state` (a reactive object of plain data): the text in the form under `form`, those set
 * aside under `form-aside`. At no moment is a text in neither. Returns the draft; the caller flushes it at the end.
 */
export function keepDraft<T extends object>(place: DraftPlace, form: string, state: T, options: DraftOptions<T> = {}): Draft<T> {
  const aside = `${form}-aside`
  const savedAt = ref<number | null>(null)
  const shelf = shallowRef<readonly DraftOffer<T>[]>([])
  /** Taken up again; off the shelf as soon as it is kept as the text in the form. */
  const taken = shallowRef<DraftOffer<T> | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false
  let shelfDirty = false
  let changes = 0

  const copy = (): T => JSON.parse(JSON.stringify(toRaw(state))) as T
  const blank = JSON.stringify(toRaw(state))
  const isEmpty = (): boolean => (options.isEmpty ? options.isEmpty(state) : JSON.stringify(toRaw(state)) === blank)
  const read = (content: unknown): T | null => (options.read ? options.read(content) : content as T)
  const belongs = (content: T): boolean => options.belongs?.(content) ?? true
  const take = (content: T): void => {
    if (options.take) options.take(content)
    else Object.assign(state, content)
  }
  function shelve(next: readonly DraftOffer<T>[]): void {
    shelf.value = next.slice(0, MOST)
    shelfDirty = true
  }

  async function writeShelf(): Promise<void> {
    if (!shelfDirty) return
    const written = shelf.value
    if (written.length === 0) await place.discard(aside)
    else await place.save(aside, JSON.stringify(written))
    if (shelf.value === written) shelfDirty = false
  }
  async function writeForm(): Promise<void> {
    if (!dirty) return
    const at = changes
    if (isEmpty()) {
      await place.discard(form)
      savedAt.value = null
    }
    else savedAt.value = await place.save(form, JSON.stringify(toRaw(state)))
    if (changes === at) dirty = false
  }
  async function persist(): Promise<void> {
    if (!place.open()) return
    await writeShelf()
    await writeForm()
    const done = taken.value
    if (!done) return
    shelve(shelf.value.filter((one) => one !== done))
    taken.value = null
    await writeShelf()
  }
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (dirty || shelfDirty || taken.value) await inTurn(persist)
  }

  watch(() => state, () => {
    // What was only offered (next card, closing time) is no draft, and must not put away one that is kept.
    if (!dirty && savedAt.value === null && isEmpty()) return
    dirty = true
    changes++
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), DELAY)
  }, { deep: true, flush: 'sync' })

  async function load(): Promise<void> {
    if (!place.open()) return
    const [live, kept] = await Promise.all([place.get(form), place.get(aside)])
    if (kept) {
      const before = (JSON.parse(kept.content) as DraftOffer<unknown>[]).map(({ at, content }) => ({ at, content: read(content) }))
      shelf.value = [...shelf.value, ...before.filter((one): one is DraftOffer<T> => one.content !== null)]
    }
    if (!live) return
    const content = read(JSON.parse(live.content))
    if (content && live.at >= (options.resumeSince ?? Infinity) && !dirty && isEmpty() && belongs(content)) {
      take(content)
      clearTimeout(timer)
      dirty = false
      savedAt.value = live.at
      return
    }
    if (content) {
      shelve([...shelf.value, { at: live.at, content }].sort((a, b) => b.at - a.at))
      await writeShelf()
    }
    if (!dirty) await place.discard(form)
  }
  void inTurn(load)

  return {
    offers: computed(() => shelf.value.filter((one) => one !== taken.value && belongs(one.content))),
    savedAt,
    restore(offer) {
      if (!isEmpty()) shelve([{ at: Date.now(), content: copy() }, ...shelf.value])
      taken.value = offer
      take(JSON.parse(JSON.stringify(offer.content)) as T)
      void flush()
    },
    drop(offer) {
      shelve(shelf.value.filter((one) => one !== offer))
      void flush()
    },
    async setAside(empty) {
      if (isEmpty()) return
      shelve([{ at: Date.now(), content: copy() }, ...shelf.value])
      empty()
      dirty = true
      changes++
      await flush()
    },
    async discard() {
      clearTimeout(timer)
      dirty = false
      changes++
      savedAt.value = null
      await inTurn(async () => {
        await place.discard(form)
        if (!dirty) savedAt.value = null
      })
    },
    flush,
  }
}
