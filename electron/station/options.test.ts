import { expect, test } from 'vitest'
import { readOptions } from './options'

test('the data directory is given by the option, then by the environment, then it is the user\'s own', () => {
  expect(readOptions(['--data-dir=/srv/a1'], { QIANTAI_DATA_DIR: '/srv/b2' }).dataDir).toBe('/srv/a1')
  expect(readOptions([], { QIANTAI_DATA_DIR: '/srv/b2' }).dataDir).toBe('/srv/b2')
  expect(readOptions([], { XDG_DATA_HOME: '/home/desk/data', LOCALAPPDATA: '/home/desk/data', HOME: '/home/desk' }).dataDir).toMatch(/qiantai$/)
})

test('the demo never touches the real data directory', () => {
  const environment = { XDG_DATA_HOME: '/home/desk/data', LOCALAPPDATA: '/home/desk/data' }
  expect(readOptions(['--demo'], environment).dataDir).not.toBe(readOptions([], environment).dataDir)
  expect(readOptions(['--demo'], environment).demo).toBe(true)
})

test('the demo does not take the directory that the environment names for the real data', () => {
  expect(readOptions(['--demo'], { QIANTAI_DATA_DIR: '/srv/real', XDG_DATA_HOME: '/home/desk/data', LOCALAPPDATA: '/home/desk/data' }).dataDir).toMatch(/qiantai-demo$/)
  expect(readOptions(['--demo', '--data-dir=/srv/show'], { QIANTAI_DATA_DIR: '/srv/real' }).dataDir).toBe('/srv/show')
})
