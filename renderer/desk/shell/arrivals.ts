import { nextTick, onMounted, onUnmounted, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { onLive, tell } from '../../live'
import type { EventOf } from '../../live'
import { offerScan } from '../scans'
import { useSession } from '../session'
import { installWedge } from '../wedge'

const VISITS = '/visits'

/**
 * Cards and scans that come while another page is open. From 今日, where nothing is typed, they lead to 来访 at once;
 * elsewhere a card waits there, so that what is being typed stays in sight. Returns the card that waits.
 */
export function useArrivals(deaf: () => boolean): ShallowRef<EventOf<'card'> | null> {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const waiting = shallowRef<EventOf<'card'> | null>(null)

  onUnmounted(onLive('card', (event) => {
    if (route.path === VISITS || session.locked || !session.can('reception.write')) return
    waiting.value = event
    if (route.path === '/today') void router.push(VISITS)
  }))
  watch(() => route.path, async (path) => {
    const card = waiting.value
    if (path !== VISITS || !card) return
    waiting.value = null
    await nextTick()
    tell(card)
  })

  let endWedge: (() => void) | undefined
  onMounted(() => {
    endWedge = installWedge(window, async (scan) => {
      if (session.locked || deaf() || offerScan(scan) || !session.can('reception.read')) return
      await router.push(VISITS)
      await nextTick()
      offerScan(scan)
    })
  })
  onUnmounted(() => endWedge?.())
  return waiting
}
