import { expect, test } from 'vitest'
import { slipDocument } from './document'
import { layoutSlip } from './layout'
import { noticeSlip, type NoticeSlipInput } from './notice-slip'

const input: NoticeSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'DJ26-004219', at: new Date(2026, 2, 12, 14, 31).getTime(), department: 'engineering', person: '何建国',
  who: '陆文博（博远供应链）', reachBy: '陆文博 分机8012', room: '1808', matter: '空调不制冷', kind: 'call', reminders: 0, receptionist: '周晓岚', station: 'A1',
}
const words = (slip: NoticeSlipInput): string[] =>
  layoutSlip(noticeSlip(slip), 80).rows.flatMap((row) => (row.kind === 'text' ? [row.spans.map((span) => span.text).join('').trim()] : []))

test('16.R1 the notice slip tells the department who, where, what and how to answer', () => {
  expect(words(input)).toEqual([
    '告　知　单', '云汇中心　客户服务中心', '编号  DJ26-004219               2026-03-12 14:31', '工程部   1808室',
    '告　　知  何建国', '来 电 人  陆文博（博远供应链）', '联　　系  陆文博 分机8012', '事　　项  空调不制冷',
    '收到请签收，或在屏上确认。', '签　　收  ＿＿＿＿＿＿＿＿＿＿＿＿', '接待  周晓岚                                A1台',
  ])
  expect(slipDocument.safeParse(noticeSlip(input)).success).toBe(true)
})

test('16.R1 a reminder says so with its count, and what is not known leaves no empty line', () => {
  const rows = words({ ...input, kind: 'visit', reminders: 2, room: '', person: '', reachBy: '' })
  expect(rows.slice(3, 5)).toEqual(['催  2', '工程部'])
  expect(rows).toContain('来 访 人  陆文博（博远供应链）')
  expect(rows.some((row) => row.startsWith('告　　知') || row.startsWith('联'))).toBe(false)
})
