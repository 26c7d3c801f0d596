import { expect, test } from 'vitest'
import { keyTitle, loanActions, loanStands, outstanding } from './loan-actions'

const loan = { state: 'out', count: 3, returned: 0, lost: 0, depositState: 'none' } as const
const all = (): boolean => true

test('11.R5 keys that are out can be returned, lent longer, chased; until one came back the loan can be void', () => {
  expect(loanActions(loan, all)).toEqual(['return', 'extend', 'chase', 'report', 'cut', 'void'])
  expect(loanActions({ ...loan, returned: 1 }, all)).not.toContain('void')
})

test('M1 a loan whose deposit is held can\'t be void; its last key lost, only the deposit is still to go back', () => {
  expect(loanActions({ ...loan, depositState: 'held' }, all)).not.toContain('void')
  expect(loanActions({ ...loan, lost: 3, depositState: 'held' }, all)).toEqual(['return', 'report', 'cut'])
  expect(outstanding({ ...loan, returned: 1, lost: 1 })).toBe(1)
})

test('11.R6 damage may be found after the return; a void loan and a reader have no steps', () => {
  expect(loanActions({ ...loan, state: 'returned', returned: 3 }, all)).toEqual(['report', 'cut'])
  expect(loanActions({ ...loan, state: 'void' }, all)).toEqual([])
  expect(loanActions(loan, () => false)).toEqual([])
})

test('a loan stands by shape and word', () => {
  expect(loanStands({ state: 'out', late: true })).toEqual({ mark: 'overdue', word: 'late' })
  expect([loanStands({ state: 'out', late: false }).mark, loanStands({ state: 'returned', late: false }).mark, loanStands({ state: 'lost', late: false }).mark, loanStands({ state: 'void', late: false }).mark]).toEqual(['waiting', 'done', 'left', 'void'])
})

test('a room is not said twice', () => {
  expect([keyTitle({ room: '2205', name: '茶水间' }), keyTitle({ room: '1808', name: '1808 室正门' }), keyTitle({ room: '', name: '水泵房' })]).toEqual(['2205 茶水间', '1808 室正门', '水泵房'])
})
