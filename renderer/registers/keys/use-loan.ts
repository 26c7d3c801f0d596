import { computed, type Ref } from 'vue'
import type { KeyLoanDetail } from '@shared/contract/keys'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import { loanActions, type LoanAction } from './loan-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<LoanAction, 'chase' | 'cut'>

/** An open loan, and the steps one may take from it; `slip` hears of what was given out. */
export function useLoan(id: Ref<number>, loaded: (loan: KeyLoanDetail) => void) {
  const open = useRecord<KeyLoanDetail, Asked>({ id, loaded, name: 'key-loan', area: 'keyLoans', registers: ['keys', 'cashier'], read: (one) => client.keys.loan({ id: one }) })
  const { record: loan, can, does } = open
  return {
    ...open, loan,
    actions: computed<LoanAction[]>(() => (loan.value ? loanActions(loan.value, can) : [])),
    chase: () => does(({ id: one }) => client.keys.chase({ id: one }), 'chased'),
  }
}
export type OpenLoan = ReturnType<typeof useLoan>
