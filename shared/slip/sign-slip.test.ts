import { expect, test } from 'vitest'
import { slipDocument } from './document'
import { layoutSlip, slipPlainText } from './layout'
import { signApplicationSlip, signOrderSlip, type SignSlipInput } from './sign-slip'

const input: SignSlipInput = {
  tower: '云汇中心', serviceCentre: '客户服务中心', no: 'SP26-000031', at: new Date(2026, 2, 12, 10, 5).getTime(), company: '青禾设计', room: '1802', kind: 'door-plate', size: '400×120 mm', nameZh: '青禾设计', nameEn: 'Qinghe Design', place: '1802 门右', feeFen: 12_000,
  applicant: '许佳', replaces: 'SP25-000102', by: '周晓岚', station: 'A1',
}
const words = (slip: ReturnType<typeof signOrderSlip>): string[] => slipPlainText(layoutSlip(slip))

test('10.R1 10.F1 the application says kind, size, fee and name, and leaves room for the seal', () => {
  expect(words(signApplicationSlip(input))).toEqual([
    '水牌申请表', '云汇中心　客户服务中心', '编号  SP26-000031               2026-03-12 10:05', '单　　位  青禾设计', '房　　号  1802室', '种　　类  门牌', '尺　　寸  400×120 mm', '位　　置  1802 门右',
    '青禾设计', 'Qinghe Design', '费　　用  ￥120.00', '换　　下  SP25-000102', '申 请 人  许佳', 'QT1:SP26-000031', '请核对中英文名称，盖单位章', '客户盖章  ＿＿＿＿＿＿＿＿＿＿＿＿', '受理  周晓岚                                A1台',
  ])
  expect(words(signApplicationSlip({ ...input, feeFen: 0 }))).toContain('费　　用  免费')
})

test('10.R2 the order says what the maker makes, and neither who applied nor what it costs', () => {
  const rows = words(signOrderSlip(input))
  expect(rows).toEqual(expect.arrayContaining(['水牌制作单', '青禾设计', 'Qinghe Design', '制作签收  ＿＿＿＿＿＿＿＿＿＿＿＿', '下单  周晓岚                                A1台']))
  expect(rows.join()).not.toMatch(/许佳|120\.00/)
})

test('a long name wraps and still is a slip', () => {
  const long = { ...input, nameZh: '博远（北京）国际供应链管理有限公司上海分公司', nameEn: 'Boyuan (Beijing) International Supply Chain Management Co., Ltd. Shanghai Branch' }
  for (const slip of [signApplicationSlip(long), signOrderSlip(long)]) {
    expect(slipDocument.safeParse(slip).success).toBe(true)
    expect(words(slip).join('')).toContain('上海分公司')
  }
})
