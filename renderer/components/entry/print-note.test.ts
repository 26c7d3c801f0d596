import { expect, test } from 'vitest'
import { isSettled, printNote } from './print-note'

const slip = { title: '访客单', reason: null }

test('16.R4 the sentence after saving is about the slip that needs somebody', () => {
  expect(printNote('DJ26-004218', [])).toEqual({ no: 'DJ26-004218', state: 'saved', title: '', reason: null, also: '' })
  expect(printNote('DJ26-004218', [{ ...slip, state: 'printed' }, { title: '告知单', state: 'waiting', reason: 'paper-out' }])).toEqual({
    no: 'DJ26-004218', state: 'waiting', title: '告知单', reason: 'paper-out', also: '',
  })
  expect(printNote('DJ26-004218', [{ ...slip, state: 'unknown', reason: 'no-confirmation' }, { ...slip, state: 'failed', reason: 'document' }]).state).toBe('unknown')
  expect(printNote('DJ26-004218', [], '待被访人回复。').also).toBe('待被访人回复。')
  expect([printNote('', []), printNote('', [{ ...slip, state: 'printed' }]), printNote('', [{ ...slip, state: 'printing' }])].map(isSettled)).toEqual([true, true, false])
})
