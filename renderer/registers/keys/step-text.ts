import { ofShape } from '../../components/entry/draft-shape'

/** What is written in a step, and of which record and step it is. */
export interface StepText<F> { about: string; form: F }

/** A kept step read back; null where it has another shape (a count of a board, an older version's). */
export function stepOfDraft<F extends object>(blank: F, content: unknown): StepText<F> | null {
  const kept = ofShape<{ about: string; form: object }>({ about: '', form: blank }, content)
  const form = kept && ofShape(blank, kept.form)
  return form ? { about: kept.about, form } : null
}
