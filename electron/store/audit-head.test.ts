import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditState, keepAuditHead } from './audit-head'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
const line = (i: number) => t.store.write(t.scope, (tx) => tx.audit({ action: 'create', register: 'reception', recordId: i }))
const tamper = (sql: string) => t.store.write(t.scope, (tx) => tx.query(sql))
const keep = (whole = false) => keepAuditHead(t.store, t.scope, whole)

beforeEach(async () => {
  t = await openTestStore()
  for (let i = 1; i <= 5; i++) await line(i)
})
afterEach(() => t.close())

describe('the head of the audit chain', () => {
  test('grows with the chain', async () => {
    expect(await auditState(t.store)).toMatchObject({ lines: 5, brokenAt: null })
    await keep()
    await line(6)
    expect(await auditState(t.store)).toMatchObject({ lines: 6, brokenAt: null })
    expect(await keep()).toEqual({ lines: 6, brokenAt: null })
  })

  test('shows that the end was cut off, also when other lines took its place', async () => {
    await keep()
    await tamper('DELETE FROM audit WHERE id > 3')
    expect(await auditState(t.store)).toMatchObject({ brokenAt: 5 })
    for (let i = 4; i <= 6; i++) await line(i + 10)
    expect(await auditState(t.store)).toMatchObject({ brokenAt: 5 })
  })

  test('shows a change after it at once, and one before it when the whole is walked', async () => {
    await keep()
    await line(6)
    await tamper(`UPDATE audit SET actor = '别人' WHERE id = 6`)
    expect(await auditState(t.store)).toMatchObject({ brokenAt: 6 })
    await tamper(`UPDATE audit SET actor = '周晓岚' WHERE id = 6`)
    await tamper(`UPDATE audit SET actor = '别人' WHERE id = 2`)
    expect(await keep(true)).toEqual({ lines: 1, brokenAt: 2 })
    // Found once, it stays told.
    expect(await auditState(t.store)).toMatchObject({ brokenAt: 2 })
  })

  test('cannot be set by somebody without the key', async () => {
    await keep()
    await tamper(`UPDATE setting SET value = json_set(value, '$.id', 3, '$.hash', (SELECT lower(hex(hash)) FROM audit WHERE id = 3)) WHERE key = 'audit.head'`)
    await tamper('DELETE FROM audit WHERE id > 3')
    expect((await auditState(t.store)).brokenAt).not.toBeNull()
  })
})
