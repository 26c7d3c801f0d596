import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { WorkOrderFilter } from '@shared/contract/repairs'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'

/** Views of the whole register that stand in the middle column. */
export type RepairsView = 'onTime' | 'incomplete' | 'spotChecks' | 'faults'
const views: readonly string[] = ['onTime', 'incomplete', 'spotChecks', 'faults'] satisfies RepairsView[]

/** What 报修 does with the whole register: its sums, and the list's menu. */
export function useRepairsTools() {
  const { t, te } = useI18n()
  const router = useRouter()
  const today = useToday()
  const session = useSession()
  const action = useAction('repairs')
  const counts = useLiveRead(() => client.repairs.counts(), ['repairs'])

  const menu = computed(() => [
    'onTime', 'incomplete', 'spotChecks', ...(session.can('repairs.check') ? ['faults'] : []), ...(session.can('numbers.read') ? ['numbers'] : []), ...(session.can('repairs.write') ? ['fileVerified'] : []),
    'exportXlsx', 'exportCsv', 'printRegister', 'pdfRegister',
  ].map((key) => ({ key, label: t(`repairs.menu.${key}`) })))

  async function exportList(filter: WorkOrderFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.repairs.export({ filter, format }), (done) => done && t('repairs.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** 客户报修登记表 of the days the list is narrowed to, else of this month. */
  async function printRegister(filter: WorkOrderFilter, to: 'printer' | 'pdf'): Promise<void> {
    const from = filter.from ?? `${today.value.slice(0, 7)}-01`
    await action.run(() => client.repairs.printRegister({ from, until: filter.to ?? today.value, to }), (done) => done && (done.path ? t('repairs.menu.saved', { rows: done.rows, path: done.path }) : t('repairs.menu.printed', { rows: done.rows })))
  }
  /** What an order that is not filed still needs: a step, or the state it ended in. */
  const lacks = (why: string): string => (te(`repairs.do.${why}`) ? t('repairs.menu.lacks', { step: t(`repairs.do.${why}`) }) : t(`repairs.state.${why}`))
  /** 归档: all that are verified; those that may not be filed yet are named (13.R6). */
  async function fileVerified(): Promise<void> {
    await action.run(async () => {
      const { rows } = await client.repairs.list({ filter: { states: ['verified'] }, limit: 200 })
      return rows.length === 0 ? { filed: 0, left: [] } : client.repairs.file({ ids: rows.map(({ id }) => id) })
    }, ({ filed, left }) => {
      const [kept] = left
      return kept ? t('repairs.menu.filedSome', { filed, left: left.length, no: kept.no, why: lacks(kept.why) }) : filed === 0 ? t('repairs.menu.filedNone') : t('repairs.menu.filedAll', { filed })
    })
  }
  /** Does what the menu offers; the view that is to be shown, if it is one. */
  function choose(key: string, filter: WorkOrderFilter): RepairsView | null {
    if (views.includes(key)) return key as RepairsView
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'printRegister' || key === 'pdfRegister') void printRegister(filter, key === 'printRegister' ? 'printer' : 'pdf')
    else if (key === 'numbers') void router.push('/numbers')
    else if (key === 'fileVerified') void fileVerified()
    return null
  }
  return { counts, menu, choose, action, session }
}
