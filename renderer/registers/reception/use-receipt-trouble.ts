import { computed, onScopeDispose, shallowRef } from 'vue'
import type { PrintJob } from '@shared/contract/printing'
import { client } from '../../client'
import { useDevices } from '../../desk/devices'
import { onLive, onLiveAgain } from '../../live'

const open = new Set<PrintJob['state']>(['waiting', 'printing', 'failed', 'unknown'])

/** The receipt printer's trouble and what waits for it: known at once where the slips are made. */
export function useReceiptTrouble() {
  const devices = useDevices()
  const jobs = shallowRef<PrintJob[]>([])
  const printer = computed(() => devices.byRole('receipt'))
  const troubled = computed(() => printer.value?.state === 'trouble')
  const unknown = computed(() => jobs.value.filter((job) => job.state === 'unknown'))
  const failed = computed(() => jobs.value.filter((job) => job.state === 'failed'))

  async function load(): Promise<void> {
    const all = await client.printing.jobs({ limit: 100 })
    jobs.value = all.filter((job) => job.printer === 'receipt' && open.has(job.state))
  }
  for (const stop of [onLive('changed', (event) => { if (event.register === 'printing') void load() }), onLive('devices', () => void load()), onLiveAgain(() => void load())]) onScopeDispose(stop)
  void load()

  return {
    printer, jobs, unknown, load,
    /** Somebody must do something: paper, or a look at the paper. */
    needed: computed(() => unknown.value.length > 0 || failed.value.length > 0 || (troubled.value && jobs.value.length > 0)),
    troubled,
    /** Where a slip may go meanwhile. */
    others: computed(() => devices.devices.filter((device) => device.kind === 'printer' && device.role !== 'receipt' && (device.state === 'ok' || device.state === 'warning'))),
  }
}
export type ReceiptTrouble = ReturnType<typeof useReceiptTrouble>
