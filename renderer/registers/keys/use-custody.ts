import { computed, type Ref } from 'vue'
import type { KeyCustody } from '@shared/contract/keys'
import { nextCustodyState } from '@shared/rules/key'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import { t } from '../../locales'

export type CustodyStep = 'unseal' | 'reseal' | 'end' | 'void'
export type CustodyRecord = KeyCustody & { erased: boolean }

/** An open 托管书, and the steps one may take from it (11.R4). */
export function useCustody(id: Ref<number>, loaded: (custody: CustodyRecord) => void) {
  const open = useRecord<CustodyRecord, CustodyStep>({ id, loaded, name: 'key-custody', area: 'keyLoans', registers: ['keys'], read: async (one) => ({ ...(await client.keys.custody({ id: one })), erased: false }) })
  const { record: custody, can, does, action } = open
  return {
    ...open, custody,
    steps: computed<CustodyStep[]>(() => {
      const now = custody.value
      if (!now || !can('keys.write')) return []
      return (['unseal', 'reseal', 'end', 'void'] as const).filter((step) => nextCustodyState(now.state, step) !== null && (step !== 'void' || (can('keys.check') && now.events.length <= 1)))
    }),
    print: (to: 'printer' | 'pdf') => action.run(() => client.keys.printCustody({ id: id.value, to }), (done) => done && t(done.path ? 'keyLoans.custody.savedPdf' : 'keyLoans.custody.printed', { path: done.path })),
    void: (reason: string) => does((of) => client.keys.voidCustody({ ...of, reason }), 'custodyVoid').then(Boolean),
  }
}
export type OpenCustody = ReturnType<typeof useCustody>
