import { nextTick, onMounted, onUnmounted, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { onLive, tell } from '../../live'
import { cardsHeld, waitingArrival } from '../card-hold'
import type { Arrival } from '../card-hold'
import { wayOfCode } from '../records'
import { offerCard, offerScan } from '../scans'
import { useSession } from '../session'
import { installWedge } from '../wedge'

const VISITS = '/visits'

/**
 * Cards and scans that come while another page, or a form over 来访, is open. From 今日, where nothing is typed, they
 * lead to 来访 at once; elsewhere a card waits, so that what is being typed stays in sight, and is taken as soon as the
 * form is closed or 来访 is opened; a page that writes persons down may take it itself. The code of another register's
 * record opens that register, whatever page is open. Returns what waits.
 */
export function useArrivals(deaf: () => boolean): ShallowRef<Arrival | null> {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()

  onUnmounted(onLive('card', (event) => {
    if (session.locked || (!cardsHeld.value && offerCard(event.card)) || !session.can('reception.write') || (route.path === VISITS && !cardsHeld.value)) return
    waitingArrival.value = event
    if (route.path === '/today' && !cardsHeld.value) void router.push(VISITS)
  }))
  watch(() => route.path === VISITS && !cardsHeld.value, async (free) => {
    const arrival = waitingArrival.value
    if (!free || !arrival) return
    waitingArrival.value = null
    await nextTick()
    if ('type' in arrival) tell(arrival)
    else offerScan(arrival)
  })

  let endWedge: (() => void) | undefined
  onMounted(() => {
    endWedge = installWedge(window, async (scan) => {
      if (session.locked || deaf()) return
      if (cardsHeld.value && scan.kind === 'id') {
        if (session.can('reception.write')) waitingArrival.value = scan
        return
      }
      if (offerScan(scan)) return
      const code = scan.kind === 'code' ? scan.text : ''
      const way = wayOfCode(code)
      if (way) {
        if (session.can(way.needs)) await router.push({ path: way.path, query: { code } })
        return
      }
      if (!session.can('reception.read')) return
      await router.push(VISITS)
      await nextTick()
      offerScan(scan)
    })
  })
  onUnmounted(() => {
    endWedge?.()
    waitingArrival.value = null
  })
  return waitingArrival
}
