import { signIn } from './fixtures/desk'
import { expect, test } from './fixtures/test'

test('the page can leave nowhere, open nothing, and knows neither Node nor the disk', async ({ counter }) => {
  const { app, page } = counter
  await signIn(page)
  const before = page.url()
  const found = await page.evaluate(async () => {
    const globals = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in window)
    const read = async (url: string) => {
      try {
        return `${(await fetch(url)).status}`
      } catch {
        return 'refused'
      }
    }
    return {
      globals,
      opened: window.open('https://example.com/') === null,
      file: await read('file:///etc/passwd'),
      net: await read('http://127.0.0.1:9/'),
      outside: [await read('/../../package.json'), await read('/..%2f..%2fpackage.json'), await read('/%2e%2e/%2e%2e/package.json')],
      location: await new Promise<string>((resolve) => { navigator.geolocation.getCurrentPosition(() => resolve('told'), ({ code }) => resolve(`refused ${code}`)) }),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error: Error) => error.name),
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(() => 'read', (error: Error) => error.name),
    }
  })
  expect(found.globals).toEqual([])
  expect(found.opened).toBe(true)
  expect(found.file).toBe('refused')
  expect(found.net).toBe('refused')
  for (const status of found.outside) expect(['404', 'refused']).toContain(status)
  expect(found.location).toBe('refused 1')
  expect(found.microphone).not.toBe('given')
  expect(found.notifications).toBe('denied')
  expect(found.clipboard).not.toBe('read')

  await page.evaluate(() => { location.href = 'https://example.com/' })
  await page.evaluate(() => { location.href = 'file:///etc/passwd' })
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  // What the policy refuses, Chromium says on the console.
  counter.takeComplaints()
})

test('the policy of the page lets no foreign or inline script run', async ({ counter }) => {
  const { page } = counter
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'))
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`script-src 'self'`)
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.ran = true')
    document.body.append(button)
    button.click()
    button.remove()
    // A string as code, compiled once this call is over: the debugger itself may compile what it likes.
    setTimeout('window.ran = true')
    return new Promise((resolve) => { setTimeout(resolve, 50) })
  })
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  counter.takeComplaints()
})

test('the window is sandboxed and isolated, and hands its port to nobody else', async ({ counter }) => {
  const { app, page } = counter
  await signIn(page)
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
  })
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true })
  const second = await page.evaluate(() => new Promise<number>((resolve) => {
    window.addEventListener('message', (event) => { if (event.data === 'qiantai:port') resolve(event.ports.length) })
    window.postMessage('qiantai:want-port', location.origin)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
  }))
  expect(second, 'a second port').toBe(0)
})

test('a second start on the same data brings the first one to the front and ends', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const { code, said } = await counter.startAgain()
  expect(code).toBe(0)
  expect(said).toContain('already open')
  await expect(page.getByRole('contentinfo')).toBeVisible()
})
