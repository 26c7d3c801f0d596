import { onMounted, onUnmounted, watch } from 'vue'
import { useNow } from './clock'
import { useSettings } from './settings'

/** Locks after the tower's idle time without key, click or pointer (settings.idleLockMinutes). */
export function useIdleLock(lock: () => Promise<void>): void {
  const tower = useSettings()
  const now = useNow()
  let lastActive = Date.now()
  const active = (): void => { lastActive = Date.now() }
  const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

  onMounted(() => { for (const sign of SIGNS) window.addEventListener(sign, active, { capture: true, passive: true }) })
  onUnmounted(() => { for (const sign of SIGNS) window.removeEventListener(sign, active, { capture: true }) })
  watch(now, (at) => {
    const minutes = tower.settings?.idleLockMinutes
    if (minutes !== undefined && at - lastActive >= minutes * 60_000) void lock()
  })
}
