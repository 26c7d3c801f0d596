import { onMounted, onUnmounted } from 'vue'
import type { Scan } from './scan-keys'

/** Returns true where the page took the scan. */
type Taker = (scan: Scan) => boolean | void

const takers: Taker[] = []

/** Hears scans while the component is mounted; the last mounted one is asked first. Return true to take it. */
export function onScan(taker: Taker): void {
  onMounted(() => { takers.push(taker) })
  onUnmounted(() => { takers.splice(takers.indexOf(taker), 1) })
}

/** Offers a scan to the pages; false where none took it. */
export function offerScan(scan: Scan): boolean {
  return [...takers].reverse().some((taker) => taker(scan) === true)
}
