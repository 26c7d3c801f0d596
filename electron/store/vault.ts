import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** AES-256-GCM; the result is nonce (12) · ciphertext · tag (16). `context` is bound as additional data. */
function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()])
}

const derive = (master: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `qiantai/${purpose}`, 32))

/** The key of one record's personal data; without the wrapped copy in the row its ciphertexts are noise (P3). */
export interface DataKey {
  readonly wrapped: Buffer
  encrypt(value: string | Buffer, context: string): Buffer
  decrypt(sealed: Buffer, context: string): Buffer
}

/** Kinds of value that are found by keyed hash; a hash of one kind never equals one of another. */
export type HashKind = 'audit-head' | 'document' | 'document-tail' | 'document-prefix' | 'phone' | 'phone-tail' | 'phone-prefix'

/**
 * Personal data in the store (P3): a fresh key per record, wrapped by the master key; destroyed with the row's
 * `data_key`, which makes every ciphertext of that record unreadable, those in the audit chain and in print jobs too.
 */
export class Vault {
  readonly #wrap: Buffer
  readonly #hash: Buffer
  readonly #draft: Buffer

  /** @param master 32 bytes. */
  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error('the master key has 32 bytes')
    this.#wrap = derive(master, 'wrap')
    this.#hash = derive(master, 'hash')
    this.#draft = derive(master, 'draft')
  }

  newKey(): DataKey {
    const key = randomBytes(32)
    return this.#dataKey(key, seal(this.#wrap, key, 'data-key'))
  }

  /** @throws when the wrapped key was tampered with or belongs to another master key. */
  openKey(wrapped: Buffer): DataKey {
    return this.#dataKey(unseal(this.#wrap, wrapped, 'data-key'), wrapped)
  }

  #dataKey(key: Buffer, wrapped: Buffer): DataKey {
    return {
      wrapped,
      encrypt: (value, context) => seal(key, Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf8'), context),
      decrypt: (sealed, context) => unseal(key, sealed, context),
    }
  }

  /** Keyed hash to find a value by, 16 bytes. The value must be normalised first. */
  hash(kind: HashKind, value: string): Buffer {
    return createHmac('sha256', this.#hash).update(`${kind}:${value}`).digest().subarray(0, 16)
  }

  /** Drafts are encrypted under a key of their own: they are overwritten all the time and never audited. */
  sealDraft(text: string): Buffer { return seal(this.#draft, Buffer.from(text, 'utf8'), 'draft') }
  openDraft(sealed: Buffer): string { return unseal(this.#draft, sealed, 'draft').toString('utf8') }
}

/** Shortest typed beginning that is indexed; of a resident ID card's number the first six are the region. */
export const PREFIX_MIN = { phone: 3, document: 6 } as const

function numberHashes(vault: Vault, kind: 'phone' | 'document', number: string): Buffer[] {
  const hashes: Buffer[] = []
  for (let length = PREFIX_MIN[kind]; length < number.length; length++) hashes.push(vault.hash(`${kind}-prefix`, number.slice(0, length)))
  if (number.length >= 4) hashes.push(vault.hash(`${kind}-tail`, number.slice(-4)))
  return hashes
}

/** The hashes a phone number (digits only) is found by while it is typed: prefixes of 3 and more, and its last four. */
export const phoneHashes = (vault: Vault, digits: string): Buffer[] => numberHashes(vault, 'phone', digits)

/** The hashes a document number (normalised) is found by while it is typed: prefixes of 6 and more, and its last four. */
export const documentHashes = (vault: Vault, number: string): Buffer[] => numberHashes(vault, 'document', number)
