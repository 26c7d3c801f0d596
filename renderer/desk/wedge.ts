import { isModifier, longestGapMs, type Scan, ScanKeys } from './scan-keys'

type Field = HTMLInputElement | HTMLTextAreaElement

/** A text field as it was before a key reached it. */
interface Snapshot {
  readonly field: Field
  readonly value: string
  readonly start: number | null
  readonly end: number | null
}

/**
 * Listens on the window, before anything else, for readers and scanners that type (16.R4).
 *
 * A person's typing goes through untouched. What a scan typed into a text field is taken out again, and its Enter
 * presses nothing. Outside a text field, where a digit chooses, keys wait up to 100 ms until it is clear that they are
 * no scan, and are handed on then in their order.
 * @returns the way to end it
 */
export function installWedge(target: Window, onScan: (scan: Scan) => void): () => void {
  const keys = new ScanKeys<Snapshot | undefined>()
  const replayed = new WeakSet<Event>()
  let held: KeyboardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let composing = false
  let swallowEnterUp = false

  const release = () => {
    clearTimeout(timer)
    const events = held
    held = []
    for (const event of events) {
      const copy = new KeyboardEvent(event.type, event)
      replayed.add(copy)
      // Where the key was pressed, not where the focus has gone since.
      const place = event.target as EventTarget
      place.dispatchEvent(copy)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (replayed.has(event)) return
    const field = textField(event.target)
    const result = keys.press(event, () => field && snapshot(field))

    if (result.kind === 'scan') {
      clearTimeout(timer)
      held = []
      swallowEnterUp = true
      swallow(event)
      if (result.before) restore(result.before, composing)
      onScan(result.scan)
      return
    }
    if (result.kind === 'candidate' && !takesText(event.target)) {
      if (result.first) release()
      swallow(event)
      held.push(event)
      clearTimeout(timer)
      timer = setTimeout(release, longestGapMs)
      return
    }
    if (!isModifier(event)) release()
  }

  const onKeyUp = (event: KeyboardEvent) => {
    if (!swallowEnterUp || (event.code !== 'Enter' && event.code !== 'NumpadEnter')) return
    swallowEnterUp = false
    swallow(event)
  }
  const onCompositionStart = () => void (composing = true)
  const onCompositionEnd = () => void (composing = false)

  target.addEventListener('keydown', onKeyDown, true)
  target.addEventListener('keyup', onKeyUp, true)
  target.addEventListener('compositionstart', onCompositionStart, true)
  target.addEventListener('compositionend', onCompositionEnd, true)
  return () => {
    release()
    target.removeEventListener('keydown', onKeyDown, true)
    target.removeEventListener('keyup', onKeyUp, true)
    target.removeEventListener('compositionstart', onCompositionStart, true)
    target.removeEventListener('compositionend', onCompositionEnd, true)
  }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function takesText(target: EventTarget | null): boolean {
  return textField(target) !== undefined || (target instanceof HTMLElement && target.isContentEditable)
}

function textField(target: EventTarget | null): Field | undefined {
  if (target instanceof HTMLTextAreaElement) return target.readOnly ? undefined : target
  if (!(target instanceof HTMLInputElement) || target.readOnly) return undefined
  return /^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(target.type) ? undefined : target
}

function snapshot(field: Field): Snapshot {
  // Null where the kind of field knows no selection (number, date).
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd }
}

function restore({ field, value, start, end }: Snapshot, composing: boolean): void {
  // An input method would write what it still holds after us: leaving the field makes it do so now.
  if (composing) field.blur()
  if (field.value !== value) {
    field.value = value
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
  }
  if (composing) field.focus()
  if (start !== null) field.setSelectionRange(start, end)
}
