import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createKey, filePermissionsOnly, keyFileExists, KeyMissingError, type KeyProtector, loadKey, recoverKey, RecoveryKeyWrongError } from './key-file'
import { newDir } from './testing'

let dir: string
beforeEach(() => { dir = newDir() })
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A key store of one machine: what it sealed, another one can't open. */
const keyStore = (machine: number): KeyProtector => ({
  available: () => true,
  protect: (key) => Buffer.concat([Buffer.from([machine]), Buffer.from(key.map((byte) => byte ^ machine))]),
  unprotect: (sealed) => {
    if (sealed[0] !== machine) throw new Error('not sealed here')
    return Buffer.from(sealed.subarray(1).map((byte) => byte ^ machine))
  },
})

describe('P3 the master key', () => {
  test('P3 with a key store, the file does not hold it in clear', () => {
    const { master } = createKey(dir, keyStore(5))
    expect(readFileSync(join(dir, 'key.json'), 'utf8')).not.toContain(master.toString('base64'))
    expect(loadKey(dir, keyStore(5))).toEqual({ master, protection: 'system' })
  })

  test('P3 without a key store, only its owner can read the file, and the status says so', () => {
    const { master } = createKey(dir, filePermissionsOnly)
    expect(statSync(join(dir, 'key.json')).mode & 0o777).toBe(0o600)
    expect(loadKey(dir, filePermissionsOnly)).toEqual({ master, protection: 'file' })
  })

  test('P3 a key that stands in a file still loads once the machine has a key store', () => {
    const { master } = createKey(dir, filePermissionsOnly)
    expect(loadKey(dir, keyStore(5)).master).toEqual(master)
  })

  test('a file that is gone, broken or of another machine is told as a missing key', () => {
    expect(keyFileExists(dir)).toBe(false)
    expect(() => loadKey(dir, keyStore(5))).toThrow(KeyMissingError)
    createKey(dir, keyStore(5))
    expect(keyFileExists(dir)).toBe(true)
    expect(() => loadKey(dir, keyStore(6))).toThrow(KeyMissingError)
    writeFileSync(join(dir, 'key.json'), '{"version":1')
    expect(() => loadKey(dir, keyStore(5))).toThrow(KeyMissingError)
  })
})

describe('P3 the recovery key', () => {
  test('P3 opens the store on another machine and protects the key there anew', () => {
    const { master, recoveryKey } = createKey(dir, keyStore(5))
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(recoverKey(dir, keyStore(6), recoveryKey).master).toEqual(master)
    expect(loadKey(dir, keyStore(6))).toEqual({ master, protection: 'system' })
    // It goes on being good.
    expect(recoverKey(dir, keyStore(7), recoveryKey).master).toEqual(master)
  })

  test('P3 is read as people write it: small letters, spaces, O for 0, I and L for 1', () => {
    const { master, recoveryKey } = createKey(dir, keyStore(5))
    const written = recoveryKey.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
    expect(recoverKey(dir, keyStore(6), ` ${written} `).master).toEqual(master)
  })

  test('P3 a wrong one changes nothing', () => {
    const { master, recoveryKey } = createKey(dir, keyStore(5))
    const wrong = (recoveryKey[0] === 'A' ? 'B' : 'A') + recoveryKey.slice(1)
    expect(() => recoverKey(dir, keyStore(6), wrong)).toThrow(RecoveryKeyWrongError)
    expect(loadKey(dir, keyStore(5)).master).toEqual(master)
  })

  test('P3 stands in no file', () => {
    const { recoveryKey } = createKey(dir, keyStore(5))
    const file = readFileSync(join(dir, 'key.json'), 'utf8')
    expect(file).not.toContain(recoveryKey)
    expect(file).not.toContain(recoveryKey.replace(/-/g, ''))
  })
})
