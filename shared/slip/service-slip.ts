import type { Rating } from '../contract/repairs'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'
import { amountLines, BLANK, type ServiceSlipHead, slipHead } from './service-lines'

export const SERVICE_SLIP = '有偿服务单'

export interface SlipSignature { by: string; at: number; onPaper: boolean }

export interface ServiceSlipInput extends ServiceSlipHead {
  /** Null while the client has not agreed; an emergency's agreement comes with the work. */
  agreed: (SlipSignature & { how: 'signed' | 'read-out' }) | null
  worker: string
  rating: Rating | null
  clientSigned: SlipSignature | null
  /** YYYY-MM of 月结; empty when it is paid at the desk. */
  month: string
  receiptNo: string
  checkedBy: string
  secondCheckedBy: string
}

export const ratingWords: Record<Rating, string> = { satisfied: '满意', fair: '一般', dissatisfied: '不满意' }

const signatureText = ({ by, at, onPaper }: SlipSignature, how: string): string => `${by}  ${stampOf(at)} ${onPaper ? '纸上签' : how}`

/** 有偿服务单 (17.F2). What is not known yet is a place to write by hand. */
export function serviceSlip(input: ServiceSlipInput): SlipDocument {
  const { agreed, clientSigned } = input
  const lines: SlipLine[] = [
    ...slipHead(input),
    ...amountLines(input.lines),
    { kind: 'fact', label: '客户同意', value: agreed ? signatureText(agreed, agreed.how === 'read-out' ? '口头同意' : '屏上签') : BLANK },
    { kind: 'fact', label: '维修人', value: input.worker || BLANK },
    { kind: 'fact', label: '评价', value: input.rating ? ratingWords[input.rating] : '□ 满意　□ 一般　□ 不满意' },
    { kind: 'fact', label: '客户签字', value: clientSigned ? signatureText(clientSigned, '屏上签') : BLANK },
    { kind: 'fact', label: '付款', value: payment(input) },
    { kind: 'rule', style: 'dashed' },
  ]
  if (input.checkedBy) lines.push({ kind: 'pair', left: `审核  ${input.checkedBy}`, right: input.secondCheckedBy ? `复核  ${input.secondCheckedBy}` : '' })
  lines.push({ kind: 'pair', left: `开单  ${input.openedBy}`, right: `${input.station}台` })
  return { title: SERVICE_SLIP, lines }
}

function payment({ receiptNo, month }: ServiceSlipInput): string {
  if (receiptNo) return `现付，收据 ${receiptNo}`
  return month ? `月结 ${month}` : '□ 现付　□ 月结'
}
