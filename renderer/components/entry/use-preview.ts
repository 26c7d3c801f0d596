import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { SlipDocument } from '@shared/slip/document'
import { client } from '../../client'
import { onLive } from '../../live'

/** What came out last of a printer whose address is `preview`; what goes to another one has its `title`. */
export interface Previewed { jobId: number; printer: string; at: number; slip: SlipDocument; title?: string }

/** Hears what such printers print. A slip that may not be seen, or was erased since, is not shown. */
export function usePreview(): { latest: ShallowRef<Previewed | null>; show: (jobId: number) => Promise<void>; clear: () => void } {
  const latest = shallowRef<Previewed | null>(null)
  async function read(jobId: number, printer: string, title?: string): Promise<void> {
    const slip = await client.printing.document({ id: jobId }).catch(() => null)
    if (slip) latest.value = { jobId, printer, at: Date.now(), slip, ...(title && { title }) }
  }
  onScopeDispose(onLive('preview', ({ jobId, printer }) => void read(jobId, printer)))
  async function show(jobId: number): Promise<void> {
    const job = (await client.printing.jobs({ limit: 20 }).catch(() => [])).find(({ id }) => id === jobId)
    if (job) await read(jobId, job.printer, job.title)
  }
  return { latest, show, clear: () => { latest.value = null } }
}
