import type { Mark } from '../components/mark'

const over = new Set(['left', 'declined', 'no-show', 'refused', 'filed', 'renewed', 'reconciled', 'unused', 'removed'])
const done = new Set(['notified', 'closed', 'verified', 'paid', 'released', 'installed'])
const ahead = new Set(['expected', 'returned', 'agreed', 'ready', 'applied'])
const waiting = new Set(['asked', 'waiting', 'quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed', 'received', 'escalated', 'handling', 'repairing', 'handled', 'quoted', 'monthly', 'held', 'ordered', 'out'])

/** Shape and colour of a record's state wherever several registers are shown; an unknown one is over. */
export function markOf(state: string): Mark {
  if (state === 'inside' || state === 'void') return state
  if (state === 'lost' || state === 'differs') return 'overdue'
  if (over.has(state)) return 'left'
  return done.has(state) ? 'done' : ahead.has(state) ? 'expected' : waiting.has(state) ? 'waiting' : 'left'
}
