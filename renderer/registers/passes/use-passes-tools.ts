import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { PassFilter } from '@shared/contract/passes'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'

export type PassesView = 'incomplete' | 'forms'

/** What 证件 does with the whole register: its sums, and the list's menu. */
export function usePassesTools() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const action = useAction('passes')
  const counts = useLiveRead(() => client.passes.counts(), ['passes'])

  const menu = computed(() => ['permits', 'kinds', 'forms', 'incomplete', ...(session.can('passes.write') ? ['remindAll'] : []), ...(session.can('numbers.read') ? ['numbers'] : []), 'exportXlsx', 'exportCsv'].map((key) => ({ key, label: t(`passes.menu.${key}`) })))
  const ways: Record<string, string> = { permits: '/fit-out-permits', kinds: '/pass-kinds', numbers: '/numbers' }

  async function exportList(filter: PassFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.passes.export({ filter, format }), (done) => done && t('passes.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** 到期提醒 for all that are about to end, a slip for each company. */
  async function remindAll(): Promise<void> {
    const ids = (await action.run(() => client.passes.list({ filter: { view: 'expiring' }, limit: 200 })))?.rows.map(({ id }) => id) ?? []
    if (ids.length === 0) return action.say('inside', t('passes.list.empty.expiring'))
    await action.run(() => client.passes.remind({ ids }), (done) => t('passes.menu.reminded', { n: done.reminded, slips: done.printJobIds.length }))
  }
  /** Does what the menu offers; a view of the whole register is handed back. */
  function choose(key: string, filter: PassFilter): PassesView | null {
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'remindAll') void remindAll()
    else if (ways[key]) void router.push(ways[key])
    return key === 'incomplete' || key === 'forms' ? key : null
  }
  return { counts, menu, choose, action, session }
}
