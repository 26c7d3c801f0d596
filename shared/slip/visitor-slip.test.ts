import { describe, expect, test } from 'vitest'
import { hasPending, slipDocument } from './document'
import { layoutSlip } from './layout'
import { matterWords, visitorSlip, type VisitorSlipInput } from './visitor-slip'

const input: VisitorSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'DJ26-004218', at: new Date(2026, 2, 12, 14, 26).getTime(), room: '1808', cardNo: 'T-037',
  name: '何婉清', company: '恒越信息技术（上海）有限公司', hostName: '陆文博', hostCompany: '博远（北京）国际供应链管理有限公司', matter: '面谈', people: 1,
  validUntil: new Date(2026, 2, 12, 18, 0).getTime(), token: 'QT1:ABC234', retentionDays: 30, receptionist: '周晓岚', station: 'A1',
}
const words = (slip: VisitorSlipInput): string[] =>
  layoutSlip(visitorSlip(slip), 80).rows.flatMap((row) => (row.kind === 'text' ? [row.spans.map((span) => span.text).join('')] : []))

describe('16.R4 the visitor slip', () => {
  test('16.R4 says room, card, host and until when, and carries the entry\'s token', () => {
    expect(words(input).map((row) => row.trim())).toEqual([
      '访　客　单', '云汇中心　客户服务中心', '编号  DJ26-004218               2026-03-12 14:26', '1808室   T-037',
      '来 访 人  何婉清', '单　　位  恒越信息技术（上海）有限公司', '被 访 人  陆文博', '公　　司  博远（北京）国际供应链管理有限公司',
      '事　　由  面谈', '人　　数  1人', '有 效 至  2026-03-12 18:00', '离开时请将本单与临时卡交回前台',
      '登记信息只用于来访管理，30天后删除。', '接待  周晓岚                                A1台',
    ])
    expect(visitorSlip(input).lines).toContainEqual({ kind: 'qr', data: 'QT1:ABC234' })
    expect(slipDocument.safeParse(visitorSlip(input)).success).toBe(true)
  })

  test('16.R4 before saving there is no number and no QR code, and the slip says so', () => {
    const slip = visitorSlip({ ...input, no: null, token: null, room: '', hostName: '', hostCompany: '' })
    expect(hasPending(slip)).toBe(true)
    expect(slip.lines).toContainEqual({ kind: 'qr-pending', words: ['二维码', '保存后生成'] })
    expect(hasPending(visitorSlip(input))).toBe(false)
  })

  test('16.R4 a department visited without room or card leaves those lines out', () => {
    const rows = words({ ...input, room: '', cardNo: '', hostName: '工程部', hostCompany: '' })
    expect(rows.some((row) => row.includes('室') || row.includes('T-037') || row.includes('临时卡'))).toBe(false)
  })

  test('16.F1 the matter is the purpose with what was written to it', () => {
    expect(matterWords('works', '冷却塔检修')).toBe('施工，冷却塔检修')
    expect(matterWords('other', '取遗失物')).toBe('取遗失物')
    expect(matterWords('other', '')).toBe('其他')
  })
})
