import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InvalidStationFileError, readStationFile, stationFile, writeStationFile } from './station-file'

function withFile(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'station-'))
  writeFileSync(stationFile(dir), text)
  return dir
}

function refusal(text: string): InvalidStationFileError {
  try {
    readStationFile(withFile(text))
  } catch (error) {
    if (error instanceof InvalidStationFileError) return error
    throw error
  }
  throw new Error('the file was taken')
}

describe('station.json', () => {
  test('is optional: without it a station has no devices and Chinese as its language', () => {
    expect(readStationFile(mkdtempSync(join(tmpdir(), 'station-')))).toMatchObject({ station: 'A1', locale: 'zh-CN', printers: {}, idReader: null })
  })

  test('reads the example of the set-up page', () => {
    const dir = withFile(`{ "station": "B2", "locale": "zh-CN", "store": { "kind": "sqlite" },
      "printers": { "receipt": { "kind": "escpos", "address": "tcp://127.0.0.1:9100", "paper": 80 }, "documents": { "kind": "system", "name": "default" } },
      "idReader": { "kind": "sam", "path": "/dev/ttyUSB0", "baudRate": 115200 }, "keyboardReader": true }`)
    expect(readStationFile(dir)).toMatchObject({ station: 'B2', printers: { receipt: { address: 'tcp://127.0.0.1:9100', confirm: true } }, idReader: { baudRate: 115200 } })
  })

  test('broken JSON is refused with its line', () => {
    expect(refusal('{\n  "station": "A1",\n  "locale": zh\n}').line).toBe(3)
  })

  test('a misspelt key is refused with its line and name, never ignored', () => {
    const error = refusal('{\n  "station": "A1",\n  "printers": {},\n  "kioskk": true\n}')
    expect(error.line).toBe(4)
    expect(error.reason).toContain('kioskk')
  })

  test('a printer address without a scheme is refused on its line: it would become a local file', () => {
    const error = refusal('{\n  "printers": {\n    "receipt": {\n      "kind": "escpos",\n      "address": "192.168.1.60:9100"\n    }\n  }\n}')
    expect(error.line).toBe(5)
    expect(error.reason).toContain('printers.receipt.address')
  })

  test('a store that this version does not know is refused', () => {
    expect(refusal('{ "store": { "kind": "postgres", "url": "postgres://tower" } }').reason).toContain('store')
  })

  test('what is saved on screen is read back the same', () => {
    const dir = mkdtempSync(join(tmpdir(), 'station-'))
    const config = { ...readStationFile(dir), station: 'C3', kiosk: true }
    writeStationFile(dir, config)
    expect(readStationFile(dir)).toEqual(config)
  })
})
