import type { KeyRow } from '@shared/contract/keys'
import type { Inputs } from '@shared/contract'
import { checkDocumentNumber, type DocumentKind } from '@shared/rules/id-number'
import type { KeyType } from '@shared/rules/key'
import type { Day } from '@shared/rules/time'
import type { Signature } from '@shared/contract/base'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'
import { hereOf } from './board'

/** A key as it is written on the 托管书: one of a hook, or one the client brings. */
export interface KeyLine { keyId: number | null; no: string; type: KeyType; name: string; count: string; /** On its hook when it was chosen. */ here: number }
/** Somebody who may have it unsealed (11.R1). */
export interface PersonLine { name: string; title: string; documentKind: DocumentKind | ''; documentNumber: string }

/** 钥匙托管书 (11.F2) as it stands on the screen: plain data, so that it is its own draft; the signature is no part of it. */
export interface CustodyForm {
  tenantId: number | null
  company: string
  unitId: number | null
  room: string
  reason: string
  sealNo: string
  purposeExplained: boolean
  clientSealSeen: boolean
  /** Our stamp is on the seal (11.R3). */
  stamped: boolean
  keys: KeyLine[]
  authorised: PersonLine[]
  photoId: number | null
  /** Why the seal has no photo. */
  noPhoto: string
  /** Who signs for the client. */
  signedBy: string
}

export const noPerson = (): PersonLine => ({ name: '', title: '', documentKind: '', documentNumber: '' })
export const ownKey = (): KeyLine => ({ keyId: null, no: '', type: 'door', name: '', count: '1', here: 0 })
export const emptyCustody = (): CustodyForm => ({
  tenantId: null, company: '', unitId: null, room: '', reason: '', sealNo: '', purposeExplained: false, clientSealSeen: false, stamped: false, keys: [], authorised: [noPerson()], photoId: null, noPhoto: '', signedBy: '',
})

export const isCustodyTouched = (form: CustodyForm): boolean =>
  form.keys.length > 0 || form.photoId !== null || [form.company, form.room, form.reason, form.sealNo, form.signedBy, ...form.authorised.map(({ name }) => name)].some((text) => text.trim() !== '')

/** A hook's keys come onto the paper once; all that hang there. */
export function addHook(form: CustodyForm, key: KeyRow): void {
  const here = hereOf(key)
  if (form.keys.some(({ keyId }) => keyId === key.id)) return
  form.keys.push({ keyId: key.id, no: key.no, type: key.type, name: key.name, count: String(Math.max(1, here)), here })
  if (form.unitId === null && key.unitId !== null && !form.room) Object.assign(form, { unitId: key.unitId, room: key.room } satisfies Partial<CustodyForm>)
}

const countOf = (text: string): number => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : 0)
/** People who were written down; an empty line is none. */
export const written = (form: CustodyForm): PersonLine[] => form.authorised.filter(({ name, documentNumber }) => name.trim() !== '' || documentNumber.trim() !== '')

/** What stops the paper from being signed (11.R1–R3), in the order of the form; fields of a line are named with its place from nought. */
export function checkCustody(form: CustodyForm, today: Day, signs: boolean): EntryFault[] {
  const faults: EntryFault[] = []
  const add = (field: string, code: string, params: EntryFault['params'] = {}): void => { faults.push({ field, code, params }) }
  if (form.unitId === null && form.room.trim()) add('room', 'room')
  else if (form.tenantId === null && form.unitId === null) add('company', 'client')
  if (!form.reason.trim()) add('reason', 'reason')
  if (form.keys.length === 0) add('keyId', 'keys')
  form.keys.forEach((line, at) => {
    if (!line.name.trim()) add(`keys.${at}.name`, 'key-name')
    if (countOf(line.count) < 1) add(`keys.${at}.count`, 'count')
    else if (line.keyId !== null && countOf(line.count) > line.here) add(`keys.${at}.count`, 'count-here', { left: line.here })
  })
  if (written(form).length === 0) add('authorised.0.name', 'authorised')
  form.authorised.forEach((person, at) => {
    if (person.documentNumber.trim() && !person.name.trim()) add(`authorised.${at}.name`, 'person')
    if (!person.documentNumber.trim()) return
    if (!person.documentKind) add(`authorised.${at}.documentNumber`, 'document-kind')
    else {
      const check = checkDocumentNumber(person.documentKind, person.documentNumber, today)
      if (!check.ok) add(`authorised.${at}.documentNumber`, check.code, { ...check.data })
    }
  })
  if (!form.sealNo.trim()) add('sealNo', 'seal')
  if (!form.purposeExplained) add('purposeExplained', 'purpose')
  if (!form.clientSealSeen) add('clientSealSeen', 'client-seal')
  if (!form.stamped) add('stamped', 'stamp')
  if (form.photoId === null && !form.noPhoto.trim()) add('noPhoto', 'no-photo')
  if (!form.signedBy.trim()) add('signature-by', 'signed-by')
  else if (!signs) add('signature', 'signature')
  return faults
}

/** The field to write next. */
export function neededInCustody(form: CustodyForm): string {
  if (!form.company && !form.room) return 'company'
  return form.reason ? 'keyId' : 'reason'
}

export function custodyInputOf(form: CustodyForm, signature: Signature, print: boolean): Inputs['keys']['takeCustody'] {
  return {
    tenantId: form.tenantId, unitId: form.unitId, reason: form.reason.trim(), sealNo: form.sealNo.trim(), purposeExplained: form.purposeExplained, clientSealSeen: form.clientSealSeen, stamped: form.stamped,
    keys: form.keys.map(({ keyId, no, type, name, count }) => ({ keyId, no: no.trim(), type, name: name.trim(), count: Number(count) })),
    authorised: written(form).map(({ name, title, documentKind, documentNumber }) => ({ name: name.trim(), title: title.trim(), documentKind: documentKind && documentNumber.trim() ? documentKind : null, documentNumber: documentNumber.trim() })),
    photoIds: form.photoId === null ? [] : [form.photoId], noPhoto: form.photoId === null ? form.noPhoto.trim() : '', signature, print,
  }
}

export const custodyOfDraft = (content: unknown): CustodyForm | null => ofShape(emptyCustody(), content)
