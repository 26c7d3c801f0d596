import { describe, expect, test } from 'vitest'
import { shiftAt } from './shift'

const at = (hours: number, minutes: number) => new Date(2026, 2, 12, hours, minutes).getTime()
const three = [{ name: '早班', from: '08:00', to: '16:00' }, { name: '中班', from: '16:00', to: '24:00' }, { name: '夜班', from: '00:00', to: '08:00' }]

describe('16.R5 whose shift it is', () => {
  test.each([[8, 0, '早班'], [15, 59, '早班'], [16, 0, '中班'], [23, 59, '中班'], [0, 0, '夜班'], [7, 59, '夜班']])('16.R5 at %i:%i it is %s', (hours, minutes, name) => {
    expect(shiftAt(three, at(hours, minutes)).name).toBe(name)
  })

  test('16.R5 a shift may go over midnight, and a gap belongs to the first', () => {
    const two = [{ name: '白班', from: '09:00', to: '18:00' }, { name: '夜班', from: '20:00', to: '06:00' }]
    expect(shiftAt(two, at(23, 0)).name).toBe('夜班')
    expect(shiftAt(two, at(5, 59)).name).toBe('夜班')
    expect(shiftAt(two, at(7, 0)).name).toBe('白班')
  })
})
