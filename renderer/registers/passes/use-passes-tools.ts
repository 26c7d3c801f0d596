import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { PassFilter } from '@shared/contract/passes'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'

/** As many as are asked for at once. */
const MOST = 200

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
    const ids: number[] = []
    await action.run(async () => {
      for (let before: number | null = null; ;) {
        const { rows, next } = await client.passes.list({ filter: { view: 'expiring' }, before, limit: MOST })
        ids.push(...rows.map(({ id }) => id))
        if (next === null) return
        before = next
      }
    })
    if (ids.length === 0) return action.said.value ? undefined : action.say('inside', t('passes.list.empty.expiring'))
    await action.run(async () => {
      const all = { n: 0, slips: 0 }
      for (let at = 0; at < ids.length; at += MOST) {
        const done = await client.passes.remind({ ids: ids.slice(at, at + MOST) })
        all.n += done.reminded
        all.slips += done.printJobIds.length
      }
      return all
    }, (all) => t('passes.menu.reminded', all))
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
