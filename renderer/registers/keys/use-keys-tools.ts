import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { KeyLoanFilter, KeyLoanRow } from '@shared/contract/keys'
import { client } from '../../client'
import { useLiveRead } from '../../components/entry/use-live-read'
import type { ImportSource } from '../../components/import/import-files'
import { useAction } from '../../desk/action'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'

/** What of the whole register stands in the middle column. */
export type KeysView = 'newCustody' | 'newCutting' | 'newHook' | 'count' | 'stocktakes' | 'cuttings' | 'incidents' | 'incomplete' | 'import'
const writing: readonly KeysView[] = ['newCustody', 'newCutting', 'newHook', 'count']
const reading: readonly KeysView[] = ['cuttings', 'stocktakes', 'incidents', 'incomplete']

/** What 钥匙 does with the whole register: its sums, who is chased, and the list's menu. */
export function useKeysTools() {
  const { t } = useI18n()
  const router = useRouter()
  const today = useToday()
  const session = useSession()
  const action = useAction('keys')
  const counts = useLiveRead(() => client.keys.counts(), ['keys'])
  const late = useLiveRead(async () => (await client.keys.loans({ filter: { view: 'late' }, limit: 200 })).rows, ['keys'])

  const menu = computed(() => [
    ...(session.can('keys.write') ? writing : []), ...reading, ...(session.can('keys.check') ? ['import'] : []), ...(session.can('numbers.read') ? ['numbers'] : []), 'exportXlsx', 'exportCsv', 'printRegister', 'pdfRegister', ...(session.can('keys.write') ? ['printTags', 'pdfTags'] : []),
  ].map((key) => ({ key, label: t(`keyLoans.menu.${key}`) })))

  async function exportList(filter: KeyLoanFilter, format: 'xlsx' | 'csv'): Promise<void> {
    await action.run(() => client.keys.export({ filter, format }), (done) => done && t('keyLoans.menu.exported', { rows: done.rows, path: done.path }))
  }
  /** 钥匙借用登记表 of the days the list is narrowed to, else of this month. */
  async function printRegister(filter: KeyLoanFilter, to: 'printer' | 'pdf'): Promise<void> {
    const from = filter.from ?? `${today.value.slice(0, 7)}-01`
    await action.run(() => client.keys.printRegister({ from, until: filter.to ?? today.value, to }), (done) => done && (done.path ? t('keyLoans.menu.saved', { rows: done.rows, path: done.path }) : t('keyLoans.menu.printed', { rows: done.rows })))
  }
  /** 钥匙牌 of the board that stands at the right (11.R9). */
  async function printTags(board: string, to: 'printer' | 'pdf'): Promise<void> {
    if (!board) return action.say('overdue', t('keyLoans.menu.noTags'))
    await action.run(() => client.keys.printTags({ board, to }), (done) => done && (done.path ? t('keyLoans.menu.savedTags', { board, rows: done.rows, path: done.path }) : t('keyLoans.menu.printedTags', { board, rows: done.rows })))
  }
  /** Does what the menu offers; the view that is to be shown, if it is one. */
  function choose(key: string, filter: KeyLoanFilter, board: string): KeysView | null {
    if (key === 'exportXlsx' || key === 'exportCsv') void exportList(filter, key === 'exportXlsx' ? 'xlsx' : 'csv')
    else if (key === 'printRegister' || key === 'pdfRegister') void printRegister(filter, key === 'printRegister' ? 'printer' : 'pdf')
    else if (key === 'printTags' || key === 'pdfTags') void printTags(board, key === 'printTags' ? 'printer' : 'pdf')
    else if (key === 'numbers') void router.push('/numbers')
    else return key as KeysView
    return null
  }
  const chase = (loan: KeyLoanRow) => action.run(() => client.keys.chase({ id: loan.id }), () => t('keyLoans.saved.chasedKey', { key: loan.keyNo, who: loan.borrower }))
  const source: ImportSource = {
    kinds: [{ name: 'keys', template: client.keys.importTemplate, preview: client.keys.importPreview }],
    accept: client.keys.importAccept, discard: client.keys.importDiscard, problems: client.keys.importProblemsFile,
  }
  return { counts, late, menu, choose, chase, action, session, source }
}
