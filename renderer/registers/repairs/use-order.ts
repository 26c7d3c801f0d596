import { computed, type Ref } from 'vue'
import type { PaidServiceDetail } from '@shared/contract/paid-services'
import type { WorkOrderDetail } from '@shared/contract/repairs'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import { useSession } from '../../desk/session'
import { besides, stepsFor, type OrderAction, type SideAction } from './order-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<OrderAction, 'file' | 'start'> | Exclude<SideAction, 'reprint' | 'urge'> | 'pay' | 'month'

/** An order with the slip that charges for it, where one may see that. */
type Read = WorkOrderDetail & { slip: PaidServiceDetail | null }

/** An open order, and the steps one may take from it. */
export function useOrder(id: Ref<number>, loaded: (order: WorkOrderDetail) => void) {
  const session = useSession()
  const open = useRecord<Read, Asked>({
    id, loaded, name: 'order', area: 'repairs', registers: ['repairs', 'paid-services', 'notices', 'printing'],
    read: async (one) => ({ ...await client.repairs.get({ id: one }), slip: null }),
    complete: async (found) => ({ ...found, slip: found.charge && session.can('services.read') ? await client.paidServices.get({ id: found.charge.id }).catch(() => null) : null }),
  })
  const { record: order, can, does } = open
  const steps = computed<OrderAction[]>(() => (order.value ? stepsFor(order.value, can) : []))
  const side = computed<Set<SideAction>>(() => (order.value ? besides(order.value, can) : new Set()))

  return {
    ...open, order, steps, side, slip: computed(() => order.value?.slip ?? null),
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
