import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Notices } from './notices'
import { Store } from './store'
import { systemClock, type Scope } from './types'
import { Vault } from './vault'

const scope: Scope = { actor: { id: null, name: '周晓岚' }, station: 'A1' }
let dir: string
let store: Store
let notices: Notices
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qiantai-notices-'))
  store = await Store.open({ dir, clock: systemClock, vault: new Vault(Buffer.alloc(32, 7)) })
  notices = new Notices(store, () => 30)
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

const create = (recordId: number) =>
  store.write(scope, (tx) => notices.create(tx, { department: 'security', person: '', text: '找人', register: 'handover', recordId, no: 'JB26-000001' }))

test('16.R1 a notice is written with its record or not at all', async () => {
  await expect(store.write(scope, async (tx) => {
    await notices.create(tx, { department: 'security', person: '', text: '找人', register: 'handover', recordId: 1, no: 'JB26-000001' })
    throw new Error('the record was not saved')
  })).rejects.toThrow('the record was not saved')
  expect(await notices.recent(null, 10)).toEqual([])
})

test('16.R1 the record\'s register hears of the acknowledgement in the same transaction, and can refuse it', async () => {
  const id = await create(7)
  const heard: number[] = []
  notices.onAcknowledged('handover', (_, { recordId }) => {
    heard.push(recordId)
    return heard.length === 1 ? Promise.reject(new Error('not now')) : Promise.resolve()
  })
  const acknowledge = () => store.write(scope, (tx) => notices.acknowledge(tx, id, '马国庆'))
  await expect(acknowledge()).rejects.toThrow('not now')
  expect(await notices.get(id)).toMatchObject({ acknowledgedAt: null })
  await acknowledge()
  expect(heard).toEqual([7, 7])
  expect(await notices.get(id)).toMatchObject({ acknowledgedBy: '马国庆' })
})

test('16.R1 nobody is reminded of a notice that is closed', async () => {
  const id = await store.write(scope, (tx) => notices.create(tx, { department: 'engineering', person: '', text: '漏水', register: 'reception', recordId: 9, no: 'DJ26-000009' }))
  await store.write(scope, (tx) => notices.close(tx, 'reception', 9))
  await expect(store.write(scope, (tx) => notices.remind(tx, id))).rejects.toMatchObject({ code: 'already-void' })
  expect(await notices.get(id)).toMatchObject({ reminders: 0 })
})

test('16.R1 closing takes the open notices of one record off the list and leaves the acknowledged ones as they are', async () => {
  const [first, second, other] = [await create(1), await create(1), await create(2)]
  await store.write(scope, (tx) => notices.acknowledge(tx, first, '马国庆'))
  await store.write(scope, (tx) => notices.close(tx, 'handover', 1))
  expect((await notices.open('security')).map((notice) => notice.id)).toEqual([other])
  expect((await notices.ofRecord('handover', 1)).map((notice) => [notice.id, notice.acknowledgedBy])).toEqual([[first, '马国庆'], [second, null]])
})
