import { UserError } from '../../shared/contract/errors'
import { type PassState, passVerdict } from '../../shared/rules/pass'
import { dayOf } from '../../shared/rules/time'
import type { Tx } from '../store/types'

/** Whose pass it is, for a register that lets somebody do something with it. */
export interface PassInForce { id: number; no: string; holder: string; company: string; tenantId: number | null; unitId: number | null }

/**
 * The pass of a scanned QR code or typed number (SF26-000001, sf26-1), which must be in force.
 * @throws UserError not-found, pass-not-valid {no, verdict}; both at the form's `pass`
 */
export async function passInForce(tx: Tx, code: string): Promise<PassInForce> {
  const typed = code.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const no = typed.replace(/^([A-Z]{2}\d{2})-?0*(\d{1,6})$/, (_, series: string, serial: string) => `${series}-${serial.padStart(6, '0')}`)
  const [pass] = await tx.query<{ id: number; no: string; state: PassState; holder: string; company: string; tenant_id: number | null; unit_id: number | null; valid_from: string; valid_until: string }>(
    'SELECT id, no, state, holder, company, tenant_id, unit_id, valid_from, valid_until FROM pass WHERE token = ? OR no = ?', [typed, no],
  )
  if (!pass) throw new UserError('not-found', {}, 'pass')
  const verdict = passVerdict({ state: pass.state, validFrom: pass.valid_from, validUntil: pass.valid_until }, dayOf(tx.now))
  if (verdict !== 'valid') throw new UserError('pass-not-valid', { no: pass.no, verdict }, 'pass')
  return { id: pass.id, no: pass.no, holder: pass.holder, company: pass.company, tenantId: pass.tenant_id, unitId: pass.unit_id }
}
