import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'
import { onLive, onLiveAgain } from '../../live'
import type { RecordFacts } from './record'
import { usePrintNote } from './use-print-note'

/** What a register's saved record is, apart from what may be done with it. */
export interface RecordKind<D extends RecordFacts> {
  /** Of the record that stands in the middle. */
  id: Ref<number>
  /** What the log calls it. */
  name: string
  /** What was done is said by `<area>.saved.<say>`, with the number as `no`. */
  area: string
  read: (id: number) => Promise<D>
  /** Adds what is read of another register; steps don't wait for it. */
  complete?: (found: D) => Promise<D>
  /** Registers whose changes it is read anew for. */
  registers: readonly string[]
  loaded: (record: D) => void
}

export interface OpenRecord<D extends RecordFacts, Asked extends string> {
  record: Readonly<ShallowRef<D | null>>
  /** What is asked for in place before it is done; null while nothing is. */
  asking: Ref<Asked | null>
  /** It is read, and nothing is asked. */
  free: ComputedRef<boolean>
  action: ReturnType<typeof useAction>
  printed: ReturnType<typeof usePrintNote>
  can: ReturnType<typeof useSession>['can']
  load: () => Promise<void>
  /** Opens the small form of that name. */
  ask: (what: Asked) => void
  close: () => void
  /**
   * Does `work` with the record as it was seen, closes what was asked, follows the slips of it, and reads it anew;
   * undefined when it was refused, which stands in `action.said`.
   */
  does: <T extends { no: string }>(work: (of: { id: number; version: number }, now: D) => Promise<T>, say?: string) => Promise<T | undefined>
}

/** An open record: read, read anew as it changes, and taken through its steps. `RecordDetail` shows it. */
export function useRecord<D extends RecordFacts, Asked extends string>(kind: RecordKind<D>): OpenRecord<D, Asked> {
  const { t } = useI18n()
  const session = useSession()
  const action = useAction(kind.name)
  const printed = usePrintNote()
  const record = shallowRef(null) as ShallowRef<D | null>
  const asking = ref(null) as Ref<Asked | null>

  async function load(): Promise<void> {
    const asked = kind.id.value
    const found = await action.run(() => kind.read(asked), () => action.said.value?.text ?? null)
    if (!found || asked !== kind.id.value) return
    const whole = kind.complete ? await kind.complete(found) : found
    if (asked !== kind.id.value) return
    record.value = whole
    kind.loaded(whole)
  }
  function changed(): void {
    // Under a form that is being written nothing moves; the version tells the store what was seen.
    if (asking.value === null) void load()
  }
  for (const stop of [onLive('changed', ({ register }) => { if (kind.registers.includes(register)) changed() }), onLiveAgain(changed)]) onScopeDispose(stop)
  watch(kind.id, () => {
    action.clear()
    printed.clear()
    asking.value = null
    record.value = null
    void load()
  }, { immediate: true })

  return {
    record, asking, action, printed, load,
    free: computed(() => record.value !== null && asking.value === null),
    can: (permission) => session.can(permission),
    ask(what) {
      action.clear()
      printed.clear()
      asking.value = what
    },
    close: () => { asking.value = null },
    async does<T extends { no: string }>(work: (of: { id: number; version: number }, now: D) => Promise<T>, say?: string) {
      const now = record.value
      if (!now || action.busy.value) return undefined
      printed.clear()
      const words = ({ no }: T): string => (say ? t(`${kind.area}.saved.${say}`, { no }) : '')
      const done = await action.run(() => work({ id: now.id, version: now.version }, now), (saved) => words(saved) || null)
      if (done === undefined) return undefined
      asking.value = null
      const { printJobIds } = done as { printJobIds?: number[] }
      if (printJobIds && printJobIds.length > 0) {
        action.clear()
        printed.follow({ no: done.no, printJobIds }, words(done))
      }
      await load()
      return done
    },
  }
}
