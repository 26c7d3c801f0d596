import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessagePortMain, nativeTheme } from 'electron'
import { DefectLog } from './station/defect-log'
import { readOptions } from './station/options'
import { lockDown } from './window/lockdown'
import { handOverPort } from './window/port'
import { declareScheme, serveScheme } from './window/scheme'
import { openWindow, preloadPath } from './window/window'
import { reloadWhenGone } from './window/reload'

/** A program that has run for this long is worth starting again. */
const SETTLED_MS = 60_000

// What this program writes is its user's alone: store, backups, logs, exports.
process.umask(0o077)
// Start-up in order: nothing opens twice, the page is painted first, then the store opens behind it.
const options = readOptions(process.argv, process.env)
app.setPath('userData', join(options.dataDir, 'electron'))
const log = new DefectLog(options.dataDir)
process.on('uncaughtException', (error) => beginAgain(log.write('main', error)))
process.on('unhandledRejection', (error) => log.write('main', error))
process.on('warning', (warning) => log.write('warning', warning))

if (!app.requestSingleInstanceLock()) {
  process.stderr.write(`前台 is already open on ${options.dataDir}; its window was brought to the front.\n`)
  app.exit(0)
} else {
  declareScheme()
  void app.whenReady().then(run)
}

async function run(): Promise<void> {
  lockDown()
  serveScheme(join(__dirname, '../renderer'))
  const window = openWindow({ preload: preloadPath(__dirname), icon: join(__dirname, '../../resources/icon.png'), kiosk: false, dark: nativeTheme.shouldUseDarkColors })
  const waiting: MessagePortMain[] = []
  let serve = (port: MessagePortMain): void => { waiting.push(port) }
  app.on('second-instance', () => bringToFront(window))
  reloadWhenGone(window, (error) => { log.write('page', error) })
  // The page asks for its port when it has been painted.
  await new Promise<void>((painted) => handOverPort(window.webContents, (port) => {
    serve(port)
    painted()
  }))
  const { startCounter } = await import('./station/start')
  const counter = await startCounter(options, window, log)
  serve = counter.serve
  for (const port of waiting) serve(port)
  closeInOrder(counter.close)
}

/** What broke may be anything, a queue of writes too, so nothing goes on with it: every save is one transaction, and the counter opens anew. */
function beginAgain(number: string): void {
  // Broken so early, it would break again.
  if (process.uptime() * 1000 > SETTLED_MS) app.relaunch()
  else dialog.showErrorBox('前台', `前台没有打开。记录号 ${number}，请告诉信息部。\nThe counter did not open. Log ${number}.`)
  app.exit(1)
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** What is being printed is let finish and the database closed before the process ends. */
function closeInOrder(close: () => Promise<void>): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close().catch((error: unknown) => log.write('close', error)).finally(() => {
      closed = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => app.quit())
}
