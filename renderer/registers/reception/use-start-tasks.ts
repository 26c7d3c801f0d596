import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Permission } from '@shared/contract/permissions'
import type { Category, EntryRow } from '@shared/contract/reception'
import type { StartTask } from '../../components/entry/StartTasks.vue'
import { startQuery } from '../../desk/records'
import { useSession } from '../../desk/session'

/** What starts from a call or visit (16.R3): its key, its page, and what such a call is about. */
const starts: readonly { key: string; name: 'repair' | 'complaint' | 'service'; path: string; needs: Permission; category: Category | null }[] = [
  { key: 'F4', name: 'repair', path: '/repairs', needs: 'repairs.write', category: 'repair' },
  { key: 'F8', name: 'complaint', path: '/complaints', needs: 'complaints.write', category: 'complaint' },
  { key: 'F10', name: 'service', path: '/services', needs: 'services.write', category: null },
]

export function useStartTasks() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const offered = () => starts.filter(({ path, needs }) => session.can(needs) && router.resolve(path).matched.length > 0)
  const go = (path: string, id: number, kind: EntryRow['kind']): Promise<unknown> =>
    router.push({ path, query: startQuery({ register: 'reception', id }, kind === 'visit' ? { channel: 'in-person' } : {}) })

  return {
    /** Of a saved entry. */
    of: ({ id, kind }: Pick<EntryRow, 'id' | 'kind'>): StartTask[] =>
      offered().map(({ key, name, path }) => ({ key, label: t(`reception.start.${name}`), run: () => go(path, id, kind) })),
    /** Of one that is being written: `save` saves it first, as one about `category`; undefined when something is missing. */
    ofWriting: (kind: EntryRow['kind'], save: (category: Category | null) => Promise<{ id: number } | undefined>): StartTask[] =>
      offered().map(({ key, name, path, category }) => ({
        key, label: t(`reception.start.${name}`),
        run: async () => {
          const saved = await save(category)
          if (saved) await go(path, saved.id, kind)
        },
      })),
  }
}
