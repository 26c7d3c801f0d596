import type { HandoverItem } from '@shared/contract/handover'

/** What the leaving receptionist writes; plain data, so that it is its own draft. */
export interface HandoverForm {
  /** Reason by item key; an empty one still has to be written. */
  dropped: Record<string, string>
  written: string[]
  message: string
}

export function emptyForm(): HandoverForm {
  return { dropped: {}, written: [], message: '' }
}

export function isEmptyForm(form: HandoverForm): boolean {
  return Object.keys(form.dropped).length === 0 && form.written.length === 0 && form.message.trim() === ''
}

/** The proposed items that are handed on, and those that are not. What was settled meanwhile is in neither. */
export function split(items: readonly HandoverItem[], form: HandoverForm): { carried: HandoverItem[]; dropped: HandoverItem[] } {
  return { carried: items.filter((item) => !(item.key in form.dropped)), dropped: items.filter((item) => item.key in form.dropped) }
}

/** The first item that is not handed on and says no reason. */
export function unexplained(items: readonly HandoverItem[], form: HandoverForm): HandoverItem | undefined {
  return split(items, form).dropped.find((item) => !form.dropped[item.key]!.trim())
}

/** What is sent: only items that are still proposed, trimmed, no empty lines. */
export function signOffInput(items: readonly HandoverItem[], form: HandoverForm) {
  return {
    dropped: split(items, form).dropped.map((item) => ({ key: item.key, reason: form.dropped[item.key]!.trim() })),
    written: form.written.map((line) => line.trim()).filter(Boolean),
    message: form.message.trim(),
  }
}

/** Adds a written line; an empty one or one that stands there already changes nothing. */
export function addLine(form: HandoverForm, line: string): boolean {
  const text = line.trim()
  if (!text || form.written.includes(text)) return false
  form.written.push(text)
  return true
}
