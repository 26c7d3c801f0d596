import { computed, type Ref } from 'vue'
import type { Outputs } from '@shared/contract'
import type { Approval } from '@shared/contract/base'
import type { ExitPermitDetail } from '@shared/contract/exit-permits'
import type { PermitCopy } from '@shared/slip/exit-permit-slip'
import { useI18n } from 'vue-i18n'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import { besides, stepsFor, type PermitAction } from './permit-actions'

export type SavedPermit = Outputs['exitPermits']['save']
/** What is asked for in place before it is done. */
export type Asked = Exclude<PermitAction, 'back' | 'chase'>

/** An open permit, and the steps one may take from it; read anew as the gate counts. */
export function usePermit(id: Ref<number>, loaded: (permit: ExitPermitDetail) => void) {
  const { t } = useI18n()
  const open = useRecord<ExitPermitDetail, Asked>({ id, loaded, name: 'exit permit', area: 'exitPermits', registers: ['exit-permits', 'notices'], read: (one) => client.exitPermits.get({ id: one }) })
  const { record: permit, action, can, does } = open

  /** 交回 of this one slip (14.F1). */
  async function back(): Promise<void> {
    const no = permit.value?.no ?? ''
    await action.run(() => client.exitPermits.slipBack({ codes: [no] }), ({ left: [left] }) => (left ? null : t('exitPermits.saved.back', { no })))
    await open.load()
  }
  return {
    ...open, permit, back,
    steps: computed<PermitAction[]>(() => (permit.value ? stepsFor(permit.value, can) : [])),
    side: computed<PermitAction[]>(() => (permit.value ? besides(permit.value, can) : [])),
    chase: () => does(({ id: one }) => client.exitPermits.chase({ id: one }), 'chased'),
    void: (reason: string) => does((of) => client.exitPermits.void({ ...of, reason }), 'voided').then(Boolean),
    unused: (reason: string) => does((of) => client.exitPermits.closeUnused({ ...of, reason }), 'unused').then(Boolean),
    undo: (reason: string, approval: Approval | null) => does((of) => client.exitPermits.undo({ ...of, reason, approval }), 'undone').then(Boolean),
    reprint: (copy: PermitCopy) => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.exitPermits.reprint({ id: one, copy })).printJobId] }), 'reprinted'),
  }
}
export type OpenPermit = ReturnType<typeof usePermit>
