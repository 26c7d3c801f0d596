import { ref } from 'vue'
import type { UserErrorData } from '@shared/contract/errors'
import { client, defectLogOf, refusalOf } from '../client'

/** An error no form took: a defect with the number of its log line, or a refusal. The status strip words it. */
export type Unworded = { kind: 'defect'; log: string } | { kind: 'refusal'; refusal: UserErrorData }

export const unworded = ref<Unworded | null>(null)

function describe(error: unknown): string {
  if (error instanceof Error) return (error.stack ?? `${error.name}: ${error.message}`).slice(0, 4000)
  return String(error).slice(0, 4000)
}

/** Writes a defect of the page to the log, unless the main process already did; returns the number of its line. */
export async function reportDefect(error: unknown, where: string): Promise<string> {
  const known = defectLogOf(error)
  if (known) return known
  try {
    return (await client.system.logDefect({ message: describe(error), where: where.slice(0, 400) })).log
  }
  catch {
    // The log can't be reached: the line is still shown, without a number to look up.
    return '–'
  }
}

/** For what was thrown past every form. */
export async function handleUnworded(error: unknown, where: string): Promise<void> {
  const refusal = refusalOf(error)
  // What a page asked of itself just as the screen was locked: the sign-in page over it says all there is to say.
  if (refusal?.code === 'session-locked' || refusal?.code === 'not-signed-in') return
  unworded.value = refusal ? { kind: 'refusal', refusal } : { kind: 'defect', log: await reportDefect(error, where) }
}
