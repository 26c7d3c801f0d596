import { describe, expect, test } from 'vitest'
import { declarationSlip } from './declaration-slip'
import { slipDocument, type SlipDocument } from './document'
import { layoutSlip, slipPlainText } from './layout'
import { passNoticeSlip, passProcedureSlip, passReminderSlip, rangeWords } from './pass-slip'

const from = { tower: '云汇中心', serviceCentre: '客户服务中心', at: new Date(2026, 2, 12, 14, 26).getTime(), by: '周晓岚', station: 'A1' }
const text = (document: SlipDocument, paper?: 58 | 80): string => slipPlainText(layoutSlip(slipDocument.parse(document), paper)).join('\n')

describe('12.R7 what security is told', () => {
  const notice = { ...from, no: 'BZ26-000101', news: 'issued' as const, kind: 'construction' as const, nos: ['SZ26-000913', 'SZ26-000914', 'SZ26-000915'], company: '鼎信装饰工程有限公司', room: '1808', holder: '郭凯', validUntil: '2026-04-10' }
  test('12.R7 several by their numbers, without a name', () => {
    const slip = text(passNoticeSlip(notice))
    for (const part of ['新办证件', '施工证 3 张', 'SZ26-000913 至 SZ26-000915', '鼎信装饰工程有限公司', '1808室', '2026-04-10', '签收']) expect(slip).toContain(part)
    expect(slip).not.toContain('郭凯')
  })
  test('12.R10 a lost one with its holder, and no end of a term that is over', () => {
    const slip = text(passNoticeSlip({ ...notice, news: 'lost', nos: ['SZ26-000913'] }))
    for (const part of ['挂失作废', 'SZ26-000913', '郭凯', '见此证请收回']) expect(slip).toContain(part)
    expect(slip).not.toContain('2026-04-10')
  })
  test('12.R7 numbers that follow one another are a range, others are counted', () => {
    expect(rangeWords(['SZ26-000913'])).toBe('SZ26-000913')
    expect(rangeWords(['SZ26-000913', 'SZ26-000914'])).toBe('SZ26-000913 至 SZ26-000914')
    expect(rangeWords(['SZ26-000913', 'SZ26-000999'])).toBe('SZ26-000913 等 2 张')
  })
})

test('12.F6 作废声明 says which pass, whose, lost when and where, and that its deposit stays', () => {
  const slip = declarationSlip({ ...from, no: 'ZF26-000004', passNo: 'SF26-000123', kind: 'identity', holder: '吴晓波', company: '博远', lostOn: '2026-03-11', lostWhere: '地铁站', declaredBy: '吴晓波', forfeitedFen: 5000 })
  expect(slip.title).toBe('作废声明')
  for (const paper of [58, 80] as const) for (const part of ['ZF26-000004', 'SF26-000123', '身份确认卡', '吴晓波', '2026-03-11', '地铁站', '￥50.00']) expect(text(slip, paper)).toContain(part)
})

test('12.R8 到期提醒 names each pass with its end', () => {
  const slip = text(passReminderSlip({ ...from, no: 'SF26-000123', company: '博远', room: '1808', passes: [
    { no: 'SF26-000123', kind: 'identity', holder: '陈曦', validUntil: '2026-03-20', reminders: 1 }, { no: 'XK26-000007', kind: 'contractor', holder: '丁玲', validUntil: '2026-03-22', reminders: 2 },
  ] }))
  for (const part of ['陈曦', 'SF26-000123', '2026-03-20', '丁玲', 'XK26-000007', '2026-03-22', '提前两个工作日']) expect(slip).toContain(part)
})

test('12.F3 办证/退证程序表 has its fields, and room to sign for what is still to come', () => {
  const slip = passProcedureSlip({
    ...from, no: 'BZ26-000101', kind: 'temporary', company: '清泉送水', room: '', count: 6, applicant: '夏雨', reason: '送水', validFrom: '2026-03-12', validUntil: '2026-06-09', papers: ['营业执照复印件（盖章）', '介绍信（盖章）'],
    depositFen: 30_000, feeFen: 6000, receiptNos: ['SJ26-000913'], issuedOn: '2026-03-12', receivedBy: '夏雨', returnedOn: '', returnedBy: '', refundNos: [], refundFen: 0,
  })
  for (const part of ['临时证', '清泉送水', '6 人', '送水', '营业执照复印件（盖章）', '￥300.00', '￥60.00', 'SJ26-000913', '2026-03-12 至 2026-06-09', '夏雨']) expect(text(slip)).toContain(part)
  expect(text(slip).match(/＿＿/g)!.length).toBeGreaterThan(2)
})
