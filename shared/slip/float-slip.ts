import type { DrawerFloat } from '../contract/cashier'
import { capitals } from '../rules/capitals'
import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import { pair, type SlipDocument } from './document'

export const FLOAT_SLIP = '备用金领款单'

/** 备用金领款单 (M1): cash from finance for a drawer, in figures and capitals; signed for by who gave it. */
export function floatSlip({ company, float }: { company: string; float: DrawerFloat }): SlipDocument {
  const { signed } = float
  return {
    title: FLOAT_SLIP, openDrawer: true,
    lines: [
      { kind: 'text', text: company, align: 'center' },
      { kind: 'rule', style: 'thick' },
      pair(`编号  ${float.no}`, stampOf(float.at)),
      pair('领备用金（人民币）', formatMoney(fen(float.amountFen), '￥')),
      { kind: 'fact', label: '大写', value: capitals(fen(float.amountFen)) },
      ...(float.note ? [{ kind: 'fact' as const, label: '备注', value: float.note }] : []),
      { kind: 'rule', style: 'dashed' },
      { kind: 'fact', label: '财务付款', value: signed.onPaper && signed.signatureId === null ? `${signed.by} ＿＿＿＿＿＿＿＿` : `${signed.by}  ${stampOf(signed.at)}` },
      { kind: 'feed', rows: 1 },
      pair(`领款  ${float.by}`, `${float.station}台`),
    ],
  }
}
