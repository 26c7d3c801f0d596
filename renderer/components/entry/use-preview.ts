import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { SlipDocument } from '@shared/slip/document'
import { client } from '../../client'
import { onLive } from '../../live'

/** What came out last of a printer whose address is `preview`. */
export interface Previewed { jobId: number; printer: string; at: number; slip: SlipDocument }

/** Hears what such printers print. A slip that may not be seen, or was erased since, is not shown. */
export function usePreview(): { latest: ShallowRef<Previewed | null>; clear: () => void } {
  const latest = shallowRef<Previewed | null>(null)
  onScopeDispose(onLive('preview', async (event) => {
    const slip = await client.printing.document({ id: event.jobId }).catch(() => null)
    if (slip) latest.value = { jobId: event.jobId, printer: event.printer, at: Date.now(), slip }
  }))
  return { latest, clear: () => { latest.value = null } }
}
