import { expect, test } from 'vitest'
import { complaintSlip, type ComplaintSlipInput } from './complaint-slip'
import { slipDocument } from './document'
import { layoutSlip } from './layout'

const at = new Date(2026, 2, 11, 9, 10).getTime()
const input: ComplaintSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'TS26-000087', at, channel: 'in-person', kind: 'noise', level: 2, room: '2706', place: '', name: '宋雨桐', company: '恒越信息技术（上海）有限公司', phoneMasked: '137****5062',
  cause: '2705 室装修，上班时间打钻，2706 室视频庭审听不清', department: 'engineering', person: '何建国', dueAt: at + 24 * 3_600_000, rounds: [], receivedBy: '周晓岚', station: 'A1',
}
const words = (slip: ComplaintSlipInput, paper: 58 | 80 = 80): string[] =>
  layoutSlip(complaintSlip(slip), paper).rows.flatMap((row) => (row.kind === 'text' ? [row.spans.map((span) => span.text).join('').trim()] : []))

test('7.F1 7.R4 客户投诉记录 says who, where, of what, how serious, who handles it by when, and has room for the rest', () => {
  expect(words(input)).toEqual([
    '客户投诉记录', '云汇中心　客户服务中心', '编号  TS26-000087               2026-03-11 09:10', '二级   2706室',
    '渠　　道  当面', '客　　户  宋雨桐', '单　　位  恒越信息技术（上海）有限公司', '电　　话  137****5062', '类　　别  噪声', '起　　因  2705 室装修，上班时间打钻，2706 室视频', '庭审听不清',
    '责　　任  工程部  何建国', '时　　限  2026-03-12 09:10', '处理结果  ＿＿＿＿＿＿＿＿＿＿＿＿', '问 客 户  ＿＿＿＿＿＿＿＿＿＿＿＿', '客户意见  □满意  □基本满意  □不满意', '受理  周晓岚                                A1台',
  ])
  expect(slipDocument.safeParse(complaintSlip(input)).success).toBe(true)
})

test('7.R5 a later round tells what was done before and what the client said of it; what is not known leaves no empty line', () => {
  const rows = words({ ...input, room: '', place: '大堂', company: '', phoneMasked: '', department: null, person: '', rounds: [{ round: 1, handling: '口头告知施工方', opinion: 'dissatisfied' }, { round: 2, handling: '', opinion: null }] })
  expect(rows).toContain('第 一 次  口头告知施工方（不满意）')
  expect(rows.some((row) => row.startsWith('第 二 次') || row.startsWith('责　　任') || row.startsWith('电　　话'))).toBe(false)
  expect(rows[3]).toBe('二级')
  expect(rows).toContain('地　　点  大堂')
})

test('7.F1 on 58 mm every row fits', () => {
  expect(words(input, 58).every((row) => [...row].reduce((width, c) => width + (c.charCodeAt(0) > 255 ? 2 : 1), 0) <= 32)).toBe(true)
})
