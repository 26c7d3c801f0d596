import { UserError } from '../../../shared/contract/errors'
import { maskPhone } from '../../../shared/rules/mask'
import { normalizePhone } from '../../../shared/rules/phone'
import { phoneHashes, type DataKey, type Vault } from '../../store/vault'

export interface StoredPhone {
  enc: Buffer | null
  hash: Buffer | null
  masked: string
  /** What the number is found by while it is typed. */
  index: Buffer[]
}

const none: StoredPhone = { enc: null, hash: null, masked: '', index: [] }

/** A contact's number as the store keeps it (P3); an empty one is none. @throws UserError invalid-phone */
export function storePhone(vault: Vault, key: DataKey, typed: string): StoredPhone {
  if (typed.trim() === '') return none
  const check = normalizePhone(typed)
  if (!check.ok) throw new UserError('invalid-phone', { found: check.found }, 'phone')
  const digits = check.normalized.replace(/\D/g, '')
  return {
    enc: key.encrypt(check.normalized, 'contact.phone_enc'), hash: vault.hash('phone', check.normalized), masked: maskPhone(check.normalized),
    index: phoneHashes(vault, digits),
  }
}
