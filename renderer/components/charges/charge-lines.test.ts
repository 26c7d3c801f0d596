import { expect, test } from 'vitest'
import type { PriceItem } from '@shared/contract/paid-services'
import { amountOf, lineAgain, linesOf, listedLine, noLine, writeLine, type LineText } from './charge-lines'

const valve: PriceItem = { id: 7, code: '3-12', category: '水暖', name: '更换阀门', content: '', kind: 'labour', unit: '处', priceFen: 8_000, withMaterial: false, validFrom: '2026-01-01', validTo: null }
const typed = (over: Partial<LineText>): LineText => ({ ...noLine('铜球阀'), kind: 'material', price: '45', quantity: '2', ...over })

test('17.R1 a listed line has the list\'s name, unit and price; by another name it is priced by the nearest, by another price it is agreed, and says so', () => {
  const line = listedLine(valve)
  expect(line).toMatchObject({ basis: 'listed', name: '更换阀门', unit: '处', price: '80.00' })
  expect(writeLine(line, { quantity: '3' }).basis).toBe('listed')
  expect(writeLine(line, { name: '更换阀门和弯头' })).toMatchObject({ item: { id: 7 }, basis: 'nearest', price: '80.00' })
  expect(linesOf([writeLine(line, { price: '60' })])).toMatchObject({ lines: [{ priceItemId: null, basis: 'agreed', unitPriceFen: 6_000 }] })
  expect(linesOf([line])).toEqual({ lines: [{ priceItemId: 7, basis: 'listed', name: '更换阀门', unit: '处', kind: 'labour', supplier: 'tower', unitPriceFen: 8_000, quantityMilli: 1_000 }] })
})

test('17.R2 the client\'s own material costs nothing; labour is never the client\'s', () => {
  expect(amountOf(typed({}))).toBe(9_000)
  expect(amountOf(writeLine(typed({}), { supplier: 'client' }))).toBe(0)
  expect(writeLine(typed({ supplier: 'client' }), { kind: 'labour' }).supplier).toBe('tower')
  const own = lineAgain({ id: 1, priceItemId: 7, code: '3-31', basis: 'listed', name: '铜球阀', unit: '只', kind: 'material', supplier: 'client', unitPriceFen: 0, quotedMilli: 2_000, actualMilli: null, amountFen: 0 })
  expect(amountOf(own)).toBe(0)
  expect(linesOf([writeLine(own, { supplier: 'tower' })])).toEqual({ at: 0, field: 'price' })
})

test('17.R2 the first line that can\'t be read is named; lines nobody wrote into are left out', () => {
  expect(linesOf([noLine(), typed({ price: '-3' })])).toEqual({ at: 1, field: 'price' })
  expect(linesOf([typed({ name: ' ' })])).toEqual({ at: 0, field: 'name' })
  expect(linesOf([typed({ quantity: '0' })])).toEqual({ at: 0, field: 'quantity' })
  expect(linesOf([typed({ price: '1000000', quantity: '1000000' })])).toEqual({ at: 0, field: 'quantity' })
  expect(linesOf([noLine()])).toEqual({ at: 0, field: 'lines' })
})
