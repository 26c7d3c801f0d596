import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Drafts } from './drafts'
import { newDir, openTestStore } from './testing'

test('P3 a draft outlives the program, takes no number and no audit line, and lies encrypted', async () => {
  const dir = newDir()
  const before = await openTestStore({ dir })
  await new Drafts(before.store).save(before.scope, 1, 'visit', '{"name":"何婉清"}')
  await before.close()
  const after = await openTestStore({ dir })
  expect(await new Drafts(after.store).get(1, 'visit')).toEqual({ content: '{"name":"何婉清"}', at: after.clock.now() })
  expect(await after.store.read('SELECT * FROM number_series')).toEqual([])
  expect(await after.store.read('SELECT * FROM audit')).toEqual([])
  const [row] = await after.store.read<{ content: Buffer }>('SELECT content FROM draft')
  expect(row!.content.includes(Buffer.from('何婉清'))).toBe(false)
  await after.close()
  rmSync(dir, { recursive: true, force: true })
})
