import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Category, EntryRow } from '@shared/contract/reception'
import type { StartTask } from '../../components/entry/StartTasks.vue'
import { startQuery } from '../../desk/records'
import { useSession } from '../../desk/session'
import { starts, type Start } from '../../desk/starts'

/** What such a call is about, where a register stands for it. */
const categories: Partial<Record<Start['name'], Category>> = { repair: 'repair', complaint: 'complaint' }

/** What starts from a call or visit (16.R3). */
export function useStartTasks() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const offered = () => starts.filter(({ name, needs }) => name !== 'visit' && name !== 'call' && session.can(needs))
  const go = (path: string, id: number, kind: EntryRow['kind']): Promise<unknown> =>
    router.push({ path, query: startQuery({ register: 'reception', id }, kind === 'visit' ? { channel: 'in-person' } : {}) })

  return {
    /** Of a saved entry. */
    of: ({ id, kind }: Pick<EntryRow, 'id' | 'kind'>): StartTask[] =>
      offered().map(({ key, name, path }) => ({ key, label: t(`reception.start.${name}`), run: () => go(path, id, kind) })),
    /** Of one that is being written: `save` saves it first, as one about `category`; undefined when something is missing. */
    ofWriting: (kind: EntryRow['kind'], save: (category: Category | null) => Promise<{ id: number } | undefined>): StartTask[] =>
      offered().map(({ key, name, path }) => ({
        key, label: t(`reception.start.${name}`),
        run: async () => {
          const saved = await save(categories[name] ?? null)
          if (saved) await go(path, saved.id, kind)
        },
      })),
  }
}
