import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ATTACHMENT_MAX_BYTES, Attachments, imageType } from './attachments'
import { openTestStore, type TestStore } from './testing'

let t: TestStore
let attachments: Attachments
beforeEach(async () => {
  t = await openTestStore()
  attachments = new Attachments(t.store)
})
afterEach(() => t.close())

const jpeg = (size = 100) => Uint8Array.from({ length: size }, (_, i) => [0xff, 0xd8, 0xff][i] ?? i % 256)
const put = (bytes: Uint8Array) => t.store.write(t.scope, (tx) => attachments.put(tx, 'photo', bytes))
const inTx = <T>(work: (tx: Parameters<Parameters<typeof t.store.write>[1]>[0]) => Promise<T>) => t.store.write(t.scope, work)

describe('P3 photos and signatures', () => {
  test('P3 come back as they were, and lie in the store encrypted', async () => {
    const id = await put(jpeg())
    expect(await attachments.get(id)).toEqual({ mime: 'image/jpeg', bytes: Buffer.from(jpeg()) })
    const [row] = await t.store.read<{ content: Buffer; size: number }>('SELECT content, size FROM attachment')
    expect(row!.content.includes(Buffer.from(jpeg().slice(0, 20)))).toBe(false)
    expect(row!.size).toBe(100)
  })

  test('P3 their bytes say what they are, not their name', async () => {
    expect(imageType(jpeg())).toBe('image/jpeg')
    expect(imageType(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe('image/png')
    for (const bytes of [Buffer.from('<svg onload=alert(1)>'), Buffer.from('%PDF-1.7'), Buffer.alloc(0), Buffer.from('GIF89a')]) {
      expect(imageType(bytes)).toBeNull()
      await expect(put(bytes)).rejects.toMatchObject({ code: 'not-an-image' })
    }
  })

  test('P3 up to 4 MiB, not a byte more', async () => {
    await expect(put(jpeg(ATTACHMENT_MAX_BYTES + 1))).rejects.toMatchObject({ code: 'image-too-large', params: { limit: 4 } })
    expect(await put(jpeg(ATTACHMENT_MAX_BYTES))).toBe(1)
  })

  test('P3 erased with their record they can never be read again', async () => {
    const [mine, others] = [await put(jpeg()), await put(jpeg())]
    await inTx(async (tx) => {
      await attachments.attach(tx, mine, 'reception', 1)
      await attachments.attach(tx, others, 'reception', 2)
      await attachments.erase(tx, 'reception', 1)
    })
    await expect(attachments.get(mine)).rejects.toMatchObject({ code: 'not-found' })
    expect((await attachments.get(others)).bytes).toHaveLength(100)
    expect(await t.store.read('SELECT id FROM attachment WHERE content IS NULL AND data_key IS NULL')).toEqual([{ id: mine }])
  })

  test('belong to one record; what belongs to none is swept', async () => {
    const [tied, loose] = [await put(jpeg()), await put(jpeg())]
    await inTx((tx) => attachments.attach(tx, tied, 'reception', 1))
    await inTx((tx) => attachments.attach(tx, tied, 'reception', 2))
    await inTx((tx) => attachments.sweepUntied(tx, t.clock.now()))
    expect((await attachments.get(loose)).mime).toBe('image/jpeg')
    await inTx((tx) => attachments.sweepUntied(tx, t.clock.now() + 1))
    expect(await t.store.read('SELECT id, record_id FROM attachment')).toEqual([{ id: tied, record_id: 1 }])
  })
})
