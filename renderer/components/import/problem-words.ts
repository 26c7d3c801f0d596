import type { ImportProblem } from '@shared/contract/import'

interface Words { t: (key: string, params: Record<string, unknown>) => string; te: (key: string) => boolean }

const WANTS: Partial<Record<`${'reason' | 'remedy'}.${ImportProblem['code']}`, string[]>> = {
  'reason.duplicate-row': ['first'],
  'reason.letter-for-digit': ['letter', 'digit'],
  'reason.unknown-host': ['room'],
  'remedy.unknown-host': ['expected'],
  'remedy.letter-for-digit': ['expected'],
  'remedy.too-long': ['max'],
  'remedy.not-a-choice': ['choices'],
}

/** Reason and remedy of a bad cell; where the check gave no particulars, the plain sentence is used. */
export function problemWords({ t, te }: Words) {
  function say(what: 'reason' | 'remedy', problem: ImportProblem): string {
    const complete = (WANTS[`${what}.${problem.code}`] ?? []).every((name) => problem.params[name] !== undefined && problem.params[name] !== '')
    const plain = `import.${what}Plain.${problem.code}`
    return !complete && te(plain) ? t(plain, {}) : t(`import.${what}.${problem.code}`, problem.params)
  }
  return { reason: (problem: ImportProblem) => say('reason', problem), remedy: (problem: ImportProblem) => say('remedy', problem) }
}
