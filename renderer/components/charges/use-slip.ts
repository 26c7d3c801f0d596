import type { Signature } from '@shared/contract/base'
import type { LineInput, PaidServiceDetail, Payment } from '@shared/contract/paid-services'
import { fen, formatMoney } from '@shared/rules/money'
import { useI18n } from 'vue-i18n'
import { client } from '../../client'
import type { useAction } from '../../desk/action'
import type { usePrintNote } from '../entry/use-print-note'

type Slip = Pick<PaidServiceDetail, 'id' | 'version' | 'no'>

/** The steps of a 有偿服务单 that are taken from it, or from the order it charges for; each says how it went and reads anew; `receipt` hears what the receipt prints as. */
export function useSlipActions(action: ReturnType<typeof useAction>, printed: ReturnType<typeof usePrintNote>, reload: () => Promise<void>, receipt: (jobId: number) => void) {
  const { t } = useI18n()

  /** `say` words what was done; where paper came of it, the sentence of the paper (which names `no`) is followed by `also`. */
  async function does<T extends { no: string; printJobIds: number[] }>(work: () => Promise<T>, say: (done: T) => string, also: (done: T) => string = () => '', no: (done: T) => string = (done) => done.no): Promise<T | undefined> {
    if (action.busy.value) return undefined
    printed.clear()
    const done = await action.run(work, say)
    if (!done) return undefined
    if (done.printJobIds.length > 0) {
      action.clear()
      printed.follow({ no: no(done), printJobIds: done.printJobIds }, also(done))
    }
    await reload()
    return done
  }
  const of = ({ id, version }: Slip) => ({ id, version })
  const money = (amount: number): string => formatMoney(fen(amount))

  return {
    action,
    requote: (slip: Slip, lines: LineInput[], print: boolean) => does(() => client.paidServices.requote({ ...of(slip), lines, print }), ({ no }) => t('charges.said.quoted', { no }), () => t('charges.also.quoted')),
    decide: (slip: Slip, agreed: boolean, how: 'signed' | 'read-out', reason: string, signature: () => Promise<Signature>) =>
      does(async () => client.paidServices.decide({ ...of(slip), agreed, how, reason, signature: await signature() }), ({ no }) => t(agreed ? 'charges.said.agreed' : 'charges.said.refused', { no }), () => t('charges.also.agreed')),
    actuals: (slip: Slip, lines: { id: number; actualMilli: number }[], more: LineInput[]) => does(() => client.paidServices.actuals({ ...of(slip), lines, more }), ({ no }) => t('charges.said.actuals', { no })),
    pay: async (slip: Slip, payment: Payment, tenderedFen: number | null, payer: string) => {
      const paid = await does(
        () => client.paidServices.pay({ ...of(slip), payment, tenderedFen, payer }), (done) => t(done.changeFen > 0 ? 'charges.said.paidChange' : 'charges.said.paid', { no: done.receiptNo, change: money(done.changeFen) }),
        (done) => (done.changeFen > 0 ? t('charges.also.change', { change: money(done.changeFen) }) : ''), (done) => done.receiptNo,
      )
      if (paid?.printJobIds[0] !== undefined) receipt(paid.printJobIds[0])
      return paid
    },
    putOnMonth: (slip: Slip, month: string) => does(() => client.paidServices.putOnMonth({ ...of(slip), month }), ({ no }) => t('charges.said.monthly', { no, month: Number(month.slice(5)) })),
  }
}
export type SlipActions = ReturnType<typeof useSlipActions>
