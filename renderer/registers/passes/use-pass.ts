import { computed, ref, shallowRef, type Ref } from 'vue'
import type { PassDetail, PassRow } from '@shared/contract/passes'
import type { PassState } from '@shared/rules/pass'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import type { useAction } from '../../desk/action'
import { t } from '../../locales'
import { besides, stepsFor, type PassStep } from './pass-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<PassStep, 'replace'> | 'cards' | 'correct' | 'void'

/** An open pass, and the steps one may take from it. */
export function usePass(id: Ref<number>, loaded: (pass: PassDetail) => void) {
  const open = useRecord<PassDetail, Asked>({ id, loaded, name: 'pass', area: 'passes', registers: ['passes', 'cashier', 'notices'], read: (one) => client.passes.get({ id: one }) })
  const { record: pass, can, does, action } = open
  const steps = computed(() => (pass.value ? stepsFor(pass.value, can) : []))
  const side = computed(() => (pass.value ? besides(pass.value, can) : []))

  const cards = (layout: 'card' | 'sheet', to: 'printer' | 'pdf', ids: readonly number[]): Promise<boolean> => printCards(action, layout, to, ids)
  return {
    ...open, pass, steps, side, cards,
    remind: () => does(async ({ id: one }, { no }) => ({ no, ...(await client.passes.remind({ ids: [one] })) }), 'reminded'),
    reprint: (what: 'declaration' | 'procedure') => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.passes.reprint({ id: one, what })).printJobId] }), 'reprinted'),
    file: () => does(async (_of, { application }) => {
      const { filed, left } = await client.passes.file({ applicationIds: [application.id] })
      return { no: application.no, filed, left }
    }, 'filed'),
    void: (reason: string) => does((of) => client.passes.void({ ...of, reason }), 'voided').then(Boolean),
  }
}
/** Prints cards, or writes them to a file, and says so; false where it was refused or cancelled. */
export const printCards = async (action: ReturnType<typeof useAction>, layout: 'card' | 'sheet', to: 'printer' | 'pdf', ids: readonly number[]): Promise<boolean> =>
  Boolean(await action.run(() => client.passes.cards({ ids: [...ids], layout, to }), (done) => done && (done.path ? t('passes.card.saved', { n: done.rows, path: done.path }) : t('passes.card.printed', { n: done.rows }))))

export type OpenPass = ReturnType<typeof usePass>

/** 本证 or the whole application: which passes a step is taken for. Those of the application that stand in one of the states. */
export function useScope(pass: PassDetail, states: PassState[]) {
  const scope = ref<'one' | 'all'>('one')
  const all = shallowRef<readonly PassRow[]>([])
  if (pass.application.count > 1) void client.passes.list({ filter: { applicationId: pass.application.id, states }, limit: 200 }).then(({ rows }) => { all.value = [...rows].sort((a, b) => a.id - b.id) })
  const chosen = computed<readonly Pick<PassRow, 'id' | 'version' | 'no' | 'holder' | 'validUntil' | 'depositFen' | 'depositState' | 'receiptNo'>[]>(() => (scope.value === 'all' && all.value.length > 0 ? all.value : [pass]))
  const seen = computed(() => chosen.value.map(({ id, version }) => ({ id, version })))
  return { scope, all, chosen, seen, several: computed(() => all.value.length > 1) }
}
