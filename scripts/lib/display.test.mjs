import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startDisplay } from './display.mjs'

const NAME = 'MIT-MAGIC-COOKIE-1'

/** The first byte of an X server's answer to a connection: 1 accepted, 0 refused. */
function knock(display, cookie) {
  const head = Buffer.alloc(12)
  head.write('l', 0)
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(cookie ? NAME.length : 0, 6)
  head.writeUInt16LE(cookie ? cookie.length : 0, 8)
  const authority = cookie ? Buffer.concat([Buffer.from(NAME), Buffer.alloc(2), cookie]) : Buffer.alloc(0)
  return new Promise((resolve, reject) => {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
    socket.on('error', reject)
    socket.on('data', (answer) => {
      socket.destroy()
      resolve(answer[0])
    })
    socket.write(Buffer.concat([head, authority]))
  })
}

test.skipIf(spawnSync('Xvfb', ['-help']).error)('the virtual display admits only who holds its cookie, and is gone afterwards', async () => {
  const { env, stop } = await startDisplay()
  const cookie = readFileSync(env.XAUTHORITY).subarray(-16)
  expect(await knock(env.DISPLAY, cookie)).toBe(1)
  expect(await knock(env.DISPLAY)).toBe(0)
  expect(await knock(env.DISPLAY, Buffer.alloc(16))).toBe(0)
  stop()
  await expect.poll(() => knock(env.DISPLAY, cookie).catch((error) => error.code)).toMatch(/ENOENT|ECONNREFUSED/)
})
