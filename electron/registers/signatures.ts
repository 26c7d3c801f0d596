import type { RegisterName, Signature, Signed } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import type { Attachments } from '../store/attachments'
import type { Sql, Tx } from '../store/types'

/** The columns of a signature on a record: who, when, and its picture, or that it stands on paper. */
export interface SignatureColumns { by: string; at: number | null; image: number | null; on_paper: 0 | 1; scan: number | null }
/** Of one row: `receiver_by`, `receiver_at`, … */
export type SignatureOf<N extends string> = { [K in keyof SignatureColumns as `${N}_${K}`]: SignatureColumns[K] }

/**
 * A signature as it was given, its picture and scan tied to the record.
 * @param field the form's, for the error. @throws UserError signature-missing when nobody signed, or neither on the screen nor on paper
 */
export async function takeSignature(tx: Tx, attachments: Attachments, given: Signature | null, of: { register: RegisterName; id: number }, field: string): Promise<Signed> {
  const { by = '', signatureId = null, onPaper = false, scanId = null } = given ?? {}
  if (by === '' || (signatureId === null && !onPaper)) throw new UserError('signature-missing', {}, field)
  if (signatureId !== null) await attachments.attach(tx, signatureId, 'signature', of.register, of.id)
  if (scanId !== null) await attachments.attach(tx, scanId, 'scan', of.register, of.id)
  return { by, at: tx.now, signatureId, onPaper, scanId }
}

/** `agree_sign` → agree_sign_by, agree_sign_at, …; nobody's where there is none. */
export const signatureColumns = <N extends string>(name: N, signed: Signed | null): Record<`${N}_${keyof SignatureColumns}`, Sql> =>
  ({
    [`${name}_by`]: signed?.by ?? '', [`${name}_at`]: signed?.at ?? null, [`${name}_image`]: signed?.signatureId ?? null,
    [`${name}_on_paper`]: Number(signed?.onPaper ?? false), [`${name}_scan`]: signed?.scanId ?? null,
  }) as Record<`${N}_${keyof SignatureColumns}`, Sql>

/** The signature a row bears; null where nobody has signed. */
export function signedOf<N extends string>(row: { [K in keyof SignatureColumns as `${N}_${K}`]: SignatureColumns[K] }, name: N): Signed | null {
  const column = <K extends keyof SignatureColumns>(key: K) => (row as unknown as Record<string, SignatureColumns[K]>)[`${name}_${key}`]!
  const at = column('at')
  return at === null ? null : { by: column('by'), at, signatureId: column('image'), onPaper: column('on_paper') === 1, scanId: column('scan') }
}
