import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { ExitPermitFilter } from '@shared/contract/exit-permits'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'

/** Views of the whole register that stand in the middle column. */
export type PermitsView = 'back' | 'day' | 'company'
const views: readonly string[] = ['back', 'day', 'company'] satisfies PermitsView[]

/** What 出门条 does with the whole register: its sums, and the list's menu. */
export function usePermitsTools() {
  const { t } = useI18n()
  const router = useRouter()
  const today = useToday()
  const session = useSession()
  const action = useAction('exit permits')
  const counts = useLiveRead(() => client.exitPermits.counts(), ['exit-permits'])
  const menu = computed(() => [
    ...(session.can('exit-permits.write') ? ['back'] : []), 'day', 'company', ...(session.can('exit-permits.release') ? ['gate'] : []), ...(session.can('numbers.read') ? ['numbers'] : []), 'exportXlsx', 'exportCsv', 'printRegister', 'pdfRegister',
  ].map((key) => ({ key, label: t(`exitPermits.menu.${key}`) })))

  async function exportList(filter: ExitPermitFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.exitPermits.export({ filter, format }), (done) => done && t('exitPermits.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** The register of the days the list is narrowed to, else of this month. */
  async function printRegister(filter: ExitPermitFilter, to: 'printer' | 'pdf'): Promise<void> {
    const from = filter.from ?? `${today.value.slice(0, 7)}-01`
    await action.run(() => client.exitPermits.printRegister({ from, until: filter.to ?? today.value, to }), (done) => done && (done.path ? t('exitPermits.menu.saved', { rows: done.rows, path: done.path }) : t('exitPermits.menu.printed', { rows: done.rows })))
  }
  /** Does what the menu offers; the view that is to be shown, if it is one. */
  function choose(key: string, filter: ExitPermitFilter): PermitsView | null {
    if (views.includes(key)) return key as PermitsView
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'printRegister' || key === 'pdfRegister') void printRegister(filter, key === 'printRegister' ? 'printer' : 'pdf')
    else if (key === 'numbers' || key === 'gate') void router.push(`/${key}`)
    return null
  }
  return { counts, menu, choose, action, session }
}
