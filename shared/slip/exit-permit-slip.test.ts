import { expect, test } from 'vitest'
import { hasPending, slipDocument } from './document'
import { exitPermitSlip, type ExitPermitSlipInput, goodsDifferSlip, permitChaseSlip, permitCopies } from './exit-permit-slip'
import { layoutSlip, slipPlainText } from './layout'

const at = new Date(2026, 2, 12, 14, 26).getTime()
const input: ExitPermitSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'CM26-002117', at, company: '鸿图文化传播（北京）有限公司', room: '1502', applicant: '谢婉宁', kind: 'moving-out', vehicleNo: '京A·6L208', leavingOn: '2026-03-12', exit: '东门货运出口',
  goods: [{ name: '办公桌', quantity: 12, unit: '张', remark: '1.4 米，含桌腿' }, { name: '文件柜', quantity: 4, unit: '个', remark: '两门，已空' }, { name: '会议椅', quantity: 6, unit: '把', remark: '' }, { name: '复印机', quantity: 1, unit: '台', remark: '机身号末四位 7731' }],
  authority: { kind: 'signatory', name: '谢婉宁' }, companySeal: false, payments: { owedFen: 996_000, marked: true }, override: { by: '韩雪', reason: '押金足抵' }, token: 'QT1:CM26-002117:7K2M', edition: 1, copy: 'guard', by: '周晓岚', station: 'A1',
}
const words = (slip: ExitPermitSlipInput, paper: 58 | 80 = 80): string[] => slipPlainText(layoutSlip(exitPermitSlip(slip), paper))

test('14.F1 大厦出门条 says whose goods, which, when, by which exit and by whose authority, and has room for the guard', () => {
  expect(words(input)).toEqual([
    '出　门　条', '云汇中心　客户服务中心', '编号  CM26-002117               2026-03-12 14:26', '京A·6L208', '限2026-03-12当日　东门货运出口', '单　　位  鸿图文化传播（北京）有限公司', '房　　号  1502室', '申 请 人  谢婉宁  搬离',
    '货物                      数量  备注', '办公桌                    12张  1.4 米，含桌腿', '文件柜                     4个  两门，已空', '会议椅                     6把', '复印机                     1台  机身号末四位', '7731',
    '合计4种                                     23件', '签 字 人  谢婉宁  与留样相符', '欠　　费  ￥9,960.00  韩雪准予放行：押金足抵', 'QT1:CM26-002117:7K2M', '货证相符方可出门，签名后留门岗联', '核对人＿＿＿＿＿　时间＿＿＿       相符□ 不符□', '开条  周晓岚  A1台                          盖章', '第二联  门岗联                            共三联',
  ])
  expect(slipDocument.safeParse(exitPermitSlip(input)).success).toBe(true)
})

test('14.F1 the kind stands beside the applicant; where none is written it is no name of one', () => {
  const whose = (applicant: string) => words({ ...input, applicant }).filter((row) => /^(申|类)/.test(row))
  expect(whose('谢婉宁')).toEqual(['申 请 人  谢婉宁  搬离'])
  expect(whose('')).toEqual(['类　　别  搬离'])
})

test('14.F1 the three copies differ in nothing but 联次', () => {
  const copies = permitCopies.map((copy) => words({ ...input, copy }))
  expect(copies.map((rows) => rows.at(-1)!.split(/ {4,}/)[0])).toEqual(['第一联  前台联', '第二联  门岗联', '第三联  客户联'])
  expect(new Set(copies.map((rows) => rows.slice(0, -1).join('\n'))).size).toBe(1)
})

test('14.F1 before saving neither number nor QR code is there; a letter is said, payments that were not looked up are not', () => {
  const slip = exitPermitSlip({ ...input, no: null, token: null, authority: { kind: 'letter' }, payments: null, override: null, companySeal: true })
  expect(hasPending(slip)).toBe(true)
  const rows = slipPlainText(layoutSlip(slip))
  expect(rows).toContain('函　　件  单位盖章函件已验')
  expect(rows.some((row) => row.includes('欠') || row.startsWith('签'))).toBe(false)
})

test('14.F1 14.R3 payments checked stand on a moving-out, nothing owed as well as a mark without a sum', () => {
  const paid = (change: Partial<ExitPermitSlipInput>) => words({ ...input, ...change }).filter((row) => /^[费欠主]/.test(row))
  expect(paid({ payments: { owedFen: 0, marked: false }, override: null })).toEqual(['费　　用  已查，无欠费'])
  expect(paid({ payments: { owedFen: 0, marked: true } })).toEqual(['欠　　费  财务标记  韩雪准予放行：押金足抵'])
  expect(paid({ payments: { owedFen: 0, marked: false }, override: { by: '韩雪', reason: '' } })).toEqual(['费　　用  已查，无欠费', '主　　管  韩雪准予放行'])
})

test('14.F1 an amended one says which edition it is; no phone number stands on it (P3); on 58 mm every row fits', () => {
  expect(words({ ...input, edition: 2 })).toContain('改条 第2版，旧条作废')
  expect(words(input, 58).every((row) => [...row].reduce((width, c) => width + (c.charCodeAt(0) > 255 ? 2 : 1), 0) <= 32)).toBe(true)
})

test('14.R4 the slip of a difference lists only what differs, and what stands on no line', () => {
  const { tower, serviceCentre, company, room, applicant, kind, vehicleNo, leavingOn, exit } = input
  const rows = slipPlainText(layoutSlip(goodsDifferSlip({ tower, serviceCentre, company, room, applicant, kind, vehicleNo, leavingOn, exit, no: 'CM26-002117', at, found: [{ name: '办公桌', listed: 12, found: 10 }, { name: '文件柜', listed: 4, found: 4 }, { name: '复印机', listed: 1, found: 2 }], extra: '保险柜1个', guard: '马国庆', station: 'B1' })))
  expect(rows.map((row) => row.replace(/ +/g, ' '))).toEqual(expect.arrayContaining(['办公桌 12 10 -2', '复印机 1 2 +1', '条　　外 保险柜1个', '门岗 马国庆 B1台']))
  expect(rows.some((row) => row.startsWith('文件柜'))).toBe(false)
})

test('14.F1 the chasing slip tells a released one, whose slip is out, from one nobody has seen', () => {
  const { tower, serviceCentre, company, room, applicant, kind, vehicleNo, leavingOn, exit } = input
  const rows = (released: { at: number; by: string } | null) => slipPlainText(layoutSlip(permitChaseSlip({ tower, serviceCentre, company, room, applicant, kind, vehicleNo, leavingOn, exit, no: 'CM26-002117', at, released, times: 2, by: '周晓岚', station: 'A1' })))
  expect(rows({ at, by: '马国庆' })).toEqual(expect.arrayContaining(['追查  2', '放　　行  2026-03-12 14:26  马国庆', '请交回门岗联。']))
  expect(rows(null)).toEqual(expect.arrayContaining(['放　　行  没有放行记录', '请查明是否出门。没有用的，交回原条核销。']))
})
