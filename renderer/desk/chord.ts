/** The parts of a key event that name a key combination. */
export type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

const NAMED: Record<string, string> = {
  Escape: 'Esc', Delete: 'Del', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn',
  Slash: '/', NumpadEnter: 'Enter', NumpadDivide: '/', Space: 'Space',
}

/**
 * A key event as it is written on screen: `Ctrl+Enter`, `Alt+Y`, `F2`. Physical keys are read, so that Alt combinations
 * and a Chinese input method don't change the name.
 */
export function chordOf(event: KeyLike): string {
  const { code } = event
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const base = letter ?? digit ?? NAMED[code] ?? (code === '' ? NAMED[event.key] ?? event.key : code)
  const modifiers = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  return [...modifiers.filter(Boolean), base].join('+')
}

/** Whether an input method is composing, so that the key is the method's and not ours. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** `Ctrl+Enter` as ARIA writes it: `Control+Enter`. */
export function ariaChord(chord: string): string {
  return chord.replace('Ctrl', 'Control').replace('Esc', 'Escape').replace('Del', 'Delete')
}
