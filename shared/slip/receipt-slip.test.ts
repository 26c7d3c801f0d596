import { describe, expect, test } from 'vitest'
import { fen } from '../rules/money'
import { slipDocument } from './document'
import { layoutSlip, slipPlainText } from './layout'
import { receiptSlip, type ReceiptSlipInput } from './receipt-slip'

const input: ReceiptSlipInput = {
  kind: 'receipt',
  company: '云汇中心物业服务有限公司', no: 'SJ26-000913', at: new Date(2026, 2, 12, 14, 26).getTime(), payer: '博远（北京）国际供应链管理有限公司', room: '1808', subject: '更换阀门', recordNo: 'YC26-000341',
  lines: [{ name: '更换阀门', unit: '个', quantityMilli: 1_000, unitPriceFen: 8_000, amountFen: 8_000 }, { name: '铜阀门', unit: '', quantityMilli: 2_000, unitPriceFen: 4_650, amountFen: 9_300 }],
  totalFen: fen(17_300), payment: 'wechat', tenderedFen: null, changeFen: fen(0), cashier: '周晓岚', station: 'A1', voided: null,
}
const words = (slip: ReceiptSlipInput, paper: 80 | 58 = 80): string[] => slipPlainText(layoutSlip(receiptSlip(slip), paper))

describe('M1 M2 17.R4 the receipt', () => {
  test('M1 says who paid for what, the total in figures and capitals, and how it was paid', () => {
    expect(words(input)).toEqual([
      '收　　据', '云汇中心物业服务有限公司', '编号  SJ26-000913               2026-03-12 14:26', '交款单位  博远（北京）国际供应链管理有限公司', '房　　号  1808室', '事　　由  更换阀门', '单　　号  YC26-000341',
      '项目                    数量      单价      金额', '更换阀门（个）             1     80.00     80.00', '铜阀门                     2     46.50     93.00',
      '合计（人民币）                          ￥173.00', '大　　写  壹佰柒拾叁元整', '付款  微信                            找零  0.00', 'QT1:SJ26-000913', '收款  周晓岚  A1台                          盖章',
    ])
    expect(slipDocument.safeParse(receiptSlip(input)).success).toBe(true)
  })

  test('17.R4 cash given and change stand on one row', () => {
    expect(words({ ...input, payment: 'cash', tenderedFen: fen(20_000), changeFen: fen(2_700) })).toContain('付款  现金               收  200.00  找零  27.00')
  })

  test('M2 a voided one says 作废 with time and reason, has no code to be taken for a receipt, and a place to sign for the money', () => {
    const slip = receiptSlip({ ...input, voided: { at: new Date(2026, 2, 12, 15, 2).getTime(), by: '韩雪', station: 'A2', reason: '付款方式登记错' } })
    const rows = slipPlainText(layoutSlip(slip))
    expect(rows.slice(0, 6)).toEqual(['作废收据', '云汇中心物业服务有限公司', '作　废', '作废时间  2026-03-12 15:02', '原　　因  付款方式登记错', '编号  SJ26-000913               2026-03-12 14:26'])
    expect(rows.slice(-3)).toEqual(['本收据已作废，编号保留。', '退款签收  ＿＿＿＿＿＿＿＿＿＿＿＿', '作废  韩雪  A2台                            盖章'])
    expect(slip.lines.some((line) => line.kind === 'qr')).toBe(false)
    expect(slipDocument.safeParse(slip).success).toBe(true)
  })

  test('without room and subject those lines are left out, and it fits 58 mm', () => {
    const rows = words({ ...input, room: '', subject: '' }, 58)
    expect(rows.some((row) => row.startsWith('房　　号') || row.startsWith('事　　由'))).toBe(false)
    expect(rows).toContain('大　　写  壹佰柒拾叁元整')
  })
})
