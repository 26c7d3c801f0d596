import { ref } from 'vue'
import { defineStore } from 'pinia'
import type { Settings } from '@shared/contract/system'
import { client } from '../client'
import { onLive, onLiveAgain } from '../live'

/** The tower's settings; null until somebody has signed in and they are read. */
export const useSettings = defineStore('settings', () => {
  const settings = ref<Settings | null>(null)
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    settings.value = await client.system.settings()
  }
  /** Reads them once; later calls wait for the same reading. */
  function load(): Promise<void> {
    reading ??= read().catch((error: unknown) => { reading = null; throw error })
    return reading
  }

  onLive('settings', () => { if (settings.value) void read() })
  onLiveAgain(() => { if (settings.value) void read() })

  return { settings, load }
})
