import { ref } from 'vue'
import { defineStore } from 'pinia'
import type { StationConfig } from '@shared/contract/station'
import type { Boot } from '@shared/contract/system'
import { client } from '../client'
import { showLocale } from '../locales'
import type { Locale } from '../locales'
import { useDevices } from './devices'
import { useSession } from './session'
import { showTheme } from './theme'
import type { Theme } from './theme'

/** What the counter found when it opened; null while the store is still being opened. */
export const useBoot = defineStore('boot', () => {
  const boot = ref<Boot | null>(null)

  /** Takes in a new answer: of the first question, of a recovery, or after set-up. */
  async function take(found: Boot): Promise<void> {
    showTheme(found.theme)
    await showLocale(found.locale)
    if (found.state !== 'failed') await useDevices().load()
    if (found.state === 'ready') await useSession().restore()
    boot.value = found
  }

  const open = async (): Promise<void> => take(await client.system.boot())

  /** Switches the language at once and writes it back to the station's file. */
  async function chooseLocale(locale: Locale): Promise<void> {
    await showLocale(locale)
    await client.system.setLocale({ locale })
  }

  /** Switches the look at once and writes it back to the station's file. */
  async function chooseTheme(theme: Theme): Promise<void> {
    showTheme(theme)
    if (boot.value) boot.value = { ...boot.value, theme }
    await client.system.setTheme({ theme })
  }

  /** Shows at once what was changed of the station on its settings page. */
  async function follow(station: Pick<StationConfig, 'station' | 'locale' | 'theme'>): Promise<void> {
    showTheme(station.theme)
    await showLocale(station.locale)
    if (boot.value) boot.value = { ...boot.value, station: station.station, locale: station.locale, theme: station.theme }
  }

  return { boot, open, take, chooseLocale, chooseTheme, follow }
})
