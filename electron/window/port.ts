import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { PAGE } from './scheme'

/**
 * Hands one port to the top frame of our own page and to nothing else. A reload gets a new one; the old one closes
 * with its page.
 */
export function handOverPort(contents: WebContents, serve: (port: MessagePortMain) => void): void {
  ipcMain.on('qiantai:want-port', (event) => {
    const frame = event.senderFrame
    if (event.sender !== contents || frame !== contents.mainFrame || frame?.url.split(/[?#]/)[0] !== PAGE) return
    const { port1, port2 } = new MessageChannelMain()
    serve(port1)
    frame.postMessage('qiantai:port', null, [port2])
  })
}
