import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Links } from './links'
import { Store } from './store'
import { systemClock, systemScope } from './types'
import { Vault } from './vault'

const scope = systemScope('A1')
let dir: string
let store: Store
let links: Links
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qiantai-links-'))
  store = await Store.open({ dir, clock: systemClock, vault: new Vault(Buffer.alloc(32, 7)) })
  links = new Links(store)
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

test('16.R3 two records know of one another, once, whichever is asked', async () => {
  const call = { register: 'reception', id: 1, no: 'DJ26-000001' }
  const handover = { register: 'handover', id: 1, no: 'JB26-000001' }
  await store.write(scope, async (tx) => {
    await links.create(tx, call, handover, '转下一班')
    await links.create(tx, call, handover)
  })
  expect(await links.of('reception', 1)).toEqual([{ register: 'handover', recordId: 1, no: 'JB26-000001', direction: 'to', note: '转下一班' }])
  expect(await links.of('handover', 1)).toEqual([{ register: 'reception', recordId: 1, no: 'DJ26-000001', direction: 'from', note: '转下一班' }])
  expect(await links.of('reception', 2)).toEqual([])
})
