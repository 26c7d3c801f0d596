import { UserError } from '../../../shared/contract/errors'
import type { authority } from '../../../shared/contract/exit-permits'
import type { z } from 'zod'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { foldName } from '../import/cells'
import { signatureColumns, takeSignature } from '../signatures'
import type { PermitRecord } from './rows'
import { loadSignatory, type SignatoryRecord } from './signatories'
import type { PermitValues } from './write'

export type Authority = z.output<typeof authority>

/**
 * What lets a company's goods leave (14.R2): its sealed letter, seen, or the signature of its designated person, compared
 * with the specimen; tied to the permit.
 * @throws UserError authority-missing, signature-differs, signature-missing, not-found
 */
export async function authorityColumns(tx: Tx, house: House, permit: Pick<PermitRecord, 'id' | 'tenant_id'>, given: Authority): Promise<PermitValues> {
  if (given.kind === 'letter') {
    if (!given.sealSeen) throw new UserError('authority-missing', {}, 'sealSeen')
    if (given.scanId !== null) await house.attachments.attach(tx, given.scanId, 'scan', 'exit-permits', permit.id)
    return { authority: 'letter', seal_seen: 1, letter_scan_id: given.scanId, signatory_id: null, ...signatureColumns('authority_sign', null) }
  }
  const signatory = await loadSignatory(tx, given.signatoryId)
  if (!mayRelease(signatory, permit, dayOf(tx.now))) throw new UserError('authority-missing', {}, 'signatoryId')
  const by = given.signature.by || signatory.name
  if (!given.matches || foldName(by) !== foldName(signatory.name)) throw new UserError('signature-differs', {}, 'signature')
  const signed = await takeSignature(tx, house.attachments, { ...given.signature, by }, { register: 'exit-permits', id: permit.id }, 'signature')
  return { authority: 'signatory', seal_seen: 0, letter_scan_id: null, signatory_id: signatory.id, ...signatureColumns('authority_sign', signed) }
}

/** In force, of this company, and with a specimen on file to compare with. */
const mayRelease = (s: SignatoryRecord, permit: Pick<PermitRecord, 'tenant_id'>, today: string): boolean =>
  s.tenant_id === permit.tenant_id && s.active === 1 && s.specimen_id !== null && (s.valid_until === null || s.valid_until >= today)
