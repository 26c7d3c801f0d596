import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { TimelineItem } from '@shared/contract/overview'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { onLive, onLiveAgain } from '../../live'
import type { Whose } from '../../desk/standing/use-standing'
import { registerOf, type TimelineTab } from './timeline'

/** What happened with a company or in a room, from every register the role may read; read anew as it changes. */
export function useTimeline(whose: () => Whose) {
  const tab = ref<TimelineTab>('all')
  const items = shallowRef<TimelineItem[]>([])
  const loaded = ref(false)
  const action = useAction('timeline')

  async function load(): Promise<void> {
    const asked = { ...whose(), register: registerOf(tab.value), limit: 300 }
    const found = await action.run(() => client.overview.timeline(asked))
    if (!found || JSON.stringify({ ...whose(), register: registerOf(tab.value), limit: 300 }) !== JSON.stringify(asked)) return
    items.value = found
    loaded.value = true
  }
  const told = new Set(['reception', 'repairs', 'paid-services', 'complaints', 'cashier'])
  for (const stop of [onLive('changed', ({ register }) => { if (told.has(register)) void load() }), onLiveAgain(() => void load())]) onScopeDispose(stop)
  watch([() => JSON.stringify(whose()), tab], () => void load(), { immediate: true })
  return { tab, items, loaded, action }
}
