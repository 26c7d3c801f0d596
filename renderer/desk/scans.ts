import { onMounted, onUnmounted } from 'vue'
import type { IdCard } from '@shared/contract/id-card'
import type { Scan } from './scan-keys'

/** Who hears something while its component is mounted; the last mounted is asked first, and returns true where it took it. */
function takersOf<T>(): { on: (take: (it: T) => boolean | void) => void; offer: (it: T) => boolean } {
  const takers: ((it: T) => boolean | void)[] = []
  return {
    on(take) {
      onMounted(() => { takers.push(take) })
      onUnmounted(() => { takers.splice(takers.indexOf(take), 1) })
    },
    offer: (it) => [...takers].reverse().some((take) => take(it) === true),
  }
}

const scans = takersOf<Scan>()
/** Hears scans while the component is mounted; the last mounted one is asked first. Return true to take it. */
export const onScan = scans.on
/** Offers a scan to the pages; false where none took it. */
export const offerScan = scans.offer

const cards = takersOf<IdCard>()
/** Hears cards that were read, on a page beside 来访 that writes persons down. Return true to take it; else it waits for 来访. */
export const onCard = cards.on
/** Offers a card to the pages; false where none took it. */
export const offerCard = cards.offer
