import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ComplaintDetail } from '@shared/contract/complaints'
import { client } from '../../client'
import { usePrintNote } from '../../components/entry/use-print-note'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'
import { onLive, onLiveAgain } from '../../live'
import { besides, stepsFor, type ComplaintAction } from './complaint-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<ComplaintAction, 'repair' | 'reprint'>

/** An open complaint: read, read anew as it changes, and the steps one may take from it. */
export function useComplaint(id: Ref<number>, loaded: (complaint: ComplaintDetail) => void) {
  const { t } = useI18n()
  const session = useSession()
  const action = useAction('complaint')
  const printed = usePrintNote()
  const complaint = shallowRef<ComplaintDetail | null>(null)
  const asking = ref<Asked | null>(null)

  async function load(): Promise<void> {
    const asked = id.value
    const found = await action.run(() => client.complaints.get({ id: asked }), () => action.said.value?.text ?? null)
    if (!found || asked !== id.value) return
    complaint.value = found
    loaded(found)
  }
  function changed(): void {
    // Under a form that is being written nothing moves; the version tells the store what was seen.
    if (asking.value === null) void load()
  }
  const stops = [onLive('changed', ({ register }) => { if (register === 'complaints' || register === 'notices') changed() }), onLiveAgain(changed)]
  for (const stop of stops) onScopeDispose(stop)
  watch(id, () => {
    action.clear()
    printed.clear()
    asking.value = null
    complaint.value = null
    void load()
  }, { immediate: true })

  const can = (permission: Parameters<typeof session.can>[0]): boolean => session.can(permission)
  const steps = computed<ComplaintAction[]>(() => (complaint.value ? stepsFor(complaint.value, can) : []))
  const side = computed<Set<ComplaintAction>>(() => (complaint.value ? besides(complaint.value, can) : new Set()))

  /** Does `work` with the complaint as it was seen; undefined when it was refused. What is refused stands in `action.said`. */
  async function does<T extends { no: string }>(work: (of: { id: number; version: number }, now: ComplaintDetail) => Promise<T>, say: string): Promise<T | undefined> {
    const now = complaint.value
    if (!now || action.busy.value) return undefined
    printed.clear()
    const done = await action.run(() => work({ id: now.id, version: now.version }, now), ({ no }) => t(`complaints.saved.${say}`, { no }))
    if (done === undefined) return undefined
    asking.value = null
    const { printJobIds } = done as { printJobIds?: number[] }
    if (printJobIds && printJobIds.length > 0) {
      action.clear()
      printed.follow({ no: done.no, printJobIds }, t(`complaints.saved.${say}`, { no: done.no }))
    }
    await load()
    return done
  }

  return {
    complaint, asking, action, printed, steps, side, load, does,
    close: () => { asking.value = null },
    reprint: () => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.complaints.reprint({ id: one })).printJobId] }), 'reprinted'),
    void: (reason: string) => does((of) => client.complaints.void({ ...of, reason }), 'voided').then(Boolean),
    mark: (reason: string) => does((of, { forMeeting }) => client.complaints.markForMeeting({ ...of, marked: !forMeeting, reason }), complaint.value?.forMeeting ? 'unmarked' : 'marked').then(Boolean),
  }
}
export type OpenComplaint = ReturnType<typeof useComplaint>
