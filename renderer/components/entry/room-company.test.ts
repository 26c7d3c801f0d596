import { beforeEach, expect, test } from 'vitest'
import type { Unit } from '@shared/contract/tenants'
import { withClient } from '../../testing'
import { noClient, takeCompany, type PlacedClient } from './client-part'

const companies: Record<number, string> = { 3: '北京瑞景', 4: '博远' }
const get = ({ id }: { id: number }) => Promise.resolve({ id, name: companies[id]!, unitIds: [], rooms: [] })
const { takeRoomAndCompany } = await withClient({ tenants: { get } }, () => import('./room-company'))

const room = (id: number, ...tenantIds: number[]): Unit => ({ id, room: String(2200 + id), floor: '22', areaM2: null, status: 'let', tenantIds })
const ofRuijing = room(5, 3)
const ofBoyuan = room(6, 4)
let form: PlacedClient
beforeEach(() => { form = { ...noClient(), place: '大堂' } })

test('13.R1 a room that is one company\'s brings it along; a corrected room brings its own', async () => {
  await takeRoomAndCompany(form, ofRuijing)
  expect(form).toMatchObject({ unitId: 5, room: '2205', place: '', tenantId: 3, company: '北京瑞景' })
  await takeRoomAndCompany(form, ofBoyuan)
  expect(form).toMatchObject({ unitId: 6, room: '2206', tenantId: 4, company: '博远' })
})

test('13.R1 of several companies in one room none is taken, nor is the one of the room before left; one of them stays', async () => {
  await takeRoomAndCompany(form, room(7, 3, 4))
  expect(form).toMatchObject({ unitId: 7, tenantId: null, company: '' })
  await takeRoomAndCompany(form, ofRuijing)
  await takeRoomAndCompany(form, room(7, 3, 4))
  expect(form).toMatchObject({ unitId: 7, tenantId: 3, company: '北京瑞景' })
  await takeRoomAndCompany(form, room(8))
  expect(form).toMatchObject({ unitId: 8, tenantId: null, company: '' })
})

test('13.R1 a chosen company stays whatever the room', async () => {
  takeCompany(form, { id: 4, name: '博远', rooms: [], unitIds: [] })
  await takeRoomAndCompany(form, ofRuijing)
  expect(form).toMatchObject({ unitId: 5, tenantId: 4, company: '博远' })
  await takeRoomAndCompany(form, room(8))
  expect(form).toMatchObject({ tenantId: 4, company: '博远' })
  takeCompany(form, { id: 3, name: '北京瑞景', rooms: [], unitIds: [] })
  await takeRoomAndCompany(form, ofBoyuan)
  expect(form).toMatchObject({ unitId: 6, tenantId: 3, company: '北京瑞景' })
})

test('12.R3 what is typed and not chosen gives way to the room\'s company, but not where such a one is written down', async () => {
  form.company = '瑞'
  await takeRoomAndCompany(form, ofRuijing, { unlisted: true })
  expect(form).toMatchObject({ unitId: 5, tenantId: null, company: '瑞' })
  await takeRoomAndCompany(form, ofRuijing)
  expect(form).toMatchObject({ tenantId: 3, company: '北京瑞景' })
  form = { ...noClient(), company: '瑞' }
  await takeRoomAndCompany(form, room(7, 3, 4))
  expect(form).toMatchObject({ tenantId: null, company: '瑞' })
})

test('13.R1 what comes late is not taken: another room was chosen meanwhile, or a company', async () => {
  const slow = takeRoomAndCompany(form, ofRuijing)
  await takeRoomAndCompany(form, ofBoyuan)
  await slow
  expect(form).toMatchObject({ unitId: 6, tenantId: 4, company: '博远' })
  form = noClient()
  const late = takeRoomAndCompany(form, ofRuijing)
  takeCompany(form, { id: 4, name: '博远', rooms: [], unitIds: [] })
  await late
  expect(form).toMatchObject({ unitId: 5, tenantId: 4, company: '博远' })
})

test('10.R1 a register that has more to do with it takes it its own way, and hears when it goes', async () => {
  const heard: (string | null)[] = []
  const bring = (tenant: { id: number; name: string } | null): void => {
    heard.push(tenant?.name ?? null)
    Object.assign(form, { tenantId: tenant?.id ?? null, company: tenant?.name ?? '' })
  }
  await takeRoomAndCompany(form, ofRuijing, { bring })
  await takeRoomAndCompany(form, room(8), { bring })
  expect(heard).toEqual(['北京瑞景', null])
})
