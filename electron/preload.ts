import { ipcRenderer } from 'electron'

// The page asks once; the main process answers with one end of a message channel, and that is all the page gets.
const WANT = 'qiantai:want-port'
const PORT = 'qiantai:port'

window.addEventListener('message', function ask(event) {
  if (event.source !== window || event.data !== WANT) return
  window.removeEventListener('message', ask)
  ipcRenderer.once(PORT, (answer) => window.postMessage(PORT, window.location.origin, answer.ports))
  ipcRenderer.send(WANT)
})
