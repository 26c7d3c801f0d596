import { UserError } from '../../shared/contract/errors'
import { checkDocumentNumber, type DocumentKind, normalizeDocumentNumber } from '../../shared/rules/id-number'
import { maskDocumentNumber, maskPhone } from '../../shared/rules/mask'
import { normalizePhone } from '../../shared/rules/phone'
import { dayOf } from '../../shared/rules/time'
import type { Sql } from '../store/types'
import { type DataKey, documentHashes, phoneHashes, PREFIX_MIN, type Vault } from '../store/vault'

/** Numbers of a person, normalised; an empty string is "not given". */
export interface PersonalNumbers { phone: string; documentKind: DocumentKind | null; documentNumber: string }

/** @returns the number as it is stored; empty when nothing was given. @throws UserError invalid-phone */
export function checkedPhone(raw: string): string {
  if (raw === '') return ''
  const check = normalizePhone(raw)
  if (!check.ok) throw new UserError('invalid-phone', { fault: check.code, found: check.found }, 'phone')
  return check.normalized
}

/**
 * The document number by the rules of its kind (P1); one without a kind is taken for a resident ID card's.
 * @throws UserError invalid-document-number, with the fault and its data
 */
export function checkedDocument(kind: DocumentKind | null, raw: string, now: number): Pick<PersonalNumbers, 'documentKind' | 'documentNumber'> {
  if (raw === '') return { documentKind: null, documentNumber: '' }
  const documentKind = kind ?? 'resident'
  const check = checkDocumentNumber(documentKind, raw, dayOf(now))
  if (!check.ok) throw new UserError('invalid-document-number', { fault: check.code, ...check.data }, 'documentNumber')
  return { documentKind, documentNumber: check.normalized }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

export const phoneHash = (vault: Vault, phone: string): Buffer => vault.hash('phone', phone)
export const documentHash = (vault: Vault, number: string): Buffer => vault.hash('document', number)
export const phoneTail = (vault: Vault, phone: string): Buffer | null => (digitsOf(phone).length >= 4 ? vault.hash('phone-tail', digitsOf(phone).slice(-4)) : null)
export const documentTail = (vault: Vault, number: string): Buffer | null => (number.length >= 4 ? vault.hash('document-tail', number.slice(-4)) : null)
/** What a phone number is found by while it is typed. */
export const typedPhoneHashes = (vault: Vault, phone: string): Buffer[] => phoneHashes(vault, digitsOf(phone))

/** What a person's numbers are found by while they are typed; an empty number has nothing. */
export const typedNumberHashes = (vault: Vault, phone: string, documentNumber: string): Buffer[] => [...typedPhoneHashes(vault, phone), ...documentHashes(vault, documentNumber)]

/** Which parts of a document number somebody may have typed; letters alone are a name. */
export function typedDocument(typed: string): { number: string; tail: boolean; whole: boolean; prefix: boolean } {
  const number = normalizeDocumentNumber(typed)
  const plain = /^[0-9A-Z]{4,40}$/.test(number)
  const whole = plain && number.length > 4 && /\d{4}/.test(number)
  return { number, tail: plain && number.length === 4 && /\d{3}/.test(number), whole, prefix: whole && number.length >= PREFIX_MIN.document }
}

/** The columns of a table that hold a phone number. */
export const sealedPhone = (vault: Vault, key: DataKey, table: string, phone: string): Record<'phone_enc' | 'phone_hash' | 'phone_masked', Sql> =>
  phone === ''
    ? { phone_enc: null, phone_hash: null, phone_masked: '' }
    : { phone_enc: key.encrypt(phone, `${table}.phone_enc`), phone_hash: phoneHash(vault, phone), phone_masked: maskPhone(phone) }

/** The columns of a table that hold a document number. */
export const sealedDocument = (vault: Vault, key: DataKey, table: string, kind: DocumentKind | null, number: string): Record<'document_kind' | 'document_enc' | 'document_hash' | 'document_masked', Sql> =>
  number === '' || kind === null
    ? { document_kind: null, document_enc: null, document_hash: null, document_masked: '' }
    : { document_kind: kind, document_enc: key.encrypt(number, `${table}.document_enc`), document_hash: documentHash(vault, number), document_masked: maskDocumentNumber(kind, number) }

/** Reads a sealed number back; empty when there is none. */
export const unsealed = (vault: Vault, wrapped: Buffer | null, sealed: Buffer | null, context: string): string =>
  wrapped && sealed ? vault.openKey(wrapped).decrypt(sealed, context).toString('utf8') : ''
