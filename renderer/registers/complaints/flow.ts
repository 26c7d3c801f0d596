import type { ComplaintDetail } from '@shared/contract/complaints'
import type { Step } from '@shared/contract/base'

/** One point of the way: `complaints.flow.<name>`. */
export interface FlowStep {
  name: 'received' | 'escalated' | 'assigned' | 'repair' | 'handled' | 'asked' | 'closed' | 'reopened' | 'void'
  phase: 'past' | 'now' | 'todo'
  who: string
  at: number | null
  /** Of `asked`, what the client said. */
  opinion: 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | null
}

const names: Partial<Record<string, FlowStep['name']>> = {
  create: 'received', escalate: 'escalated', assign: 'assigned', repair: 'repair', resume: 'repair', handle: 'handled', satisfied: 'asked', dissatisfied: 'asked', reopen: 'reopened', void: 'void',
}

const past = (name: FlowStep['name'], step: Step, opinion: FlowStep['opinion'] = null): FlowStep => ({ name, phase: 'past', who: step.person || step.actor, at: step.at, opinion })
const ahead = (name: FlowStep['name'], phase: 'now' | 'todo', who = ''): FlowStep => ({ name, phase, who, at: null, opinion: null })

/** What is still to come of an open complaint. */
function toCome({ state, person }: Pick<ComplaintDetail, 'state' | 'person'>): FlowStep[] {
  if (state === 'closed' || state === 'void') return []
  if (state === 'handled') return [ahead('asked', 'now'), ahead('closed', 'todo')]
  return [ahead('handled', 'now', person), ahead('asked', 'todo'), ahead('closed', 'todo')]
}

/** The way of a complaint, a line for each round (7.R5): a client who is not satisfied leads back to handling. */
export function flowOf(complaint: Pick<ComplaintDetail, 'state' | 'person' | 'steps' | 'rounds'>): FlowStep[][] {
  const lines: FlowStep[][] = [[]]
  for (const step of complaint.steps) {
    const name = names[step.action]
    if (!name) continue
    const line = lines.at(-1)!
    if (name === 'reopened') lines.push([past(name, step)])
    else if (name === 'asked') {
      const opinion = step.action === 'dissatisfied' ? 'dissatisfied' : (complaint.rounds[lines.length - 1]?.opinion ?? 'satisfied')
      line.push({ ...past(name, step, opinion), who: step.actor })
      if (step.action === 'dissatisfied') lines.push([])
      else line.push({ ...past('closed', step), who: step.actor })
    }
    // Passed on twice in a row: the last time counts.
    else if (line.at(-1)?.name === name && name !== 'handled') line[line.length - 1] = past(name, step)
    else line.push(past(name, step))
  }
  lines.at(-1)!.push(...toCome(complaint))
  return lines
}

/** Its word in `complaints.flow`. Where the complaint stands is not done yet: English says so in the word. */
export function wordOf({ name, phase }: Pick<FlowStep, 'name' | 'phase'>, round: number): string {
  if (name !== 'handled' && name !== 'asked') return name
  return `${phase === 'now' ? { handled: 'handling', asked: 'asking' }[name] : name}${round > 0 ? 'Again' : ''}`
}

/** Where the lines stand on a grid: the first from the left, each next one under the end of the one before. */
export function gridOf(lines: readonly FlowStep[][]): { columns: number; starts: number[] } {
  const last = lines.length - 1
  const columns = Math.max(5, ...lines.map((line, at) => line.length + (at === last ? 0 : 1)))
  return { columns, starts: lines.map((line, at) => (at === 0 ? 0 : Math.max(0, columns - line.length - (at === last ? 0 : 1)))) }
}
