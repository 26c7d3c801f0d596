import type { App, Component } from 'vue'
import type { Router } from 'vue-router'
import { loadMessages } from '../locales'
import { useSettings } from './settings'

const parts = (): Promise<[{ router: Router }, { default: Component }, void]> =>
  Promise.all([import('../router'), import('./shell/TheDesk.vue'), loadMessages()])

/**
 * Only once the first font is there: while it loads, the browser looks for a stand-in for every piece of the others,
 * which took longer than all else on the page.
 */
async function rareFonts(): Promise<void> {
  await document.fonts.ready
  await import('../theme/rare-fonts')
}

/** Fetches the desk while somebody is still typing the number, so that it stands when the PIN is right. */
export function prefetchDesk(): void {
  requestIdleCallback(() => {
    void parts()
    void rareFonts()
  })
}

/** Everything behind the sign-in page: router, shell, words, the tower's settings. */
export async function openDesk(app: App): Promise<Component> {
  const [[{ router }, shell]] = await Promise.all([parts(), useSettings().load()])
  app.use(router)
  return shell.default
}
