import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PaidServiceDetail } from '@shared/contract/paid-services'
import { client } from '../../client'
import { useSlipActions } from '../../components/charges/use-slip'
import { usePrintNote } from '../../components/entry/use-print-note'
import { useAction } from '../../desk/action'
import { onLive, onLiveAgain } from '../../live'
import type { SlipAction } from './slip-state'

export type Asked = Exclude<SlipAction, 'month'> | 'void'

/** An open 有偿服务单: read, read anew as it changes, and the steps one may take from it. */
export function useOpenSlip(id: Ref<number>, loaded: (slip: PaidServiceDetail) => void) {
  const { t } = useI18n()
  const action = useAction('service')
  const printed = usePrintNote()
  const slip = shallowRef<PaidServiceDetail | null>(null)
  const asking = ref<Asked | null>(null)

  async function load(): Promise<void> {
    const asked = id.value
    const found = await action.run(() => client.paidServices.get({ id: asked }), () => action.said.value?.text ?? null)
    if (!found || asked !== id.value) return
    slip.value = found
    loaded(found)
  }
  function changed(): void {
    if (asking.value === null) void load()
  }
  for (const stop of [onLive('changed', ({ register }) => { if (register === 'paid-services' || register === 'cashier') changed() }), onLiveAgain(changed)]) onScopeDispose(stop)
  watch(id, () => {
    action.clear()
    printed.clear()
    asking.value = null
    slip.value = null
    void load()
  }, { immediate: true })

  const charges = useSlipActions(action, printed, load)
  async function print(what: 'quote' | 'slip'): Promise<void> {
    const now = slip.value
    if (!now) return
    const job = await action.run(() => client.paidServices.print({ id: now.id, what }))
    if (job) printed.follow({ no: now.no, printJobIds: [job.printJobId] })
  }
  async function voided(reason: string): Promise<boolean> {
    const now = slip.value
    const done = now && await action.run(() => client.paidServices.void({ id: now.id, version: now.version, reason }), ({ no }) => t('services.saved.voided', { no }))
    if (done) await load()
    return Boolean(done)
  }
  return { slip, asking, action, printed, charges, load, print, voided, close: () => { asking.value = null } }
}
export type OpenSlip = ReturnType<typeof useOpenSlip>
