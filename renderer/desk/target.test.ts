import { expect, test } from 'vitest'
import { withClient } from '../testing'

const zhou = { id: 5, name: '周女士', pinyin: '', title: '行政', extension: '', phoneMasked: '138****2716', unitId: null, room: '' }
const tenants = [{ id: 3, name: '北京瑞景', unitIds: [7, 8], rooms: ['2205', '2206'], contacts: [zhou] }, { id: 4, name: '博远', unitIds: [9], rooms: ['1808'], contacts: [] }]
const units = [{ id: 7, room: '2205', tenantIds: [3] }, { id: 9, room: '1808', tenantIds: [3, 4] }, { id: 10, room: '1809', tenantIds: [] }]
const client = {
  tenants: { units: () => Promise.resolve(units), get: ({ id }: { id: number }) => Promise.resolve(tenants.find((tenant) => tenant.id === id)) },
  reception: { suggest: ({ query }: { query: string }) => Promise.resolve([{ contactId: 5, name: query, company: '北京瑞景', tenantId: 3 }, { contactId: 6, name: query }]) },
}
const { personOf, targetOf } = await withClient(client, () => import('./target'))
const of = (query: Record<string, string>) => personOf(targetOf(query)!)

test('16.R1 a task for a room that is one company\'s brings the company; of several none, and of none the room alone', async () => {
  expect(await of({ unitId: '7' })).toMatchObject({ tenantId: 3, company: '北京瑞景', unitId: 7, room: '2205', name: '' })
  expect(await of({ unitId: '9' })).toMatchObject({ tenantId: null, company: '', unitId: 9, room: '1808' })
  expect(await of({ unitId: '10' })).toMatchObject({ tenantId: null, company: '', unitId: 10, room: '1809' })
  expect(await of({ unitId: '11' })).toBeNull()
})

test('16.R1 a task for a contact brings them with their company, by its page or by their name', async () => {
  expect(await of({ contactId: '5', tenantId: '3' })).toMatchObject({ contactId: 5, name: '周女士', title: '行政', phoneMasked: '138****2716', company: '北京瑞景', unitId: 7, room: '2205' })
  expect(await of({ contactId: '5', contactName: '周女士' })).toMatchObject({ contactId: 5, company: '北京瑞景' })
  expect(await of({ tenantId: '3', unitId: '8' })).toMatchObject({ contactId: null, company: '北京瑞景', unitId: 8, room: '2206' })
  expect(targetOf({ tab: 'all' })).toBeNull()
})
