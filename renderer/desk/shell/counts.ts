import { onUnmounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { EntryCounts } from '@shared/contract/reception'
import { client } from '../../client'
import { onLive } from '../../live'
import { useToday } from '../clock'
import { useSession } from '../session'

/** What stands beside the tasks in the rail; null for who may not read the register. */
export function useRailCounts(): Ref<EntryCounts | null> {
  const counts = ref<EntryCounts | null>(null)
  const session = useSession()
  const today = useToday()
  let reading = false
  let again = false

  /** Changes come in bursts: one reading at a time, and one more if something changed meanwhile. */
  async function read(): Promise<void> {
    if (!session.can('reception.read') || session.locked) return
    if (reading) {
      again = true
      return
    }
    reading = true
    try {
      do {
        again = false
        counts.value = await client.reception.counts({ day: today.value })
      } while (again)
    }
    finally {
      reading = false
    }
  }

  onUnmounted(onLive('changed', () => void read()))
  watch([today, () => session.locked], () => void read(), { immediate: true })
  return counts
}
