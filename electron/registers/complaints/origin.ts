import type { Tx } from '../../store/types'
import { UserError } from '../../../shared/contract/errors'
import { may, type Role } from '../../../shared/contract/permissions'
import { nextComplaintState } from '../../../shared/rules/complaint'
import type { House } from '../house'
import type { Origin, OriginFacts, Outcome, StartedRecord } from '../origins'
import { unsealed } from '../personal'
import { assign, handle } from './ways'
import { currentRound, loadComplaint, updateComplaint, updateRound } from './write'

/** A complaint within the desk's authority is handled by a repair (7.R3): it starts one, waits for it, and is handled when that is verified. */
export const complaintOrigin = (house: House): Origin => ({
  facts: (tx, id) => complaintFacts(house, tx, id),
  started: (tx, id, to) => repairing(house, tx, id, to),
  finished: (tx, id, record, outcome) => repaired(house, tx, id, record, outcome),
})

async function complaintFacts(house: House, tx: Pick<Tx, 'query'>, id: number): Promise<OriginFacts> {
  const c = await loadComplaint(tx, id)
  if (c.state === 'void') throw new UserError('already-void', { no: c.no })
  return {
    no: c.no, at: c.at, name: c.name, phone: unsealed(house.store.vault, c.data_key, c.phone_enc, 'complaint.phone_enc'), company: c.tenant_name,
    contactId: c.contact_id, tenantId: c.tenant_id, tenantName: c.tenant_name, unitId: c.unit_id, room: c.room, place: c.place, matter: c.cause,
  }
}

/** Engineering hears of it through the order's own notice. A second repair, or another record, is only linked. */
async function repairing(house: House, tx: Tx, id: number, to: StartedRecord): Promise<void> {
  const complaint = await loadComplaint(tx, id)
  const state = nextComplaintState(complaint.state, 'repair')
  if (to.register !== 'repairs' || state === null) return
  const { handling } = await currentRound(tx, complaint)
  if (complaint.state === 'escalated' && !(await mayHandle(tx))) {
    // A first measure of the desk: on record, but the supervisor settles it (7.R4).
    await updateRound(tx, complaint, { handling: [handling, `转报修 ${to.no}`].filter(Boolean).join('；') })
    tx.changed('complaints', id)
    return
  }
  const next = await updateComplaint(tx, complaint, { state, department: 'engineering', person: '' })
  await updateRound(tx, next, { handling: [handling, `转报修 ${to.no}`].filter(Boolean).join('；'), department: 'engineering', person: '' })
  await house.steps.add(tx, { register: 'complaints', recordId: id, action: 'repair', from: complaint.state, to: state, note: to.no })
  await house.notices.close(tx, 'complaints', id)
}

/** Whether who starts the repair may settle what is on the supervisor's list. */
async function mayHandle(tx: Tx): Promise<boolean> {
  const [staff] = await tx.query<{ role: Role }>('SELECT role FROM staff WHERE id = ?', [tx.scope.actor.id])
  return staff !== undefined && may(staff.role, 'complaints.handle')
}

const COME_TO_NOTHING = { void: '已作废', refused: '客户不同意报价' } as const

/** Verified good, the client is to be asked; a bad one is done again by another order, and a repair that came to nothing hands it back to the desk. */
async function repaired(house: House, tx: Tx, id: number, { register, no }: StartedRecord, outcome: Outcome): Promise<void> {
  const complaint = await loadComplaint(tx, id)
  if (register !== 'repairs' || complaint.state !== 'repairing') return
  if (outcome === 'good') await handle(house, tx, complaint, 'handled', { handling: `报修 ${no} 已返单，核验良好`, by: tx.scope.actor.name, at: tx.now })
  if (outcome === 'void' || outcome === 'refused') {
    await assign(house, tx, complaint, 'handling', { department: 'customer-service', person: '', dueAt: complaint.due_at }, false, `报修 ${no} ${COME_TO_NOTHING[outcome]}`)
  }
}
