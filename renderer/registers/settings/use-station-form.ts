import type { StationConfig } from '@shared/contract/station'
import type { StationForm } from './station-form'
import type { Faults } from './tower-form'
import { reactive, ref } from 'vue'
import { client } from '../../client'
import { useBoot } from '../../desk/boot'
import { fromStationForm, stationFaults, toStationForm } from './station-form'

/** station.json on the page: read, typed into, checked, written back. */
export function useStationForm() {
  const config = ref<StationConfig | null>(null)
  const form = reactive<{ value: StationForm | null }>({ value: null })
  const faults = ref<Faults>({})

  function show(read: StationConfig) {
    config.value = read
    form.value = toStationForm(read)
    faults.value = {}
  }

  /** False when something typed keeps it from being saved; it stands under its field. */
  function check(): boolean {
    faults.value = form.value ? stationFaults(form.value) : {}
    return Object.keys(faults.value).length === 0
  }

  return {
    config, form, faults, check,
    load: async () => show(await client.system.station()),
    save: async () => {
      const saved = await client.system.saveStation(fromStationForm(form.value!, config.value!))
      show(saved)
      await useBoot().follow(saved)
      return saved
    },
  }
}
