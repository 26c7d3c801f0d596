import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { client } from '../../client'
import { useAction } from '../action'
import { wayTo } from '../records'
import { useSession } from '../session'
import { isTold, type Todo } from './todo'

/** What Enter and Space do with something that waits: the record is opened, a department is reminded, what the desk was told is acknowledged, an order is chased. */
export function useTodoActions() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const action = useAction('today')

  async function openEntry(id: number): Promise<void> {
    const entry = await action.run(() => client.reception.get({ id }))
    const way = entry && wayTo({ register: 'reception', recordId: id, kind: entry.kind })
    if (way) void router.push(way)
  }
  function open(todo: Todo): void {
    const record = todo.record ?? todo.notice
    if (todo.kind === 'without-result') void router.push({ path: '/calls', query: { tab: 'without-result' } })
    else if (todo.month) void router.push({ path: '/month', query: { month: todo.month.month } })
    else if (todo.entry) void router.push({ path: '/visits', query: { entry: String(todo.entry.id) } })
    else if (record?.register === 'reception') void openEntry(record.recordId)
    else if (record) void router.push(wayTo(record) ?? '/today')
  }
  async function act(todo: Todo): Promise<void> {
    const { record, notice } = todo
    if (record?.what === 'order-unreturned' && session.can('repairs.write')) await action.run(() => client.repairs.urge({ id: record.recordId }), () => t('today.urged', { no: todo.no }))
    else if (notice && isTold(notice, session.session)) await action.run(() => client.notices.acknowledge({ id: notice.id, by: session.session?.name ?? '' }), () => t('today.acknowledged', { no: todo.no }))
    else if (notice) await action.run(() => client.notices.remind({ id: notice.id }), () => t('today.reminded', { no: todo.no, department: t(`common.department.${notice.department}`) }))
    else open(todo)
  }
  return { action, open, act }
}
