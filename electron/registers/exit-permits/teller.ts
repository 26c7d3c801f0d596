import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import { addDays, dayOf, dayStart } from '../../../shared/rules/time'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { type Condition, condition, ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import { movesTyped } from './code'
import { readPermits, searched } from './list'
import { goodsWords, type ListedPermit, MISSING } from './rows'

const WAITING = 500

const reads = (viewer: SignedIn): boolean => may(viewer.role, 'exit-permits.read')
const where = (p: ListedPermit): string => [p.room, p.tenant_name].filter(Boolean).join('，')

/** What a permit waits for: money, its day at the gate, the desk's amendment, or the slip that has not come back. */
function waitOf(p: ListedPermit, today: string): Pick<WaitingItem, 'what' | 'since' | 'dueAt'> {
  const over = dayStart(addDays(p.leaving_on, 1))
  if (p.state === 'held') return { what: 'permit-held', since: p.at, dueAt: null }
  if (p.leaving_on < today) return { what: 'permit-missing', since: over, dueAt: over }
  if (p.state === 'differs') return { what: 'permit-differs', since: p.checked_at ?? p.at, dueAt: over }
  return { what: 'permit-open', since: p.issued_at ?? p.at, dueAt: over }
}

/** What the register of exit permits tells of itself on the pages that show them all. */
export const exitPermitTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    if (!reads(viewer)) return []
    return (await readPermits(house, [ofWhom(of, 'p')], limit)).map((p): TimelineItem => ({ register: 'exit-permits', recordId: p.id, no: p.no, kind: p.kind, at: p.at, title: goodsWords(p), state: p.state, room: p.room, amountFen: null }))
  },

  /** The desk sees to all of them; the gate has what may leave today. */
  async waiting(viewer, of) {
    const today = dayOf(house.store.clock.now())
    const desk = may(viewer.role, 'exit-permits.write')
    if (of ? !reads(viewer) : !desk && !may(viewer.role, 'exit-permits.release')) return []
    const open = of
      ? [condition(`p.state IN ('held', 'issued', 'differs') OR (${MISSING})`, today), ofWhom(of, 'p')]
      : [desk ? condition(`p.state = 'held' OR (p.state IN ('issued', 'differs') AND p.leaving_on = ?) OR (${MISSING})`, today, today) : condition(`p.state = 'issued' AND p.leaving_on = ?`, today)]
    return (await readPermits(house, open, WAITING)).reverse().map((p): WaitingItem => {
      const wait = waitOf(p, today)
      return { key: `${wait.what}:${p.id}`, register: 'exit-permits', recordId: p.id, no: p.no, title: goodsWords(p), detail: where(p), ...wait }
    })
  },

  async dayEnd() {
    const today = dayOf(house.store.clock.now())
    const nos = async (of: Condition): Promise<string[]> => (await readPermits(house, [of], WAITING)).reverse().map(({ no }) => no)
    const [open, missing] = await Promise.all([nos(condition(`(p.state IN ('issued', 'differs') AND p.leaving_on = ?) OR (p.state = 'held' AND p.leaving_on <= ?)`, today, today)), nos(condition(MISSING, today))])
    return [{ what: 'permits-open', count: open.length, nos: open }, { what: 'permits-missing', count: missing.length, nos: missing }]
  },

  async search(query, viewer, limit) {
    // One digit stands in every number.
    if (!reads(viewer) || query.trim() === '' || /^\d{1,2}$/.test(query.trim())) return []
    const permits = await readPermits(house, [searched(house, query)], limit)
    const [moveOut = ''] = movesTyped(query, house.store.clock.now())
    return permits.map((p) => ({ kind: 'exit-permit' as const, id: p.id, title: `${p.no} ${goodsWords(p)}`, detail: [moveOut, where(p)].filter(Boolean).join('，'), state: p.state, at: p.at }))
  },
})
