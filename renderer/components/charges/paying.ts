import type { Payment } from '@shared/contract/paid-services'
import { fen, type Fen, formatMoney, parseMoney } from '@shared/rules/money'
import type { EntryFault } from '../entry/entry-fault'

export const payments = ['cash', 'card', 'transfer', 'wechat', 'alipay'] as const satisfies readonly Payment[]

/** How money is given at the desk, as it is written: `tendered` is cash given, empty where it is counted out exactly. */
export interface PayDraft { payment: Payment; tendered: string; payer: string }

const given = (draft: Pick<PayDraft, 'payment' | 'tendered'>) => (draft.payment === 'cash' && draft.tendered.trim() ? parseMoney(draft.tendered) : null)

/** Cash given, in fen; null where it is not told. */
export function tenderedOf(draft: Pick<PayDraft, 'payment' | 'tendered'>): Fen | null {
  const money = given(draft)
  return money?.ok ? money.fen : null
}

/** What goes back, in fen; negative where it is too little, null where no cash is told. */
export function changeOf(draft: Pick<PayDraft, 'payment' | 'tendered'>, totalFen: number): Fen | null {
  const tendered = tenderedOf(draft)
  return tendered === null ? null : fen(tendered - totalFen)
}

/** What is wrong with the cash given, in the words of `charges.fault`; null when all is well. */
export function payFault(draft: Pick<PayDraft, 'payment' | 'tendered'>, totalFen: number): EntryFault<'tenderedFen'> | null {
  const money = given(draft)
  if (money && !money.ok) return { field: 'tenderedFen', code: 'tendered', params: {} }
  const change = changeOf(draft, totalFen)
  return change !== null && change < 0 ? { field: 'tenderedFen', code: 'tooLittle', params: { left: formatMoney(fen(-change)) } } : null
}
