import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import { dayStart } from '../../../shared/rules/time'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { condition, ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import { OPEN, readSigns, searched } from './list'
import { AMISS, type ListedSign } from './rows'

const WAITING = 500

const reads = (viewer: SignedIn): boolean => may(viewer.role, 'signs.read')
const where = (s: ListedSign): string => [s.room, s.tenant_name].filter(Boolean).join('，')

/** What a sign waits for: the check, the client, the maker; or to be taken down. */
function waitOf(s: ListedSign): Pick<WaitingItem, 'what' | 'since'> {
  if (s.state === 'applied') return { what: 'sign-applied', since: s.at }
  if (s.state === 'returned') return { what: 'sign-returned', since: s.at }
  if (s.state === 'ordered') return { what: 'sign-ordered', since: s.ordered_at ?? s.at }
  const what = ({ left: 'sign-departed', moved: 'sign-moved', renamed: 'sign-renamed' } as const)[s.amiss ?? 'left']
  const since = s.left_on ?? s.installed_on
  return { what, since: since === null ? s.at : dayStart(since) }
}

/** What the register of signs tells of itself on the pages that show them all. */
export const signTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    if (!reads(viewer)) return []
    return (await readSigns(house, [ofWhom(of, 's')], limit)).map((s): TimelineItem => ({ register: 'signs', recordId: s.id, no: s.no, kind: s.kind, at: s.at, title: s.name_zh, state: s.state, room: s.room, amountFen: s.fee_fen > 0 ? s.fee_fen : null }))
  },

  async waiting(viewer, of) {
    if (of ? !reads(viewer) : !may(viewer.role, 'signs.write')) return []
    return (await readSigns(house, [condition(`${OPEN} OR ${AMISS} IS NOT NULL`), ...(of ? [ofWhom(of, 's')] : [])], WAITING, 's.id')).map((s): WaitingItem => {
      const wait = waitOf(s)
      return { key: `${wait.what}:${s.id}`, register: 'signs', recordId: s.id, no: s.no, title: s.name_zh, detail: where(s), dueAt: null, ...wait }
    })
  },

  async search(query, viewer, limit) {
    // One digit stands in every number.
    if (!reads(viewer) || query.trim() === '' || /^\d{1,2}$/.test(query.trim())) return []
    return (await readSigns(house, [searched(house, query)], limit)).map((s) => ({ kind: 'sign' as const, id: s.id, title: `${s.no} ${s.name_zh}`, detail: where(s), state: s.state, at: s.at }))
  },
})
