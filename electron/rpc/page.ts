import { contract, type Contract } from '../../shared/contract'
import { UserError } from '../../shared/contract/errors'
import type { Call } from '../registers/handlers'
import type { Counter } from '../station/counter'
import { createSystem, type WindowPort } from '../station/system-handlers'
import { createRpcHandler } from './serve'

type Run = (input: never, call: Call) => unknown

const ofTheTower = (Object.keys(contract) as (keyof Contract)[]).filter((namespace) => namespace !== 'system')

/**
 * The handlers of one page. The tower may open after the page asks (and again after a recovery), so each call looks
 * for it when it comes.
 */
export function servePage(counter: Counter, page: number, window: WindowPort, checkAnswers: boolean) {
  const system = createSystem(counter, page, window)
  const ofTower = (namespace: Exclude<keyof Contract, 'system'>): Record<string, Run> =>
    Object.fromEntries(Object.keys(contract[namespace]).map((name) => [name, (input: never, call: Call) => {
      if (!counter.tower) throw new UserError('store-unavailable')
      const handlers = counter.tower.handlers(page)[namespace] as unknown as Record<string, Run>
      return handlers[name]!(input, call)
    }]))
  return createRpcHandler(
    { ...Object.fromEntries(ofTheTower.map((namespace) => [namespace, ofTower(namespace)])), system: system as unknown as Record<string, Run> } as Record<keyof Contract, Record<string, Run>>,
    { signedIn: () => counter.sessions.signedIn(page), locked: () => counter.sessions.locked(page), station: () => counter.config.station },
    counter.options.log, checkAnswers,
  )
}
