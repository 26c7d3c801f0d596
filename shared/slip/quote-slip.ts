import type { SlipDocument } from './document'
import { amountLines, BLANK, type ServiceSlipHead, slipHead } from './service-lines'

export const QUOTE_SLIP = '报价单'

/** 报价单: what the work will cost, for the client to agree to before it begins (13.R3, 17.R2). */
export const quoteSlip = (input: ServiceSlipHead): SlipDocument => ({
  title: QUOTE_SLIP,
  lines: [
    ...slipHead(input),
    ...amountLines(input.lines),
    { kind: 'text', text: '□ 同意　　　□ 不同意，原因：' },
    { kind: 'feed', rows: 1 },
    { kind: 'fact', label: '客户签字', value: BLANK },
    { kind: 'rule', style: 'dashed' },
    { kind: 'text', text: '同意后才开工；按实际用量结算。' },
    { kind: 'pair', left: `开单  ${input.openedBy}`, right: `${input.station}台` },
  ],
})
