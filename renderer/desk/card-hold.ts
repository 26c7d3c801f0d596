import { computed, onMounted, onUnmounted, ref, shallowRef, toValue, watch } from 'vue'
import type { MaybeRefOrGetter } from 'vue'
import type { EventOf } from '../live'
import type { Scan } from './scan-keys'

/** A visitor's document that came while it could not be taken: the last one waits in the strip. */
export type Arrival = EventOf<'card'> | Extract<Scan, { kind: 'id' }>

const holders = ref(0)
/** Whether a form is open that a card must not take off the screen. */
export const cardsHeld = computed(() => holders.value > 0)
export const waitingArrival = shallowRef<Arrival | null>(null)

/** While the component is mounted (and `when` is true), cards and scanned numbers wait. */
export function holdCards(when: MaybeRefOrGetter<boolean> = true): void {
  let holding = false
  const hold = (now: boolean): void => {
    if (now !== holding) holders.value += now ? 1 : -1
    holding = now
  }
  onMounted(() => hold(toValue(when)))
  watch(() => toValue(when), hold)
  onUnmounted(() => hold(false))
}
