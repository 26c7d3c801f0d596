import type { StationConfig } from '@shared/contract/station'
import type { StationForm } from './station-form'
import type { Faults } from './tower-form'
import { reactive, ref } from 'vue'
import { client } from '../../client'
import { useBoot } from '../../desk/boot'
import { fromStationForm, stationFaults, toStationForm } from './station-form'

/** Writes station.json; the devices are opened anew, and the desk follows. */
export async function saveStation(config: StationConfig): Promise<StationConfig> {
  const saved = await client.system.saveStation(config)
  await useBoot().follow(saved)
  return saved
}

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
      const saved = await saveStation(fromStationForm(form.value!, config.value!))
      show(saved)
      return saved
    },
  }
}
