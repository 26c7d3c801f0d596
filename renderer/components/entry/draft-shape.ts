/** A draft read back as a form like `blank`; null where it has another shape (an older version's). */
export function ofShape<T extends object>(blank: T, content: unknown): T | null {
  if (typeof content !== 'object' || content === null) return null
  const draft = content as Record<string, unknown>
  const fits = Object.entries(blank).every(([key, value]) => key in draft && (value === null || typeof draft[key] === typeof value))
  return fits ? { ...blank, ...draft } : null
}
