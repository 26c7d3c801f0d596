import { ref } from 'vue'
import type { Ref } from 'vue'

const query = window.matchMedia('(min-width: 1600px)')
const wide = ref(query.matches)
query.addEventListener('change', (event) => { wide.value = event.matches })

/** Whether the desk is wide (from 1600 px): lists become tables, the base is 16 px. */
export function useWide(): Ref<boolean> {
  return wide
}
