import type { Mark } from '../components/mark'

const over = new Set(['left', 'ended', 'declined', 'no-show', 'refused', 'filed', 'renewed', 'reconciled', 'unused', 'removed'])
const done = new Set(['notified', 'closed', 'verified', 'paid', 'released', 'installed', 'refunded', 'sealed', 'registered'])
const ahead = new Set(['expected', 'returned', 'agreed', 'ready', 'applied'])
const waiting = new Set(['asked', 'waiting', 'quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed', 'received', 'escalated', 'handling', 'repairing', 'handled', 'quoted', 'monthly', 'held', 'ordered', 'out', 'unsealed', 'requested', 'checked', 'approved', 'cut'])

/** What a state means in a register where it is not what it is elsewhere: an order that is returned has come to the desk, a pass has gone. */
const own: Readonly<Record<string, Readonly<Record<string, Mark>>>> = { passes: { returned: 'left', issued: 'done' }, keys: { returned: 'done', refused: 'left' } }

/** Shape and colour of a record's state wherever several registers are shown; an unknown one is over. */
export function markOf(state: string, register = ''): Mark {
  const mark = own[register]?.[state]
  if (mark) return mark
  if (state === 'inside' || state === 'void') return state
  if (state === 'lost' || state === 'differs') return 'overdue'
  if (over.has(state)) return 'left'
  return done.has(state) ? 'done' : ahead.has(state) ? 'expected' : waiting.has(state) ? 'waiting' : 'left'
}
