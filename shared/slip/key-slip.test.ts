import { describe, expect, test } from 'vitest'
import { slipDocument } from './document'
import { keyChaseSlip, keyLoanSlip, keySealSlip } from './key-slip'
import { layoutSlip, slipPlainText } from './layout'

const head = { tower: '云汇中心', serviceCentre: '客户服务中心', no: 'YJ26-000412', at: new Date(2026, 2, 12, 14, 26).getTime() }
const loan = {
  ...head, keyNo: 'A-34', keyName: '正门', room: '1808', place: '', count: 2, reason: '空调检修', borrower: '陆文博', company: '博远供应链', passNo: '', dueAt: new Date(2026, 2, 12, 18, 0).getTime(),
  depositFen: 0, receiptNo: '', lentBy: '周晓岚', station: 'A1',
}
const plain = (slip: Parameters<typeof layoutSlip>[0]): string => slipPlainText(layoutSlip(slipDocument.parse(slip), 80)).join('\n')

describe('slips of keys', () => {
  test('11.F1 a loan\'s slip: key and count in large, room, reason, borrower, due, QR; without a deposit no word of one', () => {
    const slip = keyLoanSlip(loan)
    const text = plain(slip)
    for (const part of ['YJ26-000412', 'A-34   2把', '1808室', '空调检修', '陆文博', '博远供应链', '2026-03-12 18:00', '周晓岚', '还钥匙请带本单']) expect(text, part).toContain(part)
    expect(slip.lines).toContainEqual({ kind: 'qr', data: 'QT1:YJ26-000412' })
    expect(text).not.toMatch(/押金|证件/)
  })

  test('M1 with a deposit it says how much and on which receipt, and to bring that', () => {
    const text = plain(keyLoanSlip({ ...loan, depositFen: 20_000, receiptNo: 'SJ26-000913', passNo: 'SF26-000007' }))
    for (const part of ['￥200.00', 'SJ26-000913', 'SF26-000007', '凭收据退押金']) expect(text, part).toContain(part)
  })

  test('11.R5 chased: how often, which key, since when and until when', () => {
    const text = plain(keyChaseSlip({ ...head, now: new Date(2026, 2, 13, 9, 0).getTime(), keyNo: 'A-34', keyName: '正门', room: '1808', count: 1, borrower: '陆文博', company: '博远供应链', dueAt: loan.dueAt, times: 3, by: '周晓岚', station: 'A1' }))
    for (const part of ['催  3', 'A-34   1把', '2026-03-13 09:00', '2026-03-12 14:26', '2026-03-12 18:00', '陆文博']) expect(text, part).toContain(part)
  })

  test('11.R3 on the sealed bag: seal, client, every key', () => {
    const text = plain(keySealSlip({ ...head, no: 'TG26-000003', sealNo: 'F-0001', client: '博远供应链', room: '1808', keys: [{ no: 'A-34', type: 'door', name: '正门', count: 2 }, { no: '', type: 'cabinet', name: '保险柜', count: 1 }], keeper: '周晓岚', station: 'A1' }))
    for (const part of ['TG26-000003', 'F-0001', 'A-34 正门', '房门', '保险柜', '博远供应链']) expect(text, part).toContain(part)
  })
})
