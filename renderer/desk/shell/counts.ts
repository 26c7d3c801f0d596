import { onUnmounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Permission } from '@shared/contract/permissions'
import { client } from '../../client'
import { onLive } from '../../live'
import { useToday } from '../clock'
import { useSession } from '../session'

/** What stands beside the tasks in the rail, by the names of their pages; a task that has none, or may not be read, is absent. */
export type RailCounts = Partial<Record<string, number>>

/** Who counts what: with one permission, for some pages. */
const counters: { needs: Permission; read: (day: string) => Promise<RailCounts> }[] = [
  {
    needs: 'reception.read',
    read: async (day) => {
      const { insidePeople, waitingNotice } = await client.reception.counts({ day })
      return { visits: insidePeople, calls: waitingNotice }
    },
  },
  { needs: 'complaints.read', read: async () => ({ complaints: (await client.complaints.counts()).mine }) },
  { needs: 'passes.read', read: async () => ({ passes: (await client.passes.counts()).ready }) },
  { needs: 'exit-permits.read', read: async () => ({ exitPermits: (await client.exitPermits.counts()).atGate }) },
  { needs: 'repairs.read', read: async () => ({ repairs: (await client.repairs.counts()).open }) },
  {
    needs: 'signs.read',
    read: async () => {
      const { applied, amiss } = await client.signs.counts()
      return { signs: applied + amiss }
    },
  },
  { needs: 'keys.read', read: async () => ({ keys: (await client.keys.counts()).out }) },
]

export function useRailCounts(): Ref<RailCounts> {
  const counts = ref<RailCounts>({})
  const session = useSession()
  const today = useToday()
  let reading = false
  let again = false

  /** Changes come in bursts: one reading at a time, and one more if something changed meanwhile. */
  async function read(): Promise<void> {
    if (session.locked) return
    if (reading) {
      again = true
      return
    }
    reading = true
    try {
      do {
        again = false
        const parts = await Promise.all(counters.filter(({ needs }) => session.can(needs)).map((counter) => counter.read(today.value)))
        counts.value = Object.assign({}, ...parts) as RailCounts
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
