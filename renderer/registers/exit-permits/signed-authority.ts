import type { ExitPermitInput } from '@shared/contract/exit-permits'
import { signatureOf, type SignatureDraft } from '../../components/signing'
import { authorityFault, type AuthorityText } from './authority'

/** An authority as a procedure takes it; ink and scan are kept first. Null while something of it lacks. */
export async function authorityOf(text: AuthorityText, signature: SignatureDraft): Promise<NonNullable<ExitPermitInput['authority']> | null> {
  if (authorityFault(text, signature)) return null
  return text.kind === 'letter' ? { kind: 'letter', sealSeen: true, scanId: text.scanId } : { kind: 'signatory', signatoryId: text.signatoryId!, signature: await signatureOf(signature), matches: true }
}
