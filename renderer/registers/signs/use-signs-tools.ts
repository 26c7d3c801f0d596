import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { SignFilter } from '@shared/contract/signs'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import { useAction } from '../../desk/action'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'

/** What 水牌 does with the whole register: its sums, and the list's menu. */
export function useSignsTools() {
  const { t } = useI18n()
  const router = useRouter()
  const today = useToday()
  const session = useSession()
  const action = useAction('signs')
  const counts = useLiveRead(() => client.signs.counts(), ['signs', 'tenants'])

  const menu = computed(() => ['directory', 'printRegister', 'pdfRegister', 'exportXlsx', 'exportCsv'].map((key) => ({ key, label: t(`signs.menu.${key}`) })))

  async function exportList(filter: SignFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.signs.export({ filter, format }), (done) => done && t('signs.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** The register of this year. */
  async function printRegister(to: 'printer' | 'pdf'): Promise<void> {
    await action.run(() => client.signs.printRegister({ from: `${today.value.slice(0, 4)}-01-01`, until: today.value, to }), (done) => done && (done.path ? t('signs.menu.saved', { path: done.path }) : t('signs.menu.printed', { rows: done.rows })))
  }
  function choose(key: string, filter: SignFilter): void {
    if (key === 'directory') void router.push('/directory')
    else if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else void printRegister(key === 'printRegister' ? 'printer' : 'pdf')
  }
  return { counts, menu, choose, action, session }
}
