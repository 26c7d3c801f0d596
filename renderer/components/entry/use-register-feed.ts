import { nextTick, onUnmounted, watch, type Ref } from 'vue'
import { onLive, onLiveAgain } from '../../live'

interface List { reload: () => unknown; refresh: () => unknown }

/**
 * Keeps a register's list with what it shows: read anew, once a moment, when its filter says something else; refreshed
 * when a record of one of `registers` changed, or the line to the store was broken.
 */
export function useRegisterFeed(list: Readonly<Ref<List | null>>, filter: () => unknown, registers: readonly string[]): { refresh: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => JSON.stringify(filter()), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void list.value?.reload(), 60)
  })
  const refresh = (): void => void list.value?.refresh()
  const stops = [onLive('changed', ({ register }) => { if (registers.includes(register)) refresh() }), onLiveAgain(refresh)]
  onUnmounted(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
  return { refresh }
}

/** ← → turn a row of tabs; the focus goes with the chosen one. */
export function turnTabs<T>(event: KeyboardEvent, tabs: readonly T[], tab: Ref<T>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  // Only known while the event is on its way.
  const row = event.currentTarget as HTMLElement
  tab.value = tabs[(tabs.indexOf(tab.value) + step + tabs.length) % tabs.length]!
  void nextTick(() => row.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
}
