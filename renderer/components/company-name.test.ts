import { expect, test } from 'vitest'
import { companyTail, firstLine, nameParts } from './company-name'

test('a long company name keeps what tells it from its sisters', () => {
  expect(companyTail('北京瑞景企业管理咨询有限责任公司第二分公司')).toBe('第二分公司')
  expect(companyTail('新疆天山雪莲生物科技股份有限公司驻京办事处（筹备组）')).toBe('办事处（筹备组）')
  expect(companyTail('中科智联人工智能技术研究院（北京）有限公司华北区域运营中心')).toBe('华北区域运营中心')
  expect(companyTail('北京云汇运营中心')).toBe('')
  expect(companyTail('明德口腔门诊部')).toBe('门诊部')
  expect(companyTail('恒越信息技术（上海）有限公司')).toBe('')
  expect(companyTail('分公司')).toBe('')
})

test('a long name breaks after its bracket, around 有限公司 and before its branch', () => {
  expect(nameParts('博远（北京）国际供应链管理有限公司')).toEqual(['博远（北京）', '国际供应链管理', '有限公司'])
  expect(nameParts('北京瑞景股份有限公司第二分公司').join('')).toBe('北京瑞景股份有限公司第二分公司')
  expect(nameParts('鼎信装饰工程有限公司北京朝阳第二分公司')).toEqual(['鼎信装饰工程', '有限公司', '北京朝阳', '第二分公司'])
  expect(nameParts('前台')).toEqual(['前台'])
  expect(nameParts('')).toEqual([])
})

test('a name over two lines breaks between its parts, the first line the longer one', () => {
  const lines = (name: string): string[] => [name.slice(0, firstLine(name)), name.slice(firstLine(name))]
  expect(lines('鼎信装饰工程有限公司北京朝阳第二分公司')).toEqual(['鼎信装饰工程有限公司', '北京朝阳第二分公司'])
  expect(lines('新疆天山雪莲生物科技股份有限公司北京办事处')).toEqual(['新疆天山雪莲生物科技股份有限公司', '北京办事处'])
  expect(lines('启明（北京）人力资源服务有限公司')).toEqual(['启明（北京）人力资源服务', '有限公司'])
  expect(firstLine('前台')).toBe(0)
  expect(firstLine('ABC（上海）有限公司')).toBe(0)
})
