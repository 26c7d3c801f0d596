import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

/** Whether its last thing stands in its padding, or beyond it. */
function overflows(row: HTMLElement): boolean {
  const last = [...row.children].filter((child) => child.getClientRects().length > 0).at(-1)
  if (!last) return false
  return last.getBoundingClientRect().right > row.getBoundingClientRect().right - parseFloat(getComputedStyle(row).paddingRight) + 0.5
}

/** How many of the `count()` last things of `row` fit without a second line; tried anew as they, or its width, change. */
export function useRowRoom(row: Readonly<Ref<HTMLElement | null>>, count: () => number, shown: () => unknown): Ref<number> {
  const room = ref(count())
  async function fit(): Promise<void> {
    room.value = count()
    await nextTick()
    while (row.value && room.value > 0 && overflows(row.value)) {
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
