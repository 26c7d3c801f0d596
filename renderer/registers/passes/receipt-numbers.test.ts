import { expect, test } from 'vitest'
import { receiptNumbers, withReceipt } from './receipt-numbers'

test('12.R11 receipts as they are typed or scanned, each once', () => {
  expect(receiptNumbers('sj26-000912，QT1:SJ26-000913\n SJ26-000912、ＳＪ26-000914')).toEqual(['SJ26-000912', 'SJ26-000913', 'SJ26-000914'])
  expect(receiptNumbers('  ')).toEqual([])
})

test('12.R11 a scanned receipt joins the others of a batch, and replaces what stood there for a single one', () => {
  expect(withReceipt('SJ26-000912', 'SJ26-000913', true)).toBe('SJ26-000912 SJ26-000913')
  expect(withReceipt('SJ26-000912 SJ26-000913', 'SJ26-000912', true)).toBe('SJ26-000913 SJ26-000912')
  expect(withReceipt('SJ26-0009', 'SJ26-000913', false)).toBe('SJ26-000913')
})
