import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

/** How many of the `count()` last things of `row` fit without a second line; tried anew as they, or its width, change. */
export function useRowRoom(row: Readonly<Ref<HTMLElement | null>>, count: () => number, shown: () => unknown): Ref<number> {
  const room = ref(count())
  async function fit(): Promise<void> {
    room.value = count()
    await nextTick()
    while (row.value && room.value > 0 && row.value.scrollWidth > row.value.clientWidth) {
      room.value--
      await nextTick()
    }
  }
  const watcher = new ResizeObserver(() => void fit())
  watch(row, (element, before) => {
    if (before) watcher.unobserve(before)
    if (element) watcher.observe(element)
  }, { flush: 'post', immediate: true })
  watch(shown, fit, { flush: 'post' })
  onScopeDispose(() => watcher.disconnect())
  return room
}
