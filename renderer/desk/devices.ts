import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import type { DeviceStatus } from '@shared/contract/system'
import { client } from '../client'
import { onLive, onLiveAgain } from '../live'

/** Printers, reader, store: as the strip and 设备与打印 show them, always the latest told. */
export const useDevices = defineStore('devices', () => {
  const devices = ref<DeviceStatus[]>([])
  const waitingJobs = ref(0)
  const savedAt = ref<number | null>(null)

  async function load(): Promise<void> {
    const now = await client.system.devices()
    devices.value = now.devices
    waitingJobs.value = now.waitingJobs
    savedAt.value = now.savedAt
  }

  onLive('devices', (event) => {
    devices.value = event.devices
    waitingJobs.value = event.waitingJobs
    savedAt.value = event.savedAt
  })
  onLiveAgain(() => void load())

  /** The device of a role: `receipt`, `engineering`, `documents`; the reader's is `reader`. */
  const byRole = (role: string): DeviceStatus | undefined => devices.value.find((device) => device.role === role)
  const reader = computed(() => devices.value.find((device) => device.kind === 'reader'))
  const troubles = computed(() => devices.value.filter((device) => device.state === 'trouble'))

  const unconfirmed = computed(() => devices.value.filter((device) => device.unknown > 0))

  return { devices, waitingJobs, savedAt, load, byRole, reader, troubles, unconfirmed }
})
