/**
 * A draft read back as a form like `blank`, which gives what a draft of an older version has no field for yet; null where it
 * has another shape.
 */
export function ofShape<T extends object>(blank: T, content: unknown): T | null {
  if (typeof content !== 'object' || content === null) return null
  const draft = content as Record<string, unknown>
  const known = Object.entries(blank).filter(([key]) => key in draft)
  const fits = known.every(([key, value]) => value === null || typeof draft[key] === typeof value)
  return known.length > 0 && fits ? { ...blank, ...draft } : null
}

/** What is written of one step of one record: `about` names both. */
export interface RecordText<F> { about: string; form: F }

/**
 * Reads back a text kept under a name that several records and steps share. One's own is of one's shape, or null; another's
 * stays kept as it is, whatever its shape, and nobody but its own step looks into it.
 */
export function ofRecord<F extends object>(about: string, blank: F, content: unknown): RecordText<F> | null {
  if (typeof content !== 'object' || content === null) return null
  const kept = content as RecordText<F>
  if (kept.about !== about) return kept
  const form = ofShape(blank, kept.form)
  return form && { about, form }
}
