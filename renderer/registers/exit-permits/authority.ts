import type { SignatureDraft } from '../../components/signing'

/** By whose word goods leave, as it is written (14.R2). The signature stands beside it: it is no part of a draft. */
export interface AuthorityText { kind: 'signatory' | 'letter'; signatoryId: number | null; matches: boolean; sealSeen: boolean; scanId: number | null; /** Beside a signature: the company's seal is on the permit, too. */ companySeal: boolean }

export const noAuthority = (): AuthorityText => ({ kind: 'signatory', signatoryId: null, matches: false, sealSeen: false, scanId: null, companySeal: false })

export type AuthorityField = 'authority' | 'signature' | 'matches'

/** What the authority still lacks, by field and word of the form's faults (14.R2). */
export function authorityFault(text: AuthorityText, signature: Pick<SignatureDraft, 'ink' | 'onPaper'>): { field: AuthorityField; code: string } | null {
  if (text.kind === 'letter') return text.sealSeen ? null : { field: 'authority', code: 'seal' }
  if (text.signatoryId === null) return { field: 'authority', code: 'signatory' }
  if (!signature.onPaper && !signature.ink) return { field: 'signature', code: 'signature' }
  return text.matches ? null : { field: 'matches', code: 'matches' }
}
