import type { Signed, Step } from '@shared/contract/base'
import type { WorkOrderDetail } from '@shared/contract/repairs'

export type StepName = 'received' | 'quoted' | 'agreed' | 'refused' | 'fetched' | 'assigned' | 'started' | 'finished' | 'signed' | 'returned' | 'verified' | 'filed'
/** Whom the step of the moment waits for: `repairs.waitsFor.<word>`, or a worker by name. */
export type Awaited = 'desk' | 'client' | 'engineering' | 'parts' | { name: string }

export interface WayStep {
  /** `repairs.step.<name>`. */
  name: StepName
  phase: 'done' | 'now' | 'todo'
  who: string
  at: number | null
  awaits: Awaited | null
}

/** Of the 有偿服务单, what the way of its order shows: null while there is none. */
export interface QuoteFacts { at: number; openedBy: string; agreement: Signed | null }

type Facts = Pick<WorkOrderDetail, 'state' | 'chargeable' | 'emergencyFirst' | 'at' | 'receivedBy' | 'reporter' | 'fetchedBy' | 'fetchedAt' | 'worker' | 'assignedAt' | 'startedAt' | 'finishedAt' | 'clientSigned' | 'returnedAt' | 'verification' | 'filedAt' | 'steps'>

const chargeableWay: StepName[] = ['received', 'quoted', 'agreed', 'fetched', 'finished', 'signed', 'returned', 'verified', 'filed']
const freeWay: StepName[] = ['received', 'fetched', 'assigned', 'started', 'finished', 'signed', 'returned', 'verified', 'filed']

/** The way of an order on one rule (picture 03): who took each step and when, whom the next one waits for; nothing comes after a refusal or 作废. */
export function wayOf(order: Facts, quote: QuoteFacts | null): WayStep[] {
  const last = (action: string): Step | undefined => order.steps.findLast((step) => step.action === action)
  const agree = last('agree')
  // Given to somebody else since it was started, it was still begun by whom it was given to then.
  const given = order.steps.findLast((step) => step.action === 'assign' && (order.startedAt === null || step.at <= order.startedAt))
  const worker = given?.person || order.worker
  const taken: Record<StepName, [who: string, at: number | null]> = {
    received: [order.receivedBy, order.at],
    quoted: [quote?.openedBy ?? '', quote?.at ?? null],
    agreed: [quote?.agreement?.by ?? order.reporter, agree?.at ?? quote?.agreement?.at ?? null],
    refused: [quote?.agreement?.by ?? order.reporter, last('refuse')?.at ?? quote?.agreement?.at ?? null],
    fetched: [order.fetchedBy, order.fetchedAt],
    assigned: [worker, given?.at ?? order.assignedAt],
    started: [worker, order.startedAt],
    finished: [order.worker, order.finishedAt],
    signed: [order.clientSigned?.by ?? '', order.clientSigned?.at ?? null],
    returned: [last('return')?.actor ?? '', order.returnedAt],
    verified: [order.verification?.by ?? '', order.verification?.at ?? null],
    filed: [last('file')?.actor ?? '', order.filedAt],
  }
  const whole = order.chargeable && !order.emergencyFirst ? chargeableWay : freeWay
  const names: readonly StepName[] = order.state === 'refused' ? ['received', 'quoted', 'refused'] : order.state === 'void' ? whole.filter((name) => taken[name][1] !== null) : whole
  const now = order.state === 'void' || order.state === 'refused' || order.state === 'filed' ? -1 : names.findIndex((name) => taken[name][1] === null)
  return names.map((name, at) => {
    const [who, when] = taken[name]
    if (at === now) return { name, phase: 'now', who: '', at: names.slice(0, at).map((before) => taken[before][1]).findLast((each) => each !== null) ?? null, awaits: order.state === 'waiting-parts' ? 'parts' : awaited(name, order.worker) }
    return when === null || (now >= 0 && at > now) ? { name, phase: 'todo', who: '', at: null, awaits: null } : { name, phase: 'done', who, at: when, awaits: null }
  })
}

function awaited(name: StepName, worker: string): Awaited {
  if (name === 'agreed' || name === 'signed') return 'client'
  if (name === 'quoted' || name === 'verified' || name === 'filed') return 'desk'
  return (name === 'started' || name === 'finished') && worker ? { name: worker } : 'engineering'
}
