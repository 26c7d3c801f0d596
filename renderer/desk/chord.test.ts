import { expect, test } from 'vitest'
import { ariaChord, chordOf } from './chord'
import type { KeyLike } from './chord'

const key = (code: string, more: Partial<KeyLike> = {}): KeyLike => ({ code, key: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more })

test.each([
  [key('F2'), 'F2'],
  [key('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
  [key('NumpadEnter', { ctrlKey: true }), 'Ctrl+Enter'],
  [key('Slash', { ctrlKey: true }), 'Ctrl+/'],
  [key('Delete', { altKey: true }), 'Alt+Del'],
  [key('Numpad1', { altKey: true }), 'Alt+1'],
  [key('Escape'), 'Esc'],
  [key('ArrowRight', { altKey: true }), 'Alt+→'],
  [key('PageDown'), 'PgDn'],
])('%o is written as on screen', (event, chord) => {
  expect(chordOf(event)).toBe(chord)
})

test('the physical key counts: Alt and an input method change the character, not the key', () => {
  expect(chordOf(key('KeyY', { altKey: true, key: '¥' }))).toBe('Alt+Y')
  expect(chordOf(key('KeyK', { ctrlKey: true, key: 'Process' }))).toBe('Ctrl+K')
})

test('a chord as ARIA names it', () => {
  expect(['Ctrl+Enter', 'Alt+Del', 'Esc', 'F2'].map(ariaChord)).toEqual(['Control+Enter', 'Alt+Delete', 'Escape', 'F2'])
})
