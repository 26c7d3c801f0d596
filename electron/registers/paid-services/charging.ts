import type { RecordRef } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { Charge } from '../../../shared/contract/repairs'
import { nextPaidServiceState } from '../../../shared/rules/paid-service'
import type { Tx } from '../../store/types'
import type { ChargingSide } from '../charges'
import type { House } from '../house'
import { finish, takeBack } from './complete'
import type { SlipRecord } from './rows'
import { voidSlip } from './void'

const CHARGE = `SELECT id, no, state, total_fen AS totalFen FROM paid_service WHERE for_register = ? AND for_id = ? AND state <> 'void'`

async function slipOf(tx: Tx, record: RecordRef): Promise<SlipRecord | null> {
  const [slip] = await tx.query<SlipRecord>(`SELECT * FROM paid_service WHERE for_register = ? AND for_id = ? AND state <> 'void'`, [record.register, record.id])
  return slip ?? null
}

/** What a work order has to do with its slip; neither register knows the other. */
export const charging = (house: House): ChargingSide => ({
  async of(reader, { register, id }) {
    const parameters = [register, id]
    const [charge] = 'query' in reader ? await reader.query<Charge>(CHARGE, parameters) : await reader.read<Charge & Record<string, unknown>>(CHARGE, parameters)
    return charge ?? null
  },

  async workSigned(tx, record, signed) {
    const slip = await slipOf(tx, record)
    if (!slip) throw new UserError('quote-missing')
    await finish(tx, house, slip, signed)
  },

  async workUnsigned(tx, record) {
    const slip = await slipOf(tx, record)
    if (slip) await takeBack(tx, house, slip)
  },

  async voided(tx, record, reason) {
    const slip = await slipOf(tx, record)
    // A quote that was refused ended there; it keeps its number and its reason.
    if (slip && (slip.state === 'paid' || nextPaidServiceState(slip.state, 'void') !== null)) await voidSlip(tx, house, slip, reason)
  },
})
