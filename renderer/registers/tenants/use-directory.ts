import type { Tenant, Unit } from '@shared/contract/tenants'
import { computed, onUnmounted, ref } from 'vue'
import { client } from '../../client'
import { onLive } from '../../live'
import { byFloor } from './rooms'

/** All rooms of the tower and whose they are; read once and again when the directory changes. */
export function useDirectory(failed: (work: () => Promise<void>) => Promise<unknown>) {
  const units = ref<Unit[]>([])
  const names = ref(new Map<number, Tenant>())

  async function load() {
    await failed(async () => {
      const found = new Map<number, Tenant>()
      let after: number | null = null
      do {
        const page: { rows: Tenant[]; next: number | null } = await client.tenants.list({ after, limit: 500 })
        for (const tenant of page.rows) found.set(tenant.id, tenant)
        after = page.next
      } while (after !== null)
      units.value = byFloor(await client.tenants.units())
      names.value = found
    })
  }

  const stop = onLive('changed', (event) => { if (event.register === 'tenants') void load() })
  onUnmounted(stop)

  const sums = computed(() => ({
    tenants: [...names.value.values()].filter((tenant) => tenant.active).length,
    rooms: units.value.length,
    let: units.value.filter((unit) => unit.status === 'let').length,
    vacant: units.value.filter((unit) => unit.status === 'vacant').length,
  }))

  return { units, names, sums, load }
}
