import { may, type Role } from '../../../shared/contract/permissions'
import { nextComplaintState } from '../../../shared/rules/complaint'
import { inChinese, type PhraseCode, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import type { Outcome, StartedRecord } from '../origins'
import type { ComplaintRecord } from './rows'
import { assign, handle } from './ways'
import { currentRound, loadComplaint, roundBegan, updateComplaint, updateRound } from './write'

/** Engineering hears of it through the order's own notice. A second repair, or another record, is only linked. */
export async function repairing(house: House, tx: Tx, id: number, to: StartedRecord): Promise<void> {
  const complaint = await loadComplaint(tx, id)
  if (to.register !== 'repairs' || nextComplaintState(complaint.state, 'repair') === null) return
  const { handling } = await currentRound(tx, complaint)
  const noted = [handling, inChinese(say('to-repairs', { no: to.no }))].filter(Boolean).join('；')
  if (complaint.state === 'escalated' && !(await mayHandle(tx))) {
    // A first measure of the desk: on record, but the supervisor settles it (7.R4).
    await updateRound(tx, complaint, { handling: noted })
    tx.changed('complaints', id)
    return
  }
  await withEngineering(house, tx, complaint, { action: 'repair', no: to.no, handling: noted })
}

/** Whether who starts the repair may settle what is on the supervisor's list. */
async function mayHandle(tx: Tx): Promise<boolean> {
  const [staff] = await tx.query<{ role: Role }>('SELECT role FROM staff WHERE id = ?', [tx.scope.actor.id])
  return staff !== undefined && may(staff.role, 'complaints.handle')
}

async function withEngineering(house: House, tx: Tx, complaint: ComplaintRecord, step: { action: 'repair' | 'resume'; no: string; handling: string }): Promise<void> {
  const next = await updateComplaint(tx, complaint, { state: 'repairing', department: 'engineering', person: '' })
  await updateRound(tx, next, { handling: step.handling, department: 'engineering', person: '', handled_at: null, handled_by: '' })
  await house.steps.add(tx, { register: 'complaints', recordId: complaint.id, action: step.action, from: complaint.state, to: 'repairing', note: step.no })
  await house.notices.close(tx, 'complaints', complaint.id)
}

const COME_TO_NOTHING = { void: 'repair-void', refused: 'repair-refused' } as const satisfies Partial<Record<Outcome, PhraseCode>>
const nothing = (outcome: Outcome, no: string): string => inChinese(say(outcome === 'void' || outcome === 'refused' ? COME_TO_NOTHING[outcome] : 'repair-of', { no }))
const LISTED = '、'
const verifiedGood = (nos: string): string => inChinese([say('repair-back', { no: nos }), say('verified-good')])

/**
 * An order came to its end. While another of the complaint is under way, it waits; then, verified good, the client is to
 * be asked. A bad one is done again by another order; where nothing came of any, the complaint is the desk's again.
 */
export async function repaired(house: House, tx: Tx, id: number, { register, no }: StartedRecord, outcome: Outcome): Promise<void> {
  const complaint = await loadComplaint(tx, id)
  if (register !== 'repairs' || complaint.state !== 'repairing') return
  const orders = await house.origins.standings(tx, { register: 'complaints', id })
  if (orders.some(({ open }) => open)) return
  const began = await roundBegan(tx, complaint)
  const good = orders.filter(({ goodAt }) => goodAt !== null && goodAt >= began).map((order) => order.no).join(LISTED)
  if (good !== '') await handle(house, tx, complaint, 'handled', { handling: verifiedGood(good), by: tx.scope.actor.name, at: tx.now, note: good })
  else await assign(house, tx, complaint, 'handling', { department: 'customer-service', person: '', dueAt: complaint.due_at }, false, nothing(outcome, no))
}

/** Whether it waited for a repair since its round began. */
async function waitedForRepair(tx: Tx, id: number): Promise<boolean> {
  const ofThis = `register = 'complaints' AND record_id = ?1`
  const rows = await tx.query(`SELECT 1 FROM step WHERE ${ofThis} AND to_state = 'repairing' AND id > coalesce((SELECT max(id) FROM step WHERE ${ofThis} AND action IN ('dissatisfied', 'reopen')), 0) LIMIT 1`, [id])
  return rows.length > 0
}

/**
 * An order that had ended is under way again, and the complaint waits for it: one that had been handed back in this
 * round, or that the order's end alone had made handled, where nothing else happened to it since.
 */
export async function repairResumed(house: House, tx: Tx, id: number, { register, no }: StartedRecord): Promise<void> {
  const complaint = await loadComplaint(tx, id)
  if (register !== 'repairs' || nextComplaintState(complaint.state, 'resume') === null) return
  const { handling } = await currentRound(tx, complaint)
  if (complaint.state === 'handling') {
    if (await waitedForRepair(tx, id)) await withEngineering(house, tx, complaint, { action: 'resume', no, handling })
    return
  }
  const [last] = await tx.query<{ action: string; note: string }>(`SELECT action, note FROM step WHERE register = 'complaints' AND record_id = ? ORDER BY id DESC LIMIT 1`, [id])
  if (last?.action !== 'handle' || !last.note.split(LISTED).includes(no)) return
  const before = handling.slice(0, -verifiedGood(last.note).length).replace(/；$/, '')
  await withEngineering(house, tx, complaint, { action: 'resume', no, handling: before })
}
