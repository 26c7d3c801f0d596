import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'
import type { ComplaintFilter } from './list-filter'

/** What 投诉 does with the whole register: its sums, and the list's menu. */
export function useComplaintsTools() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const action = useAction('complaints')
  const counts = useLiveRead(() => client.complaints.counts(), ['complaints'])

  const menu = computed(() => ['meeting', ...(session.can('numbers.read') ? ['numbers'] : []), 'printRecord', 'pdfRecord', 'exportXlsx', 'exportCsv'].map((key) => ({ key, label: t(`complaints.menu.${key}`) })))

  async function exportList(filter: ComplaintFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.complaints.export({ filter, format }), (done) => done && t('complaints.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** 客户投诉记录 on A4, of the one that is chosen. */
  async function printRecord(id: number | null, to: 'printer' | 'pdf'): Promise<void> {
    if (id === null) return action.say('overdue', t('complaints.menu.chooseFirst'))
    await action.run(() => client.complaints.printRecord({ id, to }), (done) => done && (done.path ? t('complaints.menu.saved', { path: done.path }) : t('complaints.menu.printed')))
  }
  /** Does what the menu offers; true where the meeting's list is to be shown. */
  function choose(key: string, filter: ComplaintFilter, selected: number | null): boolean {
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'printRecord' || key === 'pdfRecord') void printRecord(selected, key === 'printRecord' ? 'printer' : 'pdf')
    else if (key === 'numbers') void router.push('/numbers')
    return key === 'meeting'
  }
  return { counts, menu, choose, action, session }
}
