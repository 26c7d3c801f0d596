/** What the first run asks before there is a store. */
export interface SetupForm { tower: string; company: string; station: string; staffNo: string; name: string; pin: string; pinAgain: string }
export type SetupField = keyof SetupForm

/** The steps of 首次设置. */
export const setupSteps = ['tower', 'administrator', 'key', 'import', 'devices', 'trial'] as const
export type SetupStep = (typeof setupSteps)[number]
/** Those that can be left for later. */
export const laterSteps: readonly SetupStep[] = ['import', 'devices', 'trial']

const asked: Partial<Record<SetupStep, SetupField[]>> = { tower: ['tower', 'company', 'station'], administrator: ['staffNo', 'name'] }

/** What keeps a step from being left; worded by `setup.needed`, `setup.administrator.six` and `.mismatch`. */
export function setupFaults(step: SetupStep, form: SetupForm): Partial<Record<SetupField, 'needed' | 'six' | 'mismatch'>> {
  const faults: ReturnType<typeof setupFaults> = {}
  for (const field of asked[step] ?? []) if (!form[field].trim()) faults[field] = 'needed'
  if (step !== 'administrator') return faults
  if (!/^\d{6}$/.test(form.pin)) faults.pin = 'six'
  else if (form.pin !== form.pinAgain) faults.pinAgain = 'mismatch'
  return faults
}
