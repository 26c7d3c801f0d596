import { onScopeDispose } from 'vue'
import { isModifier } from '../../../desk/scan-keys'

/** A key that answers has no other this soon before or after it; longer than the longest gap between the keys of a scanner. */
export const aloneMs = 150

/**
 * Tells a key a guard pressed from one of many that a scanner typed: a barcode that is no slip (the goods' own box, a slip
 * read slowly) comes as plain keys, the answers' own among them, and nothing leaves by that (14.R4).
 */
export class LoneKeys {
  private last = -Infinity
  private alone = true
  private waits: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A key was pressed, whichever it is. */
  press(): void {
    this.forget()
    const now = this.now()
    this.alone = now - this.last > aloneMs
    this.last = now
  }

  /** Does what the key just pressed is for, once it is clear that it stands alone. A press without a key (of a screen reader) is nobody's scan. */
  act(work: () => void): void {
    this.forget()
    if (this.alone || this.now() - this.last > aloneMs) this.waits = setTimeout(work, aloneMs)
  }

  /** The keys so far were a slip's that was read, and are done with: what comes now is a key by itself. */
  scanned(): void {
    this.forget()
    this.last = -Infinity
  }

  forget(): void { clearTimeout(this.waits) }
}

/** Watches the keys of the whole window for as long as its page stands. */
export function useLoneKeys(): LoneKeys {
  const keys = new LoneKeys()
  const hear = (event: KeyboardEvent): void => { if (!isModifier(event)) keys.press() }
  window.addEventListener('keydown', hear, true)
  onScopeDispose(() => {
    window.removeEventListener('keydown', hear, true)
    keys.forget()
  })
  return keys
}
