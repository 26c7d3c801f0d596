import { describe, expect, test } from 'vitest'
import { slipDocument } from './document'
import { drawerSlip, type DrawerSlipInput } from './drawer-slip'
import { layoutSlip, slipPlainText } from './layout'

const at = new Date(2026, 2, 12, 17, 55).getTime()
const input: DrawerSlipInput = {
  company: '云汇中心物业服务有限公司',
  close: {
    no: 'QD26-000071', at, station: 'A1', by: '周晓岚', expectedFen: 92_350, countedFen: 92_300, differenceFen: -50, reason: '抹零', handedInFen: 72_300, floatFen: 20_000,
    counts: [{ fen: 10_000, pieces: 9 }, { fen: 1_000, pieces: 2 }, { fen: 100, pieces: 3 }],
  },
  drawer: {
    station: 'A1', since: at - 86_400_000, floatFen: 20_000, takenFen: 80_350, takenCount: 12, returnedFen: 8_000, returnedCount: 1, drawnFen: 0, expectedFen: 92_350,
    byPayment: [{ payment: 'cash', count: 5, amountFen: 72_350 }, { payment: 'card', count: 0, amountFen: 0 }, { payment: 'transfer', count: 0, amountFen: -3_000 }, { payment: 'wechat', count: 3, amountFen: 17_300 }, { payment: 'alipay', count: 0, amountFen: 0 }],
    receipts: { first: 'SJ26-000905', last: 'SJ26-000913', count: 9, voids: 1, refunds: 0 },
  },
}
const words = (of: DrawerSlipInput): string[] => slipPlainText(layoutSlip(drawerSlip(of)))

describe('M1 the count 清点单', () => {
  test('M1 sets notes and coins against the ledger, with the difference and its reason, and what is handed in', () => {
    expect(words(input)).toEqual([
      '清　点　单', '云汇中心物业服务有限公司', '编号  QD26-000071               2026-03-12 17:55', '上次清点                        2026-03-11 17:55', '收据                  SJ26-000905 至 SJ26-000913', '收 9 张，作废 1 张',
      '上次留存                                  200.00', '现金收入                                  803.50', '现金退回                                   80.00', '账面现金                                  923.50',
      '面额                          张数          金额', '100.00                           9        900.00', '10.00                            2         20.00', '1.00                             3          3.00',
      '点出现金                                  923.00', '差额                                       -0.50', '差额原因  抹零',
      '上交财务（人民币）                      ￥723.00', '大　　写  柒佰贰拾叁元整', '留存备用金                                200.00',
      '转账  0 张                                -30.00', '微信  3 张                                173.00', '财务签收  ＿＿＿＿＿＿＿＿＿＿＿＿', '清点  周晓岚                                A1台',
    ])
    expect(slipDocument.safeParse(drawerSlip(input)).success).toBe(true)
  })

  test('the first one, with nothing taken, says so', () => {
    const rows = words({
      ...input, close: { ...input.close, differenceFen: 0, reason: '', counts: [], countedFen: 0, expectedFen: 0, handedInFen: 0, floatFen: 0 },
      drawer: { ...input.drawer, since: null, byPayment: [], receipts: { first: '', last: '', count: 0, voids: 0, refunds: 0 } },
    })
    expect(rows).toContain('大　　写  零元整')
    expect(rows.some((row) => row.startsWith('上次清点') || row.startsWith('差额原因') || row.includes('作废'))).toBe(false)
    expect(rows).toContain('收据                                        没有')
  })
})
