import { computed, onScopeDispose, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import { client } from '../../client'
import type { SavedRecord } from './use-print-note'
import { useAction } from '../../desk/action'
import { useDraft, type DraftForm } from '../../desk/draft'
import type { Draft } from '../../desk/draft-keeper'
import type { EntryFault } from './entry-fault'
import { isSettled } from './print-note'
import { usePrintNote } from './use-print-note'

/** As long as the sentence on the last record is read, once the next one is begun. */
const READ_MS = 10_000

/** What a register's form is, apart from its fields. */
export interface EntryKind<F extends object, Field extends string, S extends SavedRecord> {
  /** The draft's name, which is also what the log calls it. */
  form: DraftForm
  /** A form as it is at first. */
  blank: () => F
  /** Whether something was written into it; what is only offered does not count. */
  touched: (form: F) => boolean
  /** A draft read back; null where it has another shape. */
  read: (content: unknown) => F | null
  /** What stops it from being saved, in the order of the form; saved without `print` a register may ask less. */
  check: (form: F, now: number, print: boolean) => EntryFault<Field>[]
  send: (form: F, print: boolean, now: number) => Promise<S>
  /** The form anew, as the record it starts from gives it (16.R3). */
  startFrom?: (form: F, origin: OriginView) => void
  /** Fills in what is only offered (the time, the next card). */
  offer?: (form: F) => void
  /** What stays in the form when the rest is set aside. */
  stays?: (form: F) => Partial<F>
  /** Forgets what was found beside the form. */
  forget?: () => void
  /** A sentence to add to that of the slips. */
  also?: (saved: S) => string
}

export interface EntryForm<F extends object, Field extends string = string, S = unknown> {
  form: F
  draft: Draft<F>
  action: ReturnType<typeof useAction>
  printed: ReturnType<typeof usePrintNote>
  touched: ComputedRef<boolean>
  faults: Ref<EntryFault<Field>[]>
  faultOf(field: Field): EntryFault<Field> | null
  offer: () => void
  /** Starts it from a record; the one it was started from already leaves it as it is. The record as it is now, undefined where it can't be had. */
  beginFrom: (from: RecordRef) => Promise<OriginView | undefined>
  /** Esc: the form is empty again, what stood in it is kept and offered. */
  setAside: () => Promise<void>
  /** Saves; undefined when something is missing, refused, or already being saved. */
  save: (print: boolean) => Promise<S | undefined>
}

/** A register's entry from the first letter to the saved row: its form and draft, what is wrong, saving, the slips. */
export function useEntryForm<F extends object, Field extends string, S extends SavedRecord>(kind: EntryKind<F, Field, S>): EntryForm<F, Field, S> {
  const form = reactive(kind.blank()) as F
  const draft = useDraft<F>(kind.form, form, { isEmpty: (state) => !kind.touched(state), read: kind.read, resume: true })
  const action = useAction(kind.form)
  const printed = usePrintNote()
  const faults = ref<EntryFault<Field>[]>([]) as Ref<EntryFault<Field>[]>
  /** How it was to be saved the last time. */
  let printing = true

  const offer = (): void => kind.offer?.(form)
  function empty(stays: Partial<F> = {}): void {
    Object.assign(form, kind.blank(), stays)
    faults.value = []
    kind.forget?.()
  }

  const setAside = async (): Promise<void> => { await action.run(() => draft.setAside(() => empty(kind.stays?.(form)))) }
  async function beginFrom(from: RecordRef): Promise<OriginView | undefined> {
    const origin = await action.run(() => client.overview.origin(from))
    const current = (form as { from?: RecordRef | null }).from
    if (!origin || (current?.id === from.id && current.register === from.register)) return origin
    // What was half written is kept beside it.
    if (kind.touched(form)) await setAside()
    printed.clear()
    kind.startFrom?.(form, origin)
    return origin
  }

  async function save(print: boolean): Promise<S | undefined> {
    if (action.busy.value) return undefined
    const now = Date.now()
    printing = print
    faults.value = kind.check(form, now, print)
    if (faults.value.length > 0) return undefined
    const saved = await action.run(() => kind.send(form, print, now))
    if (!saved) return undefined
    const dropped = draft.discard()
    empty()
    savedAt = Date.now()
    printed.follow(saved, kind.also?.(saved))
    void dropped.then(offer)
    return saved
  }
  // What became of the last record is not told over the next one for long.
  let savedAt = 0
  const touched = computed(() => kind.touched(form))
  let going: ReturnType<typeof setTimeout> | undefined
  watch([touched, printed.note], ([writing, note]) => {
    clearTimeout(going)
    if (writing && note && isSettled(note)) going = setTimeout(() => printed.clear(), Math.max(0, savedAt + READ_MS - Date.now()))
  })
  onScopeDispose(() => clearTimeout(going))
  // What is mended is no fault any more.
  watch(form, () => {
    if (faults.value.length > 0) faults.value = kind.check(form, Date.now(), printing).filter((now) => faults.value.some((fault) => fault.field === now.field))
  })

  return {
    form, draft, action, printed, faults, offer, beginFrom, save, setAside,
    touched,
    faultOf: (field) => faults.value.find((fault) => fault.field === field) ?? null,
  }
}
