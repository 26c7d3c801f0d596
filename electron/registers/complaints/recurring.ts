import { type ComplaintKind, type ComplaintLevel, REPEAT_COUNT, REPEAT_DAYS, SERIOUS_ROUND } from '../../../shared/rules/complaint'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Condition } from '../list-query'
import type { ComplaintRecord } from './rows'

export interface Likeness { unitId: number | null; place: string; kind: ComplaintKind | null }

/** Of the same room, or of the same place where it is in none. */
export const ofUnit = ({ unitId, place }: Likeness): Condition | null =>
  unitId !== null ? { sql: 'c.unit_id = ?', parameters: [unitId] } : place !== '' ? { sql: 'c.unit_id IS NULL AND c.place = ?', parameters: [place] } : null
/** 其他 is no kind of its own: two of it need have nothing in common. */
export const ofKind = ({ kind }: Likeness): Condition | null => (kind !== null && kind !== 'other' ? { sql: 'c.kind = ?', parameters: [kind] } : null)

/** When complaints are recent enough to be repeated ones. */
export const repeatSince = (at: number): number => at - REPEAT_DAYS * 24 * 3_600_000

async function count(tx: Tx, condition: Condition | null, at: number, except: number): Promise<number> {
  if (!condition) return 0
  const [row] = await tx.query<{ n: number }>(`SELECT count(*) AS n FROM complaint c WHERE ${condition.sql} AND c.at BETWEEN ? AND ? AND c.state <> 'void' AND c.id <> ?`, [...condition.parameters, repeatSince(at), at, except])
  return row!.n
}

/** How many of one unit and of one kind there are within the days, this one counted. */
export async function repeatsOf(tx: Tx, likeness: Likeness, at: number, except = 0): Promise<{ unit: number; kind: number }> {
  return { unit: 1 + (await count(tx, ofUnit(likeness), at, except)), kind: 1 + (await count(tx, ofKind(likeness), at, except)) }
}

/** Why the weekly meeting hears of it by itself (5.R2); empty when it doesn't. */
export function meetingReason({ level, round, repeats }: { level: ComplaintLevel; round: number; repeats?: { unit: number; kind: number } }): string {
  return inChinese([
    level === 3 && say('level-3'),
    round >= SERIOUS_ROUND && say('nth-round', { n: round }),
    repeats && repeats.unit >= REPEAT_COUNT && say('same-place', { days: REPEAT_DAYS, n: repeats.unit }),
    repeats && repeats.kind >= REPEAT_COUNT && say('same-kind', { days: REPEAT_DAYS, n: repeats.kind }),
  ])
}

/** The columns that mark a complaint for the meeting; a reason that stands is kept, and the new ones are added to it. */
export function marked(complaint: Pick<ComplaintRecord, 'for_meeting' | 'meeting_reason'> | null, reason: string): { for_meeting?: 1; meeting_reason?: string } {
  if (reason === '') return {}
  const stood = complaint?.for_meeting === 1 ? complaint.meeting_reason.split('，') : []
  return { for_meeting: 1, meeting_reason: [...new Set([...stood, ...reason.split('，')])].filter(Boolean).join('，') }
}
