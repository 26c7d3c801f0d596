import { expect, test } from 'vitest'
import { goods } from '@shared/contract/exit-permits'
import { amountOf, goodsFault, goodsOf, isBlank, noGoods, textOf, withRoom } from './goods-text'

const desk = { name: '办公桌', amount: '12 张', remark: '1.4 米，含桌腿' }

test('14.F1 a quantity and its unit are written in one cell; without a unit they are pieces', () => {
  expect(['12 张', '12张', '１２ 张', '3', '12 km'].map(amountOf)).toEqual([{ quantity: 12, unit: '张' }, { quantity: 12, unit: '张' }, { quantity: 12, unit: '张' }, { quantity: 3, unit: '件' }, { quantity: 12, unit: 'km' }])
  expect(['', '张', '0 张', '-2', '1.5 米', '123456'].map(amountOf)).toEqual([null, null, null, null, null, null])
})

test('14.F1 a line lacks its name or its quantity; empty lines are none', () => {
  expect(goodsFault([noGoods()])).toBe('none')
  expect(goodsFault([desk, noGoods()])).toBeNull()
  expect(goodsFault([desk, { ...noGoods(), amount: '3' }])).toEqual({ at: 1, field: 'name' })
  expect(goodsFault([{ ...desk, amount: '许多' }])).toEqual({ at: 0, field: 'amount' })
})

test('14.F1 what is sent passes the contract and reads back as it was written', () => {
  const sent = goodsOf([desk, noGoods(), { name: ' 复印机 ', amount: '1', remark: '' }])
  expect(sent).toEqual([{ name: '办公桌', quantity: 12, unit: '张', remark: '1.4 米，含桌腿' }, { name: '复印机', quantity: 1, unit: '件', remark: '' }])
  for (const line of sent) expect(goods.safeParse(line).success).toBe(true)
  expect(sent.map(textOf)).toEqual([desk, { name: '复印机', amount: '1 件', remark: '' }])
})

test('there is always one empty line to write the next in', () => {
  expect(withRoom([])).toEqual([noGoods()])
  expect(withRoom([desk])).toHaveLength(2)
  expect(withRoom(withRoom([desk]))).toHaveLength(2)
  expect(isBlank(withRoom([desk]).at(-1)!)).toBe(true)
})
