import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { TimelineItem } from '@shared/contract/overview'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { faceOf } from '../../desk/records'
import { onLive, onLiveAgain } from '../../live'
import type { Whose } from '../../desk/standing/use-standing'
import { registerOf, type TimelineTab } from './timeline'

/** What happened with a company or in a room, from every register the role may read; read anew as it changes. */
export function useTimeline(whose: () => Whose, tab: Ref<TimelineTab>) {
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
  for (const stop of [onLive('changed', ({ register }) => { if (register === 'reception' || faceOf(register)) void load() }), onLiveAgain(() => void load())]) onScopeDispose(stop)
  watch([() => JSON.stringify(whose()), tab], () => void load(), { immediate: true })
  return { items, loaded, action }
}
