import { describe, expect, test } from 'vitest'
import { type SlipDocument, slipDocument } from './document'
import { layoutSlip } from './layout'
import { urgeSlip, workOrderSlip, type WorkOrderSlipInput } from './work-order-slip'

const input: WorkOrderSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'WX26-001207', at: new Date(2026, 2, 12, 13, 2).getTime(), room: '1808', place: '茶水间', content: '茶水间水槽下方接头漏水，地面有积水',
  company: '博远（北京）国际供应链管理有限公司', reporter: '陆文博', extension: '8012', appointmentAt: new Date(2026, 2, 12, 13, 30).getTime(), dueAt: new Date(2026, 2, 12, 15, 0).getTime(),
  trade: 'plumbing', urgency: 'urgent', chargeable: true, emergencyFirst: false, charge: { no: 'YC26-000341', totalFen: 17_300 }, token: 'QT1:WX26-001207:7F3A',
  copy: { index: 1, of: 2 }, receivedBy: '周晓岚', station: 'A1',
}
const words = (slip: SlipDocument): string[] => layoutSlip(slip, 80).rows.flatMap((row) => (row.kind === 'text' ? [row.spans.map((span) => span.text).join('').trim()] : []))
const value = (slip: SlipDocument, label: string): unknown => slip.lines.flatMap((line) => (line.kind === 'fact' && line.label === label ? [line.value] : []))[0]

describe('13.F2 维修工作令单', () => {
  test('13.F2 says what, where and for whom, whether it is charged, and leaves room for worker and client', () => {
    expect(words(workOrderSlip(input))).toEqual([
      '维修工作令单', '云汇中心　客户服务中心', '第1联 工程联，共2联', '编号  WX26-001207               2026-03-12 13:02', '1808室',
      '报修内容  茶水间水槽下方接头漏水，地面有积水', '地　　点  茶水间', '单　　位  博远（北京）国际供应链管理有限公司', '报 修 人  陆文博 分机8012', '预　　约  2026-03-12 13:30', '应 完 工  2026-03-12 15:00',
      '工　　种  水暖', '紧　　急  急', '收　　费  收费  YC26-000341  ￥173.00',
      '维 修 人  ＿＿＿＿＿＿＿＿＿＿＿＿', '完工时间  ＿＿＿＿＿＿＿＿＿＿＿＿', '维修记录  ＿＿＿＿＿＿＿＿＿＿＿＿', '客户评价  □满意　□一般　□不满意', '客户签字  ＿＿＿＿＿＿＿＿＿＿＿＿',
      '完工签字后请将本单交回前台', '受理  周晓岚                                A1台',
    ])
    expect(workOrderSlip(input).lines).toContainEqual({ kind: 'qr', data: 'QT1:WX26-001207:7F3A' })
    expect(slipDocument.safeParse(workOrderSlip(input)).success).toBe(true)
  })

  test('13.F2 copies differ in whose they are; one printed again does not say', () => {
    expect(words(workOrderSlip({ ...input, copy: { index: 2, of: 2 } }))[2]).toBe('第2联 客户联，共2联')
    expect(words(workOrderSlip({ ...input, copy: null }))[2]).toContain('编号')
  })

  test('13.R3 a free one says so; 17.R3 an emergency that is done first says that its slip comes after', () => {
    expect(value(workOrderSlip({ ...input, chargeable: false, charge: null }), '收费')).toBe('免费')
    expect(value(workOrderSlip({ ...input, charge: null, emergencyFirst: true, urgency: 'emergency' }), '收费')).toBe('收费，急修先做，单后补')
  })

  test('13.F2 a place of no room stands where the room does, and what is not known leaves no empty line', () => {
    const slip = workOrderSlip({ ...input, room: '', place: '3层茶水间', company: '', extension: '', appointmentAt: null })
    expect(slip.lines).toContainEqual({ kind: 'text', text: '3层茶水间', align: 'center', size: 2 })
    expect(['地点', '单位', '预约'].map((label) => value(slip, label))).toEqual([undefined, undefined, undefined])
    expect(value(slip, '报修人')).toBe('陆文博')
  })
})

describe('13.R7 催单', () => {
  const urge = { ...input, now: new Date(2026, 2, 13, 9, 5).getTime(), fault: '茶水间水槽下方接头漏水', fetchedBy: '何建国', worker: '孙立', reminders: 2, by: '周晓岚' }

  test('13.R7 tells engineering which order it has had since when, and how often it was reminded', () => {
    expect(words(urgeSlip(urge))).toEqual([
      '催　　单', '云汇中心　客户服务中心', '编号  WX26-001207               2026-03-13 09:05', '催  2', '1808室',
      '报修内容  茶水间水槽下方接头漏水', '单　　位  博远（北京）国际供应链管理有限公司', '报修时间  2026-03-12 13:02', '领　　单  何建国', '维 修 人  孙立', '应 完 工  2026-03-12 15:00',
      '完工请返单，未完请说明原因。', '原　　因  ＿＿＿＿＿＿＿＿＿＿＿＿', '催办  周晓岚                                A1台',
    ])
    expect(slipDocument.safeParse(urgeSlip(urge)).success).toBe(true)
  })

  test('13.R7 an order nobody fetched says so', () => {
    expect(value(urgeSlip({ ...urge, fetchedBy: '', worker: '' }), '领单')).toBe('还没有领单')
  })
})
