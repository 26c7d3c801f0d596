import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { undoneStates } from '../../../shared/rules/work-order'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Call, ParsedInput } from '../handlers'
import { change } from '../history'
import type { House } from '../house'
import type { OrderRecord } from './rows'
import { notifyEngineering, queueAddedSlip } from './slips'
import { seenOrder, takeStep } from './step'
import { keyOf, savedOrder } from './write'

/** As much as a content may hold; what was added to it counts. */
const CONTENT_MAX = 2000

/** @throws UserError work-done: nobody would come for it any more; wrong-state where the client refused */
function refuseDone({ no, state }: OrderRecord): void {
  if (undoneStates.includes(state)) return
  throw new UserError(state === 'refused' ? 'wrong-state' : 'work-done', { no, state })
}

/** 并入该单: what was reported again stands on the order that is open, and engineering is told; the entry is linked to it (16.R3). */
export function addToOrder(house: House, input: ParsedInput<typeof repairs.addTo>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'add')
    refuseDone(order)
    const key = keyOf(house.store.vault, order)
    const added = say('added', { said: input.content })
    const content = `${order.content}；${inChinese(added)}`
    if (content.length > CONTENT_MAX) throw new UserError('too-long', { max: CONTENT_MAX }, 'content')
    const next = await takeStep(tx, house, order, { action: 'add', to: order.state, detail: { changes: [change(key, 'content', order.content, content)] } }, { content, data_key: key.wrapped })
    if (input.from) {
      const facts = await house.origins.facts(tx, input.from)
      await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'repairs', id: order.id, no: order.no })
    }
    // Before the client agreed, engineering has not heard of it at all.
    if (order.state === 'quoting') return savedOrder(next)
    await notifyEngineering(tx, house, next, inChinese(added))
    return savedOrder(next, input.print ? await queueAddedSlip(tx, house, next, input.content) : [])
  })
}
