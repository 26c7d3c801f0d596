import type { LiveEvent } from '../../shared/contract/system'
import { UserError } from '../../shared/contract/errors'
import { formatMoney } from '../../shared/rules/money'
import type { Handlers } from '../registers/handlers'
import { recoveryKeyPage } from '../registers/settings/recovery-page'
import { createFirstAdministrator } from '../registers/staff/first-administrator'
import { may } from '../../shared/contract/permissions'
import { refuseWeakPin } from '../registers/staff/pin'
import { systemScope } from '../store/types'
import type { Counter } from './counter'
import { storeStatus, type Tower } from './tower'

/** A drawer is its station's by name (M1): under another name its cash could not be counted. @throws UserError cash-in-drawer */
async function refuseLeavingCash({ tower, config: { station } }: Counter): Promise<void> {
  const held = await tower?.house.ledger.balance('cash', { station })
  if (held) throw new UserError('cash-in-drawer', { station, held: formatMoney(held) }, 'station')
}

export interface WindowPort { setKiosk(on: boolean): void }

/** `system` of the contract for one page: what concerns the counter as a whole. */
export function createSystem(counter: Counter, page: number, window: WindowPort): Handlers<'system'> {
  const opened = (): Tower => {
    if (!counter.tower) throw new UserError('store-unavailable')
    return counter.tower
  }
  /** A card bears a person's data: only a signed-in, unlocked page of somebody who registers hears of it. */
  const mayHear = (event: LiveEvent) => {
    if (event.type !== 'card') return true
    const signedIn = counter.sessions.signedIn(page)
    return signedIn !== null && !counter.sessions.locked(page) && may(signedIn.role, 'reception.write')
  }
  async function* events() {
    for await (const { event, page: only } of counter.live.subscribe('live')) if ((only === null || only === page) && mayHear(event)) yield event
  }
  return {
    boot: () => counter.boot(),
    live: async () => events(),
    async setUp({ tower, company, station, staffNo, name, pin, locale }) {
      refuseWeakPin(pin, staffNo, 'pin')
      const scope = systemScope(station)
      // The administrator comes last: a set-up that is cut short before goes on where it stopped.
      const { recoveryKey } = await counter.createStore({ station, locale }, async (house) => {
        await house.settings.save(scope, { tower, company })
        await createFirstAdministrator(house, scope, { staffNo, name, pin })
      })
      await opened().handlers(page).staff.signIn({ staffNo, pin }, { scope, signedIn: null })
      return { recoveryKey, session: counter.sessions.session(page)! }
    },
    async retry() {
      await counter.retry()
      return counter.boot()
    },
    async recover({ recoveryKey }) {
      await counter.recover(recoveryKey)
      return counter.boot()
    },
    async restoreBackup() {
      await counter.restoreBackup()
      return counter.boot()
    },
    async renewRecoveryKey(_input, { scope }) {
      return { recoveryKey: await counter.renewRecoveryKey(scope) }
    },
    async printRecoveryKey({ recoveryKey }) {
      const { house } = opened()
      await house.pages.print(recoveryKeyPage({ tower: house.settings.current.tower, station: house.station(), recoveryKey, at: house.store.clock.now() }))
    },
    async status() {
      return { ...(await storeStatus(opened().house)), keyProtection: counter.protection, version: counter.options.version, electron: process.versions['electron'] ?? '' }
    },
    devices: () => counter.deviceReport(),
    async reconnect({ key }) { await counter.devices?.reconnect(key) },
    async rereadCard() { counter.devices?.reread() },
    async presentDemoCard({ index }) {
      const { demoCards } = await import('../demo/cards')
      const card = demoCards[(index ?? Math.floor(counter.options.clock.now() / 1000)) % demoCards.length]!
      if (!counter.options.demo || !counter.devices?.present(card)) throw new UserError('wrong-state', { state: 'demo' })
    },
    async logDefect({ message, where }) { return { log: counter.options.log.write(`page ${where}`, message) } },
    search: (input, call) => opened().system.search(input, call),
    settings: (input, call) => opened().system.settings(input, call),
    saveSettings: (input, call) => opened().system.saveSettings(input, call),
    async station() { return counter.config },
    async saveStation(config) {
      if (config.station !== counter.config.station) await refuseLeavingCash(counter)
      counter.saveConfig(config)
      window.setKiosk(config.kiosk)
      await counter.devices?.configure(config)
      return config
    },
    async setLocale({ locale }) { counter.saveConfig({ ...counter.config, locale }) },
    async setTheme({ theme }) { counter.saveConfig({ ...counter.config, theme }) },
  }
}
