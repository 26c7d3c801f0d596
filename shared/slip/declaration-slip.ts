import { fen, formatMoney } from '../rules/money'
import type { PassKind } from '../rules/pass'
import type { SlipDocument } from './document'
import { facts, head, type SlipFoot, type SlipHead } from './pass-slip'
import { passKindWords } from './pass-words'

export const DECLARATION_SLIP = '作废声明'

export interface DeclarationSlipInput extends SlipHead, SlipFoot {
  passNo: string; kind: PassKind; holder: string; company: string; lostOn: string; lostWhere: string; declaredBy: string; forfeitedFen: number
}

/** 作废声明 (12.R10, 12.F6): the pass is void from now on, and its deposit is not given back. */
export function declarationSlip(input: DeclarationSlipInput): SlipDocument {
  return {
    title: DECLARATION_SLIP,
    lines: [
      ...head(input),
      { kind: 'text', text: input.passNo, align: 'center', size: 2 },
      { kind: 'rule', style: 'thin' },
      ...facts([
        ['证件种类', passKindWords[input.kind]], ['持证人', input.holder], ['单位', input.company], ['遗失日期', input.lostOn], ['遗失地点', input.lostWhere],
        ['押金', input.forfeitedFen === 0 ? '' : `${formatMoney(fen(input.forfeitedFen), '￥')} 不予退还`], ['声明人', input.declaredBy],
      ]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '上列证件遗失，自即时起作废。捡到者请交客户服务中心。' },
      { kind: 'fact', label: '签名', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `客服  ${input.by}  ${input.station}台`, right: '盖章' },
    ],
  }
}
