import { computed, ref, watchEffect } from 'vue'

export type Theme = 'light' | 'dark' | 'system'

const REMEMBERED = 'qiantai.theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(system.matches)
system.addEventListener('change', (event) => { systemDark.value = event.matches })

/** Of the last time, so that the first paint is already right; the station's setting follows with boot. */
function remembered(): Theme {
  const kept = localStorage.getItem(REMEMBERED)
  return kept === 'dark' || kept === 'system' ? kept : 'light'
}

const chosen = ref<Theme>(remembered())

/** The look on the screen now. */
export const shown = computed<'light' | 'dark'>(() => (chosen.value === 'system' ? (systemDark.value ? 'dark' : 'light') : chosen.value))

watchEffect(() => { document.documentElement.dataset['theme'] = shown.value })

/** Shows a theme at once and remembers it on this machine. */
export function showTheme(next: Theme): void {
  chosen.value = next
  localStorage.setItem(REMEMBERED, next)
}
