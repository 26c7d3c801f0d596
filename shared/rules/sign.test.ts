import { describe, expect, test } from 'vitest'
import { compareFloors, nextSignState, signActions, signStates } from './sign'

describe('10.R2 10.R3 the way of a sign', () => {
  test('10.R2 10.R3 each state allows these steps and no others', () => {
    const table = Object.fromEntries(signStates.map((from) => [from, Object.fromEntries(signActions.flatMap((action) => { const to = nextSignState(from, action); return to === null ? [] : [[action, to]] }))]))
    expect(table).toEqual({
      applied: { accept: 'ordered', return: 'returned', void: 'void' }, returned: { resubmit: 'applied', void: 'void' }, ordered: { install: 'installed', void: 'void', unpay: 'applied', file: 'ordered' }, installed: { remove: 'removed', file: 'installed' }, removed: {}, void: {},
    })
  })

  test('10.R3 floors stand as a lobby lists them: from the top down, basements last', () => {
    expect(['B2', '', '6', 'B1', '18', 'G', 'L2', '03', 'F12', '1层'].sort(compareFloors)).toEqual(['18', 'F12', '6', '03', 'L2', '1层', 'G', 'B1', 'B2', ''])
  })
})
