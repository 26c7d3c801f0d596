import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Protects the master key with what the system offers; Electron's `safeStorage` stands behind it in the app. */
export interface KeyProtector {
  /** False where the system has no key store: the key then lies in a file only its owner can read, and the status page says so. */
  available(): boolean
  protect(key: Buffer): Buffer
  unprotect(sealed: Buffer): Buffer
}

/** No key store: the file's permissions (0600) are the protection. */
export const filePermissionsOnly: KeyProtector = {
  available: () => false,
  protect: (key) => key,
  unprotect: () => { throw new Error('a key store sealed this key, and it is not here') },
}

/** The master key under the recovery key, base64; kept in the key file and in the database, so that a backup has it too. */
export const keyRecovery = z.object({ salt: z.string(), sealed: z.string() })
export type KeyRecovery = z.infer<typeof keyRecovery>

const keyFile = z.object({ version: z.literal(1), protection: z.enum(['system', 'file']), key: z.string(), recovery: keyRecovery })

// Crockford's base 32: no I, L, O, U, so that a printed key is read back without doubt.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECOVERY_CHARACTERS = 25

const recoveryWrap = (recoveryKey: string, salt: Buffer) => scryptSync(normaliseRecoveryKey(recoveryKey), salt, 32, { N: 16384, r: 8, p: 1 })

function normaliseRecoveryKey(text: string): string {
  return text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-Z]/g, '')
}

/** 25 characters (125 bits) in groups of five, as it is printed at set-up. */
function newRecoveryKey(): string {
  const characters = Array.from(randomBytes(RECOVERY_CHARACTERS), (b) => ALPHABET[b % 32])
  return characters.join('').replace(/(.{5})(?=.)/g, '$1-')
}

export class KeyMissingError extends Error {}
export class RecoveryKeyWrongError extends Error {}

const path = (dir: string) => join(dir, 'key.json')

function write(dir: string, content: z.infer<typeof keyFile>): void {
  mkdirSync(dir, { recursive: true })
  const temporary = `${path(dir)}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(file, JSON.stringify(content, null, 2))
    // On the disk before it is named: without this file a store is noise, power cut or not.
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path(dir))
}

export const keyFileExists = (dir: string): boolean => existsSync(path(dir))

/** A short print of the key, kept in the database to notice that key and database don't belong together. */
export const keyFingerprint = (master: Buffer): string => createHash('sha256').update('qiantai/fingerprint').update(master).digest('hex').slice(0, 16)

const protectedKey = (protector: KeyProtector, master: Buffer, recovery: KeyRecovery): z.infer<typeof keyFile> => ({
  version: 1, recovery,
  protection: protector.available() ? 'system' : 'file',
  key: (protector.available() ? protector.protect(master) : master).toString('base64'),
})

function newRecovery(master: Buffer): { recoveryKey: string; recovery: KeyRecovery } {
  const recoveryKey = newRecoveryKey()
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', recoveryWrap(recoveryKey, salt), nonce)
  const sealed = Buffer.concat([nonce, cipher.update(master), cipher.final(), cipher.getAuthTag()])
  return { recoveryKey, recovery: { salt: salt.toString('base64'), sealed: sealed.toString('base64') } }
}

/** Replaces the recovery key (the paper was lost, or somebody saw it); the master key stays. */
export function renewRecovery(dir: string, protector: KeyProtector): { recoveryKey: string; recovery: KeyRecovery } {
  const { master } = loadKey(dir, protector)
  const renewed = newRecovery(master)
  write(dir, protectedKey(protector, master, renewed.recovery))
  return renewed
}

const setAside = (dir: string) => { if (keyFileExists(dir)) renameSync(path(dir), `${path(dir)}.set-aside-${Date.now()}`) }

/** The master key of a store, and what protects it on this machine. */
export interface OpenedKey { master: Buffer; protection: 'system' | 'file' }

/** Makes the master key of a new store; a key file that lies there is set aside, since some database may need it. The recovery key is returned once and kept nowhere. */
export function createKey(dir: string, protector: KeyProtector): OpenedKey & { recoveryKey: string } {
  setAside(dir)
  const master = randomBytes(32)
  const { recoveryKey, recovery } = newRecovery(master)
  const file = protectedKey(protector, master, recovery)
  write(dir, file)
  return { master, protection: file.protection, recoveryKey }
}

/** @throws KeyMissingError when the file is gone or the system's key store no longer opens it (another machine or user). */
export function loadKey(dir: string, protector: KeyProtector): OpenedKey {
  try {
    const file = keyFile.parse(JSON.parse(readFileSync(path(dir), 'utf8')))
    const bytes = Buffer.from(file.key, 'base64')
    return { master: file.protection === 'system' ? protector.unprotect(bytes) : bytes, protection: file.protection }
  } catch (cause) {
    throw new KeyMissingError('the key of this store cannot be opened', { cause })
  }
}

/** What the recovery key opens, from the key file; null when the file is gone or unreadable. */
export function readKeyRecovery(dir: string): KeyRecovery | null {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path(dir), 'utf8'))).recovery
  } catch {
    return null
  }
}

function unsealRecovery(recoveryKey: string, recovery: KeyRecovery): Buffer | null {
  const sealed = Buffer.from(recovery.sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', recoveryWrap(recoveryKey, Buffer.from(recovery.salt, 'base64')), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  } catch {
    return null
  }
}

/** What a store knows of its key: what the recovery key opens, and a print of the key itself. */
export interface KeyRecord { recovery: KeyRecovery | null; fingerprint: string | null }

/**
 * Opens the key with the recovery key and protects it anew for this machine. The database's own record is asked
 * first, then the key file, which may be another store's; that one is set aside, since its store needs it.
 * @throws RecoveryKeyWrongError where neither yields this store's key; nothing was written then.
 */
export function recoverKey(dir: string, protector: KeyProtector, recoveryKey: string, record: KeyRecord | null = null): OpenedKey {
  const ofFile = readKeyRecovery(dir)
  for (const recovery of [record?.recovery, ofFile]) {
    const master = recovery && unsealRecovery(recoveryKey, recovery)
    if (!master || (record?.fingerprint && keyFingerprint(master) !== record.fingerprint)) continue
    if (recovery !== ofFile) setAside(dir)
    const file = protectedKey(protector, master, recovery)
    write(dir, file)
    return { master, protection: file.protection }
  }
  throw new RecoveryKeyWrongError('the recovery key does not open this store')
}
