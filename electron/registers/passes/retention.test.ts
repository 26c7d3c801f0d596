import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditState } from '../../store/audit-head'
import { sweepRetention } from '../../store/retention'
import { agree, BOYUAN, onPaper, openPasses, refusal, residentNumber, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

const DAY = 86_400_000
const sweep = async () => (await sweepRetention(t.house, t.clock.now())).records
const fileHolds = (text: string): boolean => ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))
/** The last day within the records' period; then the first one after it. */
const lastDay = (): void => t.clock.advance(t.house.settings.current.recordRetentionDays * DAY)

test('P3 a pass names its holder until its period is over that runs from its end, not from its issue', async () => {
  const number = residentNumber(500)
  const id = await t.issued('identity', { applicant: '褚岚', phone: '13700005062', holders: [await t.holder({ name: '褚遂良', documentNumber: number })], signature: onPaper('褚遂良') })
  const kept = await t.issued('identity', { applicant: '曹颖', phone: '13700005063', holders: [await t.holder({ name: '曹长卿' })] })
  await t.ask('remind', { ids: [kept, id] })
  lastDay()
  t.clock.advance(DAY)
  expect(await sweep()).toBe(0)
  expect((await t.get(id)).holder).toBe('褚遂良')

  await t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature: onPaper('褚遂良') })
  lastDay()
  expect(await sweep()).toBe(0)
  t.clock.advance(DAY)
  // The pass, and the application it was the last of.
  expect(await sweep()).toBe(2)
  for (const text of ['褚遂良', '褚岚', '137****5062', number, `110101********${number.slice(-4)}`]) expect(fileHolds(text), text).toBe(false)
  expect(await t.get(id)).toMatchObject({
    no: 'SF26-000001', state: 'returned', erased: true, holder: '', documentMasked: '', photoId: null, company: BOYUAN, depositState: 'refunded', refundNo: 'TK28-000001', receiver: { by: '' }, returner: { by: '' }, application: { applicant: '', phoneMasked: '' },
  })
  expect(await refusal(t.ask('reveal', { id, field: 'documentNumber' }))).toMatchObject({ code: 'not-found' })
  expect(await t.get(kept)).toMatchObject({ erased: false, holder: '曹长卿', application: { applicant: '曹颖' } })
  expect(await t.proof()).toEqual(agree(5000))
  expect((await auditState(t.house.store)).brokenAt).toBeNull()
})

test('P3 a declaration keeps number and deposit, not who lost it where; a permit keeps contractor and days, not its chief', async () => {
  const id = await t.issued('construction', { holders: [await t.holder({ name: '褚遂良' })], validUntil: '2026-03-20' })
  await t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '褚家门口', declaredBy: '褚遂良', signature: onPaper('褚遂良') })
  t.clock.set(new Date('2029-01-15T10:00:00').getTime())
  // Pass, application, and the permit that ended with 2026.
  expect(await sweep()).toBe(3)
  for (const text of ['褚', '许大海', '137****9999']) expect(fileHolds(text), text).toBe(false)
  expect(await t.ask('declarations', {})).toMatchObject([{ no: 'ZF26-000001', passNo: 'SZ26-000001', holder: '', lostWhere: '', declaredBy: '', forfeitedFen: 10_000 }])
  expect(await t.ask('fitOutPermits', {})).toMatchObject([{ no: 'XZ-018', contractor: '鼎信装饰工程有限公司', chief: '', chiefPhoneMasked: '', validUntil: '2026-12-31' }])
  expect(await sweep()).toBe(0)
})

test('P3 12.C6 12.C3 a signature and a scan stay as long as one pass or application shows them, whichever pass of the batch ended first', async () => {
  const [receiver, list] = [await t.picture('signature'), await t.picture('scan')]
  const holders = [await t.holder(), await t.holder()]
  const { passes: [first, second] } = await t.apply('contractor', {
    company: '洁净保洁', holders, papers: [{ key: 'name-list', checks: ['sealed', 'stored'], scanIds: [list] }, { key: 'id-copy', checks: ['seen'] }], signature: { by: '马珍', signatureId: receiver },
  })
  const back = async (id: number) => t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature: onPaper('马珍') })
  const there = (id: number) => t.house.attachments.get(id).then(() => true, () => false)
  await back(first!.id)
  lastDay()
  t.clock.advance(DAY)
  expect(await sweep()).toBe(1)
  expect(await t.get(first!.id)).toMatchObject({ erased: true, receiver: { by: '', signatureId: null } })
  expect(await t.get(second!.id)).toMatchObject({ erased: false, receiver: { by: '马珍', signatureId: receiver }, application: { papers: [{ scanIds: [list] }, {}] } })
  expect([await there(holders[0]!.photoId!), await there(holders[1]!.photoId!), await there(receiver), await there(list)]).toEqual([false, true, true, true])

  await back(second!.id)
  lastDay()
  t.clock.advance(DAY)
  expect(await sweep()).toBe(2)
  expect([await there(holders[1]!.photoId!), await there(receiver), await there(list)]).toEqual([false, false, false])
  expect((await auditState(t.house.store)).brokenAt).toBeNull()
})
