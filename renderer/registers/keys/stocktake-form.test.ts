import { expect, test } from 'vitest'
import type { KeyRow } from '@shared/contract/keys'
import { countFault, differenceOf, lineOf, scanned, stocktakeInputOf, sumsOf, writeLine, type CountForm } from './stocktake-form'

const key = (id: number, owned: number, out = 0): KeyRow => ({ id, no: `A-${id}`, board: 'A', hook: id, unitId: null, room: '', place: '', type: 'door', name: 'x', owned, out, difference: 0, late: false, sealed: false, remark: '', active: true, version: 1 })
const keys = [key(1, 2), key(2, 3, 1)]
const blank = (): CountForm => ({ board: 'A', lines: {} })

test('11.R9 each scan of a tag is one key of its hook', () => {
  const form = blank()
  scanned(form, keys[0]!)
  scanned(form, keys[0]!)
  expect(lineOf(form, keys[0]!).found).toBe('2')
  expect(lineOf(form, keys[1]!).found).toBe('')
  expect(differenceOf(form, keys[0]!)).toBe(0)
  expect(differenceOf(form, keys[1]!)).toBeNull()
})

test('11.R9 every hook is counted, and what differs says why; what is out is not expected there', () => {
  const form = blank()
  expect(countFault(form, keys)).toMatchObject({ keyId: 1, what: 'found', no: 'A-1' })
  writeLine(form, keys[0]!, { found: '2' })
  writeLine(form, keys[1]!, { found: '1' })
  expect(countFault(form, keys)).toMatchObject({ keyId: 2, what: 'explanation', no: 'A-2' })
  expect(sumsOf(form, keys)).toEqual({ hooks: 2, counted: 2, differing: 1, found: 3, expected: 4 })
  writeLine(form, keys[1]!, { explanation: ' 挂错钩 ' })
  expect(countFault(form, keys)).toBeNull()
  expect(stocktakeInputOf(form, keys)).toEqual({ board: 'A', lines: [{ keyId: 1, expected: 2, found: 2, labelOk: true, explanation: '' }, { keyId: 2, expected: 2, found: 1, labelOk: true, explanation: '挂错钩' }] })
})

test('11.R9 what was counted before keys moved is counted again; a difference that is gone is not explained', () => {
  const form = blank()
  writeLine(form, keys[0]!, { found: '1', explanation: '少一把' })
  writeLine(form, keys[1]!, { found: '2' })
  const lent = [key(1, 2, 1), keys[1]!]
  expect(countFault(form, lent)).toMatchObject({ keyId: 1, what: 'moved', expected: 1 })
  writeLine(form, lent[0]!, { found: '1' })
  expect(countFault(form, lent)).toBeNull()
  expect(stocktakeInputOf(form, lent)!.lines[0]).toMatchObject({ expected: 1, found: 1, explanation: '' })
})

test('what is no count is none', () => {
  const form = blank()
  writeLine(form, keys[0]!, { found: 'x' })
  expect(differenceOf(form, keys[0]!)).toBeNull()
})
