// The limit of `npm run bench`: the least an Electron application does to show one field.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Electron runs it as it is
const { app, BrowserWindow } = require('electron')

const dataDir = process.argv.find((argument) => argument.startsWith('--data-dir='))
if (dataDir) app.setPath('userData', dataDir.slice('--data-dir='.length))

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } })
  window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
