import { onMounted, onUnmounted } from 'vue'
import type { Ref } from 'vue'
import { isComposing } from './chord'

const FIELDS = 'input:not([type="hidden"], [type="file"]), textarea, select, [role="radio"][tabindex="0"], [role="checkbox"][tabindex="0"], [role="combobox"][tabindex="0"], [data-field]'

/** The fields of a form in the order one fills them in; what is disabled, hidden or read-only is passed over. */
export function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) =>
    !field.hasAttribute('disabled') && !field.hasAttribute('readonly') && !field.closest('[data-skip-enter], [inert]') && field.checkVisibility())
}

/** Focuses a field and selects what stands in it. */
export function focusField(field: HTMLElement | null | undefined): void {
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

/** Focuses the field that bears `data-name`, or the first one; nothing where the form is gone meanwhile. */
export function focusNamed(form: HTMLElement | null | undefined, name: string): void {
  if (!form) return
  const cell = form.querySelector<HTMLElement>(`[data-name="${name}"]`)
  focusField(cell?.matches('input, textarea') ? cell : fieldsOf(cell ?? form)[0])
}

/**
 * Enter goes to the next field, on the last one it calls `onLast`. Not while an input method composes, not on a button,
 * not when the field took the key for itself (a suggestion accepted); Shift+Enter is a new line in a long text.
 */
export function useFormEnter(form: Ref<HTMLElement | null | undefined>, onLast: () => void): { next: (from?: Element | null) => void } {
  const next = (from: Element | null = document.activeElement): void => {
    if (!form.value) return
    const fields = fieldsOf(form.value)
    const at = fields.findIndex((field) => field === from || field.contains(from) || from?.contains(field))
    // From what Enter does not come to by itself (a list of kinds, the number of people) it goes on from where that stands.
    const following = at < 0 ? fields.find((field) => !from || from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) : fields[at + 1]
    if (following) focusField(following)
    else onLast()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event)) return
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    const target = event.target as HTMLElement
    if (target.closest('button:not([role="radio"]), a, [data-skip-enter]')) return
    event.preventDefault()
    next(target)
  }
  let bound: HTMLElement | null | undefined
  onMounted(() => { bound = form.value; bound?.addEventListener('keydown', press) })
  onUnmounted(() => bound?.removeEventListener('keydown', press))
  return { next }
}
