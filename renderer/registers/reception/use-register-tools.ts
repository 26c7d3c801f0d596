import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { EntryCounts, EntryFilter, EntryKind } from '@shared/contract/reception'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'
import { useSettings } from '../../desk/settings'
import { onLive, onLiveAgain } from '../../live'
import type { Limits } from './entry-state'

/** What 来访 and 来电 do with the whole register: counts, limits, the list's menu. */
export function useRegisterTools(kind: EntryKind) {
  const { t } = useI18n()
  const today = useToday()
  const session = useSession()
  const settings = useSettings()
  const action = useAction('register')
  const counts = shallowRef<EntryCounts | null>(null)
  /** Goes up with each change of the register, so that an open entry is read anew. */
  const version = ref(0)

  void settings.load()
  async function count(): Promise<void> {
    counts.value = await client.reception.counts({ day: today.value })
  }
  const changed = (): void => {
    version.value++
    void count()
  }
  for (const stop of [onLive('changed', (event) => { if (event.register === 'reception' || event.register === 'notices') changed() }), onLiveAgain(changed)]) onScopeDispose(stop)
  void count()

  const limits = computed<Limits>(() => ({
    answerLimitMinutes: settings.settings?.answerLimitMinutes ?? 10, noticeLimitMinutes: settings.settings?.noticeLimitMinutes ?? 15,
  }))
  const menu = computed(() => [
    ...(session.can('reception.export') ? ['exportXlsx', 'exportCsv', 'printDay', 'pdfDay'] : []),
    'checkDay',
    ...(session.can('deny-list.read') && kind === 'visit' ? ['denyList'] : []),
  ].map((key) => ({ key, label: t(`reception.list.${key}`) })))

  async function exportList(filter: EntryFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.reception.export({ filter, format }), (done) => done && t('reception.list.exported', { rows: done.rows, path: done.path }))
  }
  async function printDay(to: 'printer' | 'pdf'): Promise<void> {
    await action.run(() => client.reception.printDay({ day: today.value, to }), (done) => done && (done.path ? t('reception.list.saved', { rows: done.rows, path: done.path }) : t('reception.list.printed', { rows: done.rows })))
  }
  /** Does what the menu offers; false for what the page itself shows (当日检查, 拒访名单). */
  function choose(key: string, filter: EntryFilter): boolean {
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'printDay' || key === 'pdfDay') void printDay(key === 'printDay' ? 'printer' : 'pdf')
    else return false
    return true
  }
  return { counts, version, limits, menu, choose, action, settings, session, today }
}
