import { expect, test } from 'vitest'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import { noClient, notStarted, takeAnotherName, takeCompany, takeOnlyRoom, takeOrigin, takePerson, takeRoom, type ClientPart } from './client-part'

const suggested = {
  source: 'contact', contactId: null, personId: null, department: null, name: '', pinyin: '', title: '', extension: '', phoneMasked: '', documentKind: null, documentMasked: '', company: '', tenantId: null, unitId: null, room: '',
  visits: 0, lastSeenAt: null, lastHostName: '', lastHostContactId: null, lastPurpose: null, denied: null,
} satisfies PersonSuggestion
const contact: PersonSuggestion = { ...suggested, contactId: 5, name: '周女士', phoneMasked: '138****2716', company: '北京瑞景', tenantId: 3, unitId: 7, room: '2205' }
const visitor: PersonSuggestion = { ...suggested, source: 'person', personId: 9, name: '路人', phoneMasked: '139****0000', company: '顺丰' }
const origin = { register: 'reception', id: 9, no: 'DJ26-000009', at: 0, name: '宋雨桐', phoneMasked: '137****5062', company: '恒越', contactId: 7, tenantId: 5, tenantName: '恒越信息技术', unitId: 4, room: '2706', place: '', matter: '', links: [] } satisfies OriginView
/** A form whose room stands alone, without a place (出门条). */
const unplaced = (): ClientPart => ({ contactId: null, phone: '', phoneMasked: '', tenantId: null, company: '', unitId: null, room: '' })
const rooms = (...names: string[]) => ({ rooms: names, unitIds: names.map((_, at) => 40 + at) })

test('13.R1 a room takes the place of a place; a form without one does not get it', () => {
  const form = { ...noClient(), place: '大堂' }
  takeRoom(form, 7, '2205')
  expect(form).toMatchObject({ unitId: 7, room: '2205', place: '' })
  const bare = unplaced()
  takeRoom(bare, 7, '2205')
  expect(bare).not.toHaveProperty('place')
})

test('13.R1 the only room of a company comes with it, of several none', () => {
  const form = noClient()
  takeOnlyRoom(form, rooms('2205', '2206'))
  expect(form.unitId).toBeNull()
  takeCompany(form, { id: 3, name: '北京瑞景', ...rooms('2205') })
  expect(form).toMatchObject({ tenantId: 3, company: '北京瑞景', unitId: 40, room: '2205' })
  takeCompany(form, { id: 4, name: '博远', ...rooms() })
  expect(form).toMatchObject({ tenantId: 4, company: '博远', unitId: 40 })
})

test('13.R1 a contact brings number, company and room; what was typed of a number goes', () => {
  const form = { ...noClient(), phone: '0101234', tenantId: 4, company: '博远', place: '大堂' }
  takePerson(form, contact)
  expect(form).toMatchObject({ contactId: 5, phone: '', phoneMasked: '138****2716', tenantId: 3, company: '北京瑞景', unitId: 7, room: '2205', place: '' })
  takePerson(form, { ...contact, contactId: 6, unitId: null, room: '' })
  expect(form).toMatchObject({ contactId: 6, unitId: 7, room: '2205' })
})

test('7.R1 somebody of no company of the directory leaves the chosen one as it stands, name and record', () => {
  const form = { ...noClient(), tenantId: 3, company: '北京瑞景' }
  takePerson(form, visitor)
  expect(form).toMatchObject({ tenantId: 3, company: '北京瑞景' })
  const none = noClient()
  takePerson(none, visitor)
  expect(none).toMatchObject({ tenantId: null, company: '' })
})

test('7.R1 a visitor\'s number is shown only where the form can say whose it is', () => {
  const complaint: ClientPart = { ...noClient(), personId: null }
  takePerson(complaint, visitor)
  expect(complaint).toMatchObject({ contactId: null, personId: 9, phoneMasked: '139****0000' })
  takePerson(complaint, contact)
  expect(complaint).toMatchObject({ contactId: 5, personId: null, phoneMasked: '138****2716' })
  const order = noClient()
  takePerson(order, visitor)
  expect(order).toMatchObject({ contactId: null, phoneMasked: '' })
  expect(order).not.toHaveProperty('personId')
})

test('7.R1 a name typed over a known one is somebody else of the same company, whose number is not known', () => {
  for (const person of [contact, visitor]) {
    const form: ClientPart = { ...noClient(), personId: null, tenantId: 3, company: '北京瑞景' }
    takePerson(form, person)
    takeAnotherName(form)
    expect(form).toMatchObject({ contactId: null, personId: null, phoneMasked: '', tenantId: 3, company: '北京瑞景' })
  }
  const typed = { ...noClient(), phone: '13812340000' }
  takeAnotherName(typed)
  expect(typed).toEqual({ ...noClient(), phone: '13812340000' })
})

test('16.R3 what the record tells of the client stands in the form; its place only where it has no room', () => {
  const form = { ...notStarted(), ...noClient(), roomsTenant: 5 }
  takeOrigin(form, { ...origin, place: '大堂' })
  expect(form).toMatchObject({ from: { register: 'reception', id: 9 }, fromNo: 'DJ26-000009', contactId: 7, phoneMasked: '137****5062', tenantId: 5, company: '恒越信息技术', unitId: 4, room: '2706', place: '' })
  expect(form.roomsTenant).toBeUndefined()
  takeOrigin(form, { ...origin, tenantId: null, tenantName: '', unitId: null, room: '', place: '大堂' })
  expect(form).toMatchObject({ tenantId: null, company: '恒越', unitId: null, place: '大堂' })
  const bare = { ...notStarted(), ...unplaced() }
  takeOrigin(bare, { ...origin, unitId: null, place: '大堂' })
  expect(bare).not.toHaveProperty('place')
})
