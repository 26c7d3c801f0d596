import { describe, expect, test } from 'vitest'
import { slipDocument } from './document'
import { layoutSlip, slipPlainText } from './layout'
import { quoteSlip } from './quote-slip'
import type { ServiceSlipHead, ServiceSlipLine } from './service-lines'
import { serviceSlip, type ServiceSlipInput } from './service-slip'

const line = (over: Partial<ServiceSlipLine>): ServiceSlipLine =>
  ({ name: '更换阀门', unit: '个', code: 'S-01', basis: 'listed', kind: 'labour', supplier: 'tower', unitPriceFen: 8_000, quotedMilli: 1_000, actualMilli: null, ...over })
const head: ServiceSlipHead = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'YC26-000341', at: new Date(2026, 2, 12, 13, 5).getTime(), room: '1808', place: '茶水间',
  tenantName: '博远（北京）国际供应链管理有限公司', client: '陆文博', title: '更换阀门', orderNo: 'WX26-001203', emergency: false, openedBy: '周晓岚', station: 'A1',
  lines: [line({}), line({ name: '铜阀门', kind: 'material', unitPriceFen: 4_650, quotedMilli: 2_000 }), line({ name: '软管', unit: '米', kind: 'material', supplier: 'client', unitPriceFen: 0, quotedMilli: 1_500 })],
}
const slip: ServiceSlipInput = { ...head, agreed: null, worker: '', rating: null, clientSigned: null, month: '', receiptNo: '', checkedBy: '', secondCheckedBy: '' }

describe('17.R2 the quote 报价单', () => {
  test('17.R2 says labour and material, who supplies it, the total in figures and capitals, and where to agree', () => {
    expect(slipPlainText(layoutSlip(quoteSlip(head)))).toEqual([
      '报　价　单', '云汇中心　客户服务中心', '编号  YC26-000341               2026-03-12 13:05', '1808室',
      '单　　位  博远（北京）国际供应链管理有限公司', '客　　户  陆文博', '位　　置  茶水间', '事　　由  更换阀门', '工令单号  WX26-001203',
      '项目                    数量      单价      金额',
      '更换阀门（个）             1     80.00     80.00',
      '铜阀门（个）               2     46.50     93.00',
      '软管（米，客户自备）     1.5      0.00      0.00',
      '人工  80.00                          材料  93.00', '合计（人民币）                          ￥173.00', '大　　写  壹佰柒拾叁元整',
      '□ 同意　　　□ 不同意，原因：', '', '客户签字  ＿＿＿＿＿＿＿＿＿＿＿＿', '同意后才开工；按实际用量结算。', '开单  周晓岚                                A1台',
    ].filter((text) => text !== ''))
    expect(slipDocument.safeParse(quoteSlip(head)).success).toBe(true)
  })

  test('17.R1 an unlisted job says how it got its price', () => {
    const rows = slipPlainText(layoutSlip(quoteSlip({ ...head, lines: [line({ basis: 'nearest', code: 'S-01', name: '更换角阀' }), line({ basis: 'agreed', code: '', name: '疏通地漏', unit: '次' })] })))
    expect(rows.join('\n')).toMatch(/更换角阀（个，比照 +1 +80\.00 +80\.00\nS-01）/)
    expect(rows).toContain('疏通地漏（次，议定）       1     80.00     80.00')
  })

  test('17.F2 the largest amounts keep to one row of the paper', () => {
    const rows = slipPlainText(layoutSlip(quoteSlip({ ...head, lines: [line({ unitPriceFen: 100_000_000, quotedMilli: 9_999 })] })))
    expect(rows.find((row) => row.includes('9,999,000.00'))).toMatch(/ 9\.999 +1,000,000\.00 +9,999,000\.00$/)
  })
})

describe('17.F2 the slip 有偿服务单', () => {
  test('17.F2 before the work it has places to sign by hand', () => {
    const rows = slipPlainText(layoutSlip(serviceSlip(slip)))
    expect(rows[0]).toBe('有偿服务单')
    expect(rows.slice(-6)).toEqual([
      '客户同意  ＿＿＿＿＿＿＿＿＿＿＿＿', '维 修 人  ＿＿＿＿＿＿＿＿＿＿＿＿', '评　　价  □ 满意　□ 一般　□ 不满意', '客户签字  ＿＿＿＿＿＿＿＿＿＿＿＿', '付　　款  □ 现付　□ 月结', '开单  周晓岚                                A1台',
    ])
  })

  test('17.R3 17.R4 17.R5 afterwards it says what was used, who signed how, how it was paid and who checked it', () => {
    const at = new Date(2026, 2, 12, 14, 26).getTime()
    const done: ServiceSlipInput = {
      ...slip, lines: [line({ actualMilli: 1_500 })], agreed: { by: '陆文博', at: head.at, onPaper: false, how: 'read-out' }, worker: '何建国', rating: 'fair',
      clientSigned: { by: '陆文博', at, onPaper: true }, month: '2026-03', checkedBy: '韩雪', secondCheckedBy: '冯雪',
    }
    const rows = slipPlainText(layoutSlip(serviceSlip(done)))
    expect(rows).toContain('更换阀门（个）           1.5     80.00    120.00')
    expect(rows.slice(-7)).toEqual([
      '客户同意  陆文博  2026-03-12 13:05 口头同意', '维 修 人  何建国', '评　　价  一般', '客户签字  陆文博  2026-03-12 14:26 纸上签', '付　　款  月结 2026-03', '审核  韩雪                            复核  冯雪', '开单  周晓岚                                A1台',
    ])
    expect(slipPlainText(layoutSlip(serviceSlip({ ...done, receiptNo: 'SJ26-000912' })))).toContain('付　　款  现付，收据 SJ26-000912')
  })

  test('17.R3 an emergency that was done first says so', () => {
    expect(slipPlainText(layoutSlip(serviceSlip({ ...slip, emergency: true })))).toContain('紧　　急  先修后补单')
  })
})
