import type { Signature } from '@shared/contract/base'
import { client } from '../client'
import { t } from '../locales'
import type { StepFault } from './entry/use-step-fault'

/** A signature while it is given: on the screen (PNG bytes), or on the printed paper, with its scan (JPEG bytes) where there is one. */
export interface SignatureDraft { by: string; ink: Uint8Array | null; onPaper: boolean; scan: Uint8Array | null }

export const unsigned = (by = ''): SignatureDraft => ({ by, ink: null, onPaper: false, scan: null })

/** What a signature still lacks; the store refuses it as `signature-missing`. */
export function lacking(draft: SignatureDraft): 'name' | 'signature' | null {
  if (!draft.by.trim()) return 'name'
  return draft.onPaper || draft.ink ? null : 'signature'
}

/** The same, as the fault of a form whose signature cell has that name. */
export function signatureFault(draft: SignatureDraft, name = 'signature'): StepFault | null {
  const what = lacking(draft)
  return what && { field: what === 'name' ? `${name}-by` : name, text: t(what === 'name' ? 'sign.missingName' : 'sign.missing') }
}

/** Keeps ink and scan as attachments, and names them as a procedure takes them. */
export async function signatureOf(draft: SignatureDraft): Promise<Signature> {
  const put = async (kind: 'signature' | 'scan', bytes: Uint8Array | null): Promise<number | null> =>
    (bytes ? (await client.attachments.put({ kind, bytes: new Uint8Array(bytes) })).id : null)
  return {
    by: draft.by.trim(), onPaper: draft.onPaper,
    signatureId: draft.onPaper ? null : await put('signature', draft.ink),
    scanId: draft.onPaper ? await put('scan', draft.scan) : null,
  }
}
