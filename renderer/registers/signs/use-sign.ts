import type { Ref } from 'vue'
import type { SignDetail } from '@shared/contract/signs'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import type { SignAction } from '@shared/rules/sign'

/** What is asked for in place before it is done. */
export type Asked = SignAction

/** An open sign, and the steps one may take from it. */
export function useSign(id: Ref<number>, loaded: (sign: SignDetail) => void) {
  const open = useRecord<SignDetail, Asked>({ id, loaded, name: 'sign', area: 'signs', registers: ['signs', 'cashier', 'tenants'], read: (one) => client.signs.get({ id: one }) })
  const { record: sign, does } = open
  return {
    ...open, sign,
    reprint: () => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.signs.reprint({ id: one })).printJobId] }), 'reprinted'),
    giveBack: (reason: string) => does((of) => client.signs.return({ ...of, reason }), 'returned').then(Boolean),
    file: () => does((of) => client.signs.file(of), 'filed').then(Boolean),
    void: (reason: string) => does((of) => client.signs.void({ ...of, reason }), 'voided').then(Boolean),
  }
}
export type OpenSign = ReturnType<typeof useSign>
