import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PaidServiceDetail } from '@shared/contract/paid-services'
import type { WorkOrderDetail } from '@shared/contract/repairs'
import { client } from '../../client'
import { usePrintNote } from '../../components/entry/use-print-note'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'
import { onLive, onLiveAgain } from '../../live'
import { besides, stepsFor, type OrderAction, type SideAction } from './order-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<OrderAction, 'file' | 'start'> | Exclude<SideAction, 'reprint' | 'urge'> | 'pay'

/** An open order: read, read anew as it changes, and the steps one may take from it. */
export function useOrder(id: Ref<number>, loaded: (order: WorkOrderDetail) => void) {
  const { t } = useI18n()
  const session = useSession()
  const action = useAction('order')
  const printed = usePrintNote()
  const order = shallowRef<WorkOrderDetail | null>(null)
  const slip = shallowRef<PaidServiceDetail | null>(null)
  const asking = ref<Asked | null>(null)

  async function load(): Promise<void> {
    const asked = id.value
    const found = await action.run(() => client.repairs.get({ id: asked }), () => action.said.value?.text ?? null)
    if (!found || asked !== id.value) return
    const charged = found.charge && session.can('services.read') ? await client.paidServices.get({ id: found.charge.id }).catch(() => null) : null
    if (asked !== id.value) return
    order.value = found
    slip.value = charged
    loaded(found)
  }
  function changed(): void {
    // Under a form that is being written nothing moves; the version tells the store what was seen.
    if (asking.value === null) void load()
  }
  const stops = [onLive('changed', ({ register }) => { if (register === 'repairs' || register === 'paid-services' || register === 'notices' || register === 'printing') changed() }), onLiveAgain(changed)]
  for (const stop of stops) onScopeDispose(stop)
  watch(id, () => {
    action.clear()
    printed.clear()
    asking.value = null
    order.value = null
    slip.value = null
    void load()
  }, { immediate: true })

  const can = (permission: Parameters<typeof session.can>[0]): boolean => session.can(permission)
  const steps = computed<OrderAction[]>(() => (order.value ? stepsFor(order.value, can) : []))
  const side = computed<Set<SideAction>>(() => (order.value ? besides(order.value, can) : new Set()))

  /** Does `work` with the order as it was seen; true when it was done. What is refused stands in `action.said`. */
  async function does<T extends { no: string }>(work: (of: { id: number; version: number }, now: WorkOrderDetail) => Promise<T>, say: string): Promise<T | undefined> {
    const now = order.value
    if (!now || action.busy.value) return undefined
    printed.clear()
    const done = await action.run(() => work({ id: now.id, version: now.version }, now), ({ no }) => t(`repairs.saved.${say}`, { no }))
    if (done === undefined) return undefined
    asking.value = null
    const { printJobIds } = done as { printJobIds?: number[] }
    if (printJobIds && printJobIds.length > 0) {
      action.clear()
      printed.follow({ no: done.no, printJobIds }, t(`repairs.saved.${say}`, { no: done.no }))
    }
    await load()
    return done
  }

  return {
    order, slip, asking, action, printed, steps, side, load, does, can,
    close: () => { asking.value = null },
    start: () => does((of) => client.repairs.start(of), 'started'),
    file: () => does(async ({ id: one }, { no }) => {
      await client.repairs.file({ ids: [one] })
      return { no }
    }, 'filed'),
    urge: () => does(({ id: one }) => client.repairs.urge({ id: one }), 'urged'),
    reprint: () => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.repairs.reprint({ id: one })).printJobId] }), 'reprinted'),
    void: (reason: string) => does((of) => client.repairs.void({ ...of, reason }), 'voided').then(Boolean),
    stepBack: (reason: string) => does((of) => client.repairs.stepBack({ ...of, reason }), 'steppedBack').then(Boolean),
    returned: (by: string) => does((of) => client.repairs.return({ ...of, by }), 'returned').then(Boolean),
  }
}
export type OpenOrder = ReturnType<typeof useOrder>
