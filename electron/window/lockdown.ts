import { app, Menu, session, type WebContents } from 'electron'
import { ORIGIN } from './scheme'

const ours = (url: string) => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

/** What no page may ever do: leave, open windows, embed others, ask for more than the camera. */
export function lockDown(): void {
  Menu.setApplicationMenu(null)
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  const camera = (permission: string, origin: string, mediaTypes: readonly string[] | undefined) =>
    permission === 'media' && ours(origin) && (mediaTypes ?? []).every((type) => type === 'video')
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined
    answer(camera(permission, contents.getURL(), mediaTypes))
  })
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) =>
    camera(permission, origin, details.mediaType ? [details.mediaType] : []))
  session.defaultSession.on('will-download', (event) => event.preventDefault())
}
