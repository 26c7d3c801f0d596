import type { Ref } from 'vue'
import type { PaidServiceDetail } from '@shared/contract/paid-services'
import { client } from '../../client'
import { useSlipActions } from '../../components/charges/use-slip'
import { useRecord } from '../../components/entry/use-record'
import type { SlipAction } from './slip-state'

export type Asked = SlipAction | 'void'

/** An open 有偿服务单, and the steps one may take from it; `printed` hears of its receipt. */
export function useOpenSlip(id: Ref<number>, loaded: (slip: PaidServiceDetail) => void, printed: (jobId: number) => void) {
  const open = useRecord<PaidServiceDetail, Asked>({ id, loaded, name: 'service', area: 'services', registers: ['paid-services', 'cashier'], read: (one) => client.paidServices.get({ id: one }) })
  const { record: slip, does } = open
  return {
    ...open, slip, charges: useSlipActions(open.action, open.printed, open.load, printed),
    print: (what: 'quote' | 'slip') => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.paidServices.print({ id: one, what })).printJobId] })),
    voided: (reason: string) => does((of) => client.paidServices.void({ ...of, reason }), 'voided').then(Boolean),
  }
}
export type OpenSlip = ReturnType<typeof useOpenSlip>
