import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { PAGE } from './scheme'

/** The one window of the counter, shown when its page is painted. */
export function openWindow(options: { preload: string; icon: string; kiosk: boolean; dark: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280, height: 800, minWidth: 1024, minHeight: 700, useContentSize: true,
    show: false, kiosk: options.kiosk, autoHideMenuBar: true, title: '前台', icon: options.icon,
    backgroundColor: options.dark ? '#14171C' : '#F2EFE9',
    webPreferences: { preload: options.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, v8CacheOptions: 'bypassHeatCheck' },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE)
  return window
}

export const preloadPath = (mainDir: string): string => join(mainDir, '../preload/preload.js')
