import { expect, test } from 'vitest'
import type { KeyRow } from '@shared/contract/keys'
import { addHook, checkCustody, custodyInputOf, custodyOfDraft, emptyCustody, isCustodyTouched, ownKey, type CustodyForm } from './custody-form'

const DAY = '2026-03-12'
const key: KeyRow = { id: 34, no: 'A-34', board: 'A', hook: 34, unitId: 7, room: '2205', place: '', type: 'door', name: '正门', owned: 3, out: 1, difference: 0, late: false, sealed: false, remark: '', active: true, version: 4 }
function written(change: Partial<CustodyForm> = {}): CustodyForm {
  const form = Object.assign(emptyCustody(), {
    tenantId: 3, company: '北京瑞景', reason: '节假日无人', sealNo: 'F-0042', purposeExplained: true, clientSealSeen: true, stamped: true, noPhoto: '摄像头送修', signedBy: '周敏', authorised: [{ name: '周敏', title: '行政', documentKind: '' as const, documentNumber: '' }],
  })
  addHook(form, key)
  return Object.assign(form, change)
}
const faults = (form: CustodyForm, signs = true): string[] => checkCustody(form, DAY, signs).map(({ field, code }) => `${field}:${code}`)

test('11.R1–R3 nothing is sealed without client, keys, who may unseal, seal, purpose explained, client\'s seal and signature', () => {
  expect(faults(emptyCustody(), false)).toEqual(['company:client', 'reason:reason', 'keyId:keys', 'authorised.0.name:authorised', 'sealNo:seal', 'purposeExplained:purpose', 'clientSealSeen:client-seal', 'stamped:stamp', 'noPhoto:no-photo', 'signature-by:signed-by'])
  expect(faults(written())).toEqual([])
  expect(faults(written(), false)).toEqual(['signature:signature'])
})

test('11.R1 whoever may unseal is named; a number goes with its kind and is checked (P1)', () => {
  const person = (change: object) => written({ authorised: [{ name: '周敏', title: '', documentKind: '', documentNumber: '', ...change }] })
  expect(faults(person({ name: '', documentNumber: '110105199003078515' }))).toEqual(['authorised.0.name:person', 'authorised.0.documentNumber:document-kind'])
  expect(faults(person({ documentKind: 'resident', documentNumber: '110105199003070011' }))).toEqual(['authorised.0.documentNumber:number.check-digit'])
  expect(faults(written({ authorised: [...written().authorised, { name: '', title: '', documentKind: '', documentNumber: '' }] }))).toEqual([])
})

test('11.C4 a hook stands on the paper once, with no more keys than hang there; the client\'s own ones by their names', () => {
  const form = written()
  addHook(form, key)
  expect(form.keys).toMatchObject([{ keyId: 34, count: '2', here: 2 }])
  form.keys[0]!.count = '3'
  form.keys.push({ ...ownKey(), count: '0' })
  expect(faults(form)).toEqual(['keys.0.count:count-here', 'keys.1.name:key-name', 'keys.1.count:count'])
})

test('what is sent leaves empty lines out; a room that was typed but not chosen is none', () => {
  const form = written({ authorised: [...written().authorised, { name: ' ', title: '', documentKind: 'resident', documentNumber: '' }], photoId: 8 })
  expect(custodyInputOf(form, { by: '周敏' }, true)).toMatchObject({ tenantId: 3, keys: [{ keyId: 34, count: 2 }], authorised: [{ name: '周敏', documentKind: null }], photoIds: [8] })
  expect(faults(written({ unitId: null, room: '22' }))).toEqual(['room:room'])
})

test('a draft comes back as it was', () => {
  expect(isCustodyTouched(emptyCustody())).toBe(false)
  expect(isCustodyTouched(written())).toBe(true)
  expect(custodyOfDraft(JSON.parse(JSON.stringify(written())))).toEqual(written())
})
