import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAuditLines, verifyAudit } from './audit'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
beforeEach(async () => {
  t = await openTestStore()
  for (let i = 1; i <= 5; i++) await t.store.write(t.scope, (tx) => tx.audit({ action: 'create', register: 'reception', recordId: i, detail: { no: `DJ26-00000${i}` } }))
})
afterEach(() => t.close())

const verify = () => verifyAudit((sql, parameters) => t.store.read(sql, parameters))
const tamper = (sql: string, parameters: (string | number | Buffer)[] = []) => t.store.write(t.scope, (tx) => tx.query(sql, parameters))

describe('the audit chain', () => {
  test('untouched, it is whole', async () => {
    expect(await verify()).toMatchObject({ lines: 5, brokenAt: null })
  })

  test.each([
    ['the time', 'UPDATE audit SET at = at + 1 WHERE id = 3'], ['the actor', `UPDATE audit SET actor = '别人' WHERE id = 3`], ['the actor\'s id', 'UPDATE audit SET actor_id = 9 WHERE id = 3'],
    ['the station', `UPDATE audit SET station = 'B1' WHERE id = 3`], ['the action', `UPDATE audit SET action = 'void' WHERE id = 3`], ['the register', `UPDATE audit SET register = 'staff' WHERE id = 3`],
    ['the record', 'UPDATE audit SET record_id = 9 WHERE id = 3'], ['the detail', `UPDATE audit SET detail = '{}' WHERE id = 3`], ['the hash', `UPDATE audit SET hash = zeroblob(32) WHERE id = 3`],
  ])('a change of %s shows at its line', async (_, sql) => {
    await tamper(sql)
    expect(await verify()).toMatchObject({ brokenAt: 3 })
  })

  test('a line taken out shows, also when the ones after it move up', async () => {
    await tamper('DELETE FROM audit WHERE id = 3')
    expect(await verify()).toMatchObject({ lines: 2, brokenAt: 3 })
    await tamper('UPDATE audit SET id = id - 1 WHERE id > 3')
    expect(await verify()).toMatchObject({ brokenAt: 3 })
  })

  test('a line put in shows', async () => {
    await tamper('UPDATE audit SET id = -id WHERE id > 2')
    await tamper('UPDATE audit SET id = 1 - id WHERE id < 0')
    await tamper(`INSERT INTO audit SELECT 3, at, actor_id, actor, station, 'void', register, record_id, detail, hash FROM audit WHERE id = 2`)
    expect(await verify()).toMatchObject({ brokenAt: 3 })
  })

  test('two lines that changed places show', async () => {
    await tamper('UPDATE audit SET id = CASE id WHEN 3 THEN -4 WHEN 4 THEN -3 ELSE id END')
    await tamper('UPDATE audit SET id = -id WHERE id < 0')
    expect(await verify()).toMatchObject({ brokenAt: 3 })
  })

  test('goes on after what was written, and rolls back with its transaction', async () => {
    await expect(t.store.write(t.scope, async (tx) => {
      await tx.audit({ action: 'create', register: 'reception', recordId: 6 })
      throw new Error('no')
    })).rejects.toThrow('no')
    await t.store.write(t.scope, (tx) => tx.audit({ action: 'create', register: 'reception', recordId: 7 }))
    expect(await verify()).toMatchObject({ lines: 6, brokenAt: null })
  })

  test('many lines at once make the same chain as one after the other, over more than one page', async () => {
    const lines = Array.from({ length: 6001 }, (_, i) => ({ scope: t.scope, at: t.clock.now(), line: { action: 'create', register: 'reception', recordId: i + 6 } }))
    await t.store.write(t.scope, (tx) => appendAuditLines(tx.query, lines))
    expect(await verify()).toMatchObject({ lines: 6006, brokenAt: null })
    await tamper(`UPDATE audit SET detail = '{"x":1}' WHERE id = 5500`)
    expect(await verify()).toMatchObject({ brokenAt: 5500 })
  })
})
