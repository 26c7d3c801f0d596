import { afterEach, beforeEach, expect, test } from 'vitest'
import { PeopleIndex } from './people-index'
import { openReception, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

test('16.R4 a directory that could not be read is read again at the next key', async () => {
  const index = new PeopleIndex(t.house.store)
  const read = t.house.store.read.bind(t.house.store)
  t.house.store.read = () => Promise.reject(new Error('the disk is away'))
  await expect(index.search('陆', ['contact'], 8)).rejects.toThrow('the disk is away')
  t.house.store.read = read
  expect((await index.search('陆', ['contact'], 8)).map((person) => person.name)).toEqual(['陆文博', '陆小曼'])
})

test('16.R4 among ten thousand contacts the best fit comes first, and no more than asked for', async () => {
  await t.house.store.write(t.call().scope, async (tx) => {
    for (let i = 0; i < 10_000; i++) await tx.query(`INSERT INTO contact (tenant_id, name, pinyin, initials, visits) VALUES (1, ?, ?, ?, ?)`, [`甲${i}文博`, `jia${i}wenbo`, `j${i}wb`, i])
    tx.changed('tenants', 1)
  })
  const index = new PeopleIndex(t.house.store)
  expect((await index.search('lwb', ['contact', 'person'], 8)).map((person) => person.name)).toEqual(['陆文博'])
  expect((await index.search('文博', ['contact'], 3)).map((person) => person.name)).toEqual(['甲9999文博', '甲9998文博', '甲9997文博'])
  expect((await index.search('陆文', ['contact'], 3)).map((person) => person.name)).toEqual(['陆文博'])
})
