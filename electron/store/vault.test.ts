import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentHashes, phoneHashes, Vault } from './vault'

const vault = new Vault(Buffer.alloc(32, 7))
const other = new Vault(Buffer.alloc(32, 8))

describe('P3 personal data in the vault', () => {
  test('P3 anything comes back as it was, under its own key and place only', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = vault.newKey()
      const sealed = key.encrypt(text, 'entry.phone_enc')
      expect(key.decrypt(sealed, 'entry.phone_enc').toString('utf8')).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      expect(() => key.decrypt(sealed, 'entry.document_enc')).toThrow()
      expect(() => vault.newKey().decrypt(sealed, 'entry.phone_enc')).toThrow()
    }))
  })

  test('P3 the wrapped key opens with the same master only; without it the ciphertext is noise', () => {
    const key = vault.newKey()
    const sealed = key.encrypt('13800002716', 'entry.phone_enc')
    expect(vault.openKey(key.wrapped).decrypt(sealed, 'entry.phone_enc').toString()).toBe('13800002716')
    expect(() => other.openKey(key.wrapped)).toThrow()
    expect(key.wrapped.length).toBe(12 + 32 + 16)
  })

  test('P3 a changed byte anywhere is noticed', () => {
    const key = vault.newKey()
    const sealed = key.encrypt('13800002716', 'entry.phone_enc')
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed[i]! ^= 1
      expect(() => key.decrypt(changed, 'entry.phone_enc')).toThrow()
    }
    const wrapped = Buffer.from(key.wrapped)
    wrapped[20]! ^= 1
    expect(() => vault.openKey(wrapped)).toThrow()
  })

  test('P3 the same value never looks the same twice', () => {
    const key = vault.newKey()
    expect(key.encrypt('13800002716', 'a').equals(key.encrypt('13800002716', 'a'))).toBe(false)
    expect(vault.newKey().wrapped.equals(vault.newKey().wrapped)).toBe(false)
  })

  test('P3 bytes stay bytes', () => {
    const bytes = Buffer.from([0, 255, 1, 254, 0])
    const key = vault.newKey()
    expect(key.decrypt(key.encrypt(bytes, 'photo'), 'photo')).toEqual(bytes)
    expect(key.decrypt(key.encrypt('', 'photo'), 'photo')).toEqual(Buffer.alloc(0))
  })

  test('P3 a hash is the same for the same value, and of its kind and master only', () => {
    expect(vault.hash('phone', '13800002716')).toEqual(vault.hash('phone', '13800002716'))
    expect(vault.hash('phone', '13800002716')).toHaveLength(16)
    expect(vault.hash('document', '13800002716')).not.toEqual(vault.hash('phone', '13800002716'))
    expect(other.hash('phone', '13800002716')).not.toEqual(vault.hash('phone', '13800002716'))
  })

  test('P3 a phone number is found by each prefix of three and more, and by its last four', () => {
    const hashes = phoneHashes(vault, '13800002716').map((hash) => hash.toString('hex'))
    const has = (kind: 'phone-prefix' | 'phone-tail', text: string) => hashes.includes(vault.hash(kind, text).toString('hex'))
    for (let length = 3; length <= 10; length++) expect(has('phone-prefix', '13800002716'.slice(0, length))).toBe(true)
    expect(has('phone-prefix', '13')).toBe(false)
    expect(has('phone-tail', '2716')).toBe(true)
    expect(has('phone-tail', '1380')).toBe(false)
    expect(phoneHashes(vault, '801')).toEqual([])
  })

  test('P3 a document number is found by each prefix of six and more, and by its last four; never by a phone number\'s', () => {
    const hashes = documentHashes(vault, '11010119900307002X').map((hash) => hash.toString('hex'))
    const has = (kind: 'document-prefix' | 'document-tail' | 'phone-prefix', text: string) => hashes.includes(vault.hash(kind, text).toString('hex'))
    for (let length = 6; length <= 17; length++) expect(has('document-prefix', '11010119900307002X'.slice(0, length))).toBe(true)
    expect(has('document-prefix', '11010')).toBe(false)
    expect(has('document-tail', '002X')).toBe(true)
    expect(has('phone-prefix', '110101')).toBe(false)
    expect(hashes).toHaveLength(13)
  })

  test('P3 a draft is sealed under a key of its own', () => {
    const sealed = vault.sealDraft('{"name":"何婉清"}')
    expect(vault.openDraft(sealed)).toBe('{"name":"何婉清"}')
    expect(sealed.includes(Buffer.from('何婉清'))).toBe(false)
    expect(() => other.openDraft(sealed)).toThrow()
  })

  test('a master key of another length is a defect', () => {
    expect(() => new Vault(Buffer.alloc(16))).toThrow(/32 bytes/)
  })
})
