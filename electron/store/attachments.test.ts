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
    expect(await attachments.get(id)).toMatchObject({ mime: 'image/jpeg', bytes: Buffer.from(jpeg()) })
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

  test('belong to one record; what belongs to none is swept', async () => {
    const [tied, loose] = [await put(jpeg()), await put(jpeg())]
    const tie = (id: number, kind: 'photo' | 'signature', recordId: number) => inTx((tx) => attachments.attach(tx, id, kind, 'reception', recordId))
    await tie(tied, 'photo', 1)
    await tie(tied, 'photo', 1)
    await expect(tie(tied, 'photo', 2)).rejects.toMatchObject({ code: 'not-found' })
    await expect(tie(loose, 'signature', 2)).rejects.toMatchObject({ code: 'not-found' })
    await inTx((tx) => attachments.sweepUntied(tx, t.clock.now()))
    expect((await attachments.get(loose)).mime).toBe('image/jpeg')
    await inTx((tx) => attachments.sweepUntied(tx, t.clock.now() + 1))
    expect(await t.store.read('SELECT id, record_id FROM attachment')).toEqual([{ id: tied, record_id: 1 }])
  })

  test('P3 the number of one that was swept is never another\'s: an old draft shows nobody else\'s face', async () => {
    const swept = await put(jpeg())
    await inTx((tx) => attachments.sweepUntied(tx, t.clock.now() + 1))
    expect(await put(jpeg())).not.toBe(swept)
  })
})
