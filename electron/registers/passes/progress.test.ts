import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agree, BOYUAN, onPaper, openPasses, refusal, SUPERVISOR, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

const at = (day: string): void => { t.clock.set(new Date(`${day}T10:00:00`).getTime()) }
const signature = onPaper('卓一鸣')

describe('12.R6 12.C6 handing out', () => {
  test('12.R6 one signature for all that are fetched; the second of two people is told who was first', async () => {
    const { passes } = await t.apply('identity', { holders: await Promise.all([t.holder(), t.holder(), t.holder()]) })
    const seen = await t.all(passes.map(({ id }) => id))
    const image = await t.picture('signature')
    expect((await t.ask('handOut', { passes: seen.slice(0, 2), signature: { by: '陆文博', signatureId: image } })).map(({ state, version }) => [state, version])).toEqual([['issued', 2], ['issued', 2]])
    expect(await t.get(passes[1]!.id)).toMatchObject({ verdict: 'valid', issuedAt: t.clock.now(), receiver: { by: '陆文博', signatureId: image } })
    expect(await refusal(t.ask('handOut', { passes: seen.slice(0, 1), signature }))).toMatchObject({ code: 'order-taken', params: { by: '周晓岚' } })
    expect(await refusal(t.ask('handOut', { passes: seen, signature }))).toMatchObject({ code: 'order-taken' })
    expect((await t.get(passes[2]!.id)).state).toBe('ready')
  })

  test('12.C6 nothing is handed out without a signature, nor the same pass twice at once', async () => {
    const { passes: [pass] } = await t.apply('identity')
    const seen = await t.seen(pass!.id)
    expect(await refusal(t.ask('handOut', { passes: [seen], signature: { by: '' } }))).toMatchObject({ code: 'signature-missing' })
    expect(await refusal(t.ask('handOut', { passes: [seen, seen], signature }))).toMatchObject({ code: 'invalid-input' })
    expect((await t.get(pass!.id)).state).toBe('ready')
  })
})

describe('12.R8 renewal', () => {
  test('12.R8 the old pass is cancelled, the new one has its deposit, a new photo and a fee of its own; security hears of it', async () => {
    const old = await t.issued('identity', { holders: [await t.holder({ name: '丁玲' })] })
    at('2027-03-01')
    const photoId = await t.picture()
    const saved = await t.ask('renew', { passes: [{ ...(await t.seen(old)), photoId }], payment: 'wechat', signature })
    expect(saved).toMatchObject({ applicationNo: 'BZ27-000001', passes: [{ no: 'SF27-000001', holder: '丁玲', state: 'issued' }], receipts: [{ no: 'SJ27-000001' }], totalFen: 2000 })
    const now = saved.passes[0]!
    expect(await t.get(now.id)).toMatchObject({ validFrom: '2027-03-01', validUntil: '2028-03-10', depositFen: 5000, feeFen: 2000, depositState: 'held', receiptNo: 'SJ26-000001', photoId, replaces: { no: 'SF26-000001' }, application: { count: 1 } })
    expect(await t.get(old)).toMatchObject({ state: 'renewed', verdict: 'void', renewedOn: '2027-03-01', depositState: 'moved', replacedBy: { no: 'SF27-000001' } })
    expect((await t.house.notices.ofRecord('passes', now.id))[0]!.text).toContain('续证，旧证作废，身份确认卡 1 张，SF27-000001')
    expect(await t.proof()).toEqual(agree(5000))
    // The deposit is given back once, for the new pass, against the receipt it came with.
    expect(await refusal(t.ask('return', { passes: [await t.seen(old)], receiptNos: ['SJ26-000001'], signature }))).toMatchObject({ code: 'wrong-state' })
    expect(await t.ask('return', { passes: [await t.seen(now.id)], receiptNos: ['SJ26-000001'], payment: 'transfer', signature })).toMatchObject({ refundFen: 5000 })
    expect(await t.proof()).toEqual(agree(0))
  })

  test('12.R8 without a new photo, too early, not taken back, or of several companies: refused', async () => {
    const [a, b] = [await t.issued(), await t.issued('identity', { tenantId: 2, unitId: 2 })]
    const renew = async (of: number[], more: { takenBack?: boolean; photo?: boolean } = {}) =>
      refusal(t.ask('renew', { passes: await Promise.all(of.map(async (id) => ({ ...(await t.seen(id)), photoId: more.photo === false ? null : await t.picture() }))), payment: 'cash', takenBack: more.takenBack ?? true }))
    expect(await renew([a])).toMatchObject({ code: 'pass-not-yet-due', params: { no: 'SF26-000001' } })
    at('2027-03-10')
    expect(await renew([a], { photo: false })).toMatchObject({ code: 'photo-missing' })
    expect(await renew([a], { takenBack: false })).toMatchObject({ code: 'invalid-input', field: 'takenBack' })
    expect(await renew([a, b])).toMatchObject({ code: 'invalid-input', field: 'passes' })
    expect(await renew([a, a])).toMatchObject({ code: 'invalid-input', field: 'passes' })
    expect((await t.get(a)).state).toBe('issued')
    expect(await renew([a])).toMatchObject({ code: 'not refused' })
  })

  test('12.R8 a renewal that is voided with its receipt puts the old pass in force again, with its deposit', async () => {
    const old = await t.issued()
    at('2027-03-05')
    const { passes: [now], receipts: [receipt] } = await t.ask('renew', { passes: [{ ...(await t.seen(old)), photoId: await t.picture() }], payment: 'cash' })
    await t.voidReceipt(receipt!.id)
    expect(await t.get(now!.id)).toMatchObject({ state: 'void' })
    expect(await t.get(old)).toMatchObject({ state: 'issued', verdict: 'valid', renewedOn: null, endedAt: null, depositState: 'held', replacedBy: null })
    expect(await t.proof()).toEqual(agree(5000))
    expect(await refusal(t.ask('renew', { passes: [{ ...(await t.seen(old)), photoId: await t.picture() }], payment: 'cash' }))).toMatchObject({ code: 'not refused' })
  })
})

describe('12.R9 contractors extend two working days ahead', () => {
  const contractorUntil = async (today: string, validUntil: string) => {
    at(today)
    return t.issued('contractor', { company: '洁净保洁', validUntil })
  }
  const renew = async (id: number, more: Partial<Parameters<typeof t.ask<'renew'>>[1]> = {}, as?: 'supervisor') => refusal(t.ask('renew', { passes: [{ ...(await t.seen(id)), photoId: await t.picture() }], payment: 'transfer', ...more }, as))

  test('12.R9 on the last day, the Tuesday before National Day, it is in time; on the day after it is late', async () => {
    const id = await contractorUntil('2026-09-01', '2026-10-08')
    at('2026-09-30')
    expect(await renew(id)).toMatchObject({ code: 'extension-too-late', params: { no: 'XK26-000001', by: '2026-09-29' } })
    at('2026-09-29')
    expect(await renew(id)).toMatchObject({ code: 'not refused' })
  })

  test('12.R9 the Saturday worked for the Spring Festival counts', async () => {
    const id = await contractorUntil('2026-02-02', '2026-02-24')
    at('2026-02-14')
    expect(await renew(id)).toMatchObject({ code: 'extension-too-late', params: { by: '2026-02-13' } })
    at('2026-02-13')
    expect(await renew(id)).toMatchObject({ code: 'not refused' })
  })

  test('12.R9 a late one needs a supervisor and the reason, and the chain says who agreed', async () => {
    const id = await contractorUntil('2026-09-01', '2026-10-08')
    at('2026-10-08')
    expect(await renew(id, { approval: SUPERVISOR })).toMatchObject({ code: 'extension-too-late' })
    expect(await renew(id, { lateReason: '经办人出差' })).toMatchObject({ code: 'approval-needed' })
    expect(await renew(id, { lateReason: '经办人出差', approval: { staffNo: '104', pin: SUPERVISOR.pin } })).toMatchObject({ code: 'not-permitted' })
    expect(await renew(id, { lateReason: '经办人出差', approval: { ...SUPERVISOR, pin: '000000' } })).toMatchObject({ code: 'wrong-pin' })
    expect((await t.get(id)).state).toBe('issued')
    expect(await renew(id, { lateReason: '经办人出差', approval: SUPERVISOR })).toMatchObject({ code: 'not refused' })
    const [line] = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'approve'`)
    expect(JSON.parse(line!.detail)).toEqual({ by: '韩雪', id: 2, why: 'extension-too-late' })
  })

  test('12.R9 a year nobody entered is asked for where the rule needs it, not for the tenants\' own cards', async () => {
    const id = await contractorUntil('2026-12-20', '2027-01-02')
    const card = await t.issued('identity', { validUntil: '2027-01-02' })
    at('2026-12-28')
    expect(await renew(card)).toMatchObject({ code: 'not refused' })
    // Counted from the 2nd of January, 2027 is looked at.
    expect(await renew(id)).toMatchObject({ code: 'calendar-year-missing', params: { year: 2027 } })
    await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO calendar_day (day, kind, name) VALUES ('2027-01-01', 'holiday', '元旦')`))
    expect(await renew(id)).toMatchObject({ code: 'not refused' })
  })
})

describe('12.R10 loss', () => {
  const lose = async (id: number, input: { lostOn?: string } = {}) => t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '地铁站', declaredBy: '吴晓波', signature: onPaper('吴晓波'), ...input })

  test('12.R10 12.F6 M1 the deposit becomes income on its own line, the declaration is numbered and printed, security is told', async () => {
    const id = await t.issued('identity', { holders: [await t.holder({ name: '吴晓波' })] })
    expect(await lose(id)).toMatchObject({ state: 'lost', declarationNo: 'ZF26-000001', forfeitedFen: 5000 })
    expect(await t.get(id)).toMatchObject({ state: 'lost', verdict: 'lost', depositState: 'forfeited', declaration: { no: 'ZF26-000001', lostWhere: '地铁站', declaredBy: '吴晓波', forfeitedFen: 5000, securityAt: null } })
    expect((await t.house.ledger.balances()).accounts).toContainEqual({ account: 'forfeit-income', balanceFen: -5000 })
    expect(await t.proof()).toEqual(agree(0))
    const [slip] = (await t.slips()).filter(({ title }) => title === '作废声明')
    expect(slip).toMatchObject({ printer: 'receipt' })
    expect(JSON.stringify(slip!.document)).toContain('￥50.00 不予退还')
    const notice = (await t.house.notices.ofRecord('passes', id)).at(-1)!
    expect(notice.text).toBe(`挂失作废，身份确认卡 1 张，SF26-000001，${BOYUAN}，1808室`)
    t.clock.advance(60_000)
    await t.house.store.write(t.call('security').scope, (tx) => t.house.notices.acknowledge(tx, notice.id, '马国庆'))
    expect(await t.ask('declarations', {})).toMatchObject([{ no: 'ZF26-000001', passNo: 'SF26-000001', securityAt: t.clock.now() }])
  })

  test('12.R10 a lost pass is not taken back, renewed or lost again: it is void, and its deposit is gone', async () => {
    const id = await t.issued()
    await lose(id)
    expect(await refusal(t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature }))).toMatchObject({ code: 'pass-lost', params: { no: 'SF26-000001' } })
    expect(await refusal(t.ask('renew', { passes: [{ ...(await t.seen(id)), photoId: await t.picture() }], payment: 'cash' }))).toMatchObject({ code: 'pass-lost' })
    expect(await refusal(lose(id))).toMatchObject({ code: 'pass-lost' })
    expect(await t.house.store.read('SELECT count(*) AS n FROM void_declaration')).toEqual([{ n: 1 }])
  })

  test('12.R10 its replacement pays fee and deposit again; a second replacement is refused, and one of a pass that is not lost', async () => {
    const holder = await t.holder({ name: '何立' })
    const id = await t.issued('identity', { holders: [holder] })
    const replace = async () => t.apply('identity', { holders: [{ ...holder, photoId: await t.picture(), replaces: id }] })
    expect(await refusal(t.apply('identity', { tenantId: 2, holders: [{ ...holder, photoId: await t.picture(), replaces: id }] }))).toMatchObject({ code: 'wrong-state' })
    await lose(id)
    const saved = await replace()
    expect(saved).toMatchObject({ totalFen: 7000, passes: [{ no: 'SF26-000002' }] })
    expect(await t.get(id)).toMatchObject({ replacedBy: { no: 'SF26-000002' } })
    expect(await t.house.store.read('SELECT subject FROM receipt ORDER BY id DESC LIMIT 1')).toEqual([{ subject: '补证 身份确认卡 1 张' }])
    expect(await refusal(replace())).toMatchObject({ code: 'pass-in-force', params: { no: 'SF26-000002' } })
    expect(await t.proof()).toEqual(agree(5000))
  })

  test('12.R10 lost tomorrow, or before it was issued, is a slip of the hand', async () => {
    const id = await t.issued()
    expect(await refusal(lose(id, { lostOn: '2026-03-13' }))).toMatchObject({ code: 'invalid-input', field: 'lostOn' })
    expect(await refusal(lose(id, { lostOn: '2026-03-11' }))).toMatchObject({ code: 'invalid-input', field: 'lostOn' })
    expect(await t.house.store.read('SELECT 1 FROM number_series WHERE series = \'void-declarations\'')).toEqual([])
  })
})

describe('12.R11 return', () => {
  test('12.R11 M1 against its receipt, signed, paid out of the drawer with a refund receipt of its own', async () => {
    const { passes } = await t.apply('construction', { holders: await Promise.all([t.holder(), t.holder()]), signature })
    const ids = passes.map(({ id }) => id)
    const done = await t.ask('return', { passes: await t.all(ids), receiptNos: ['qt1:sj26-000001'], signature: onPaper('许大海') })
    expect(done).toMatchObject({ passes: [{ state: 'returned' }, { state: 'returned' }], refundNo: 'TK26-000001', refundFen: 20_000 })
    expect(await t.get(ids[1]!)).toMatchObject({ state: 'returned', verdict: 'void', depositState: 'refunded', refundNo: 'TK26-000001', returner: { by: '许大海', onPaper: true } })
    expect(await t.house.ledger.balance('cash')).toBe(2000)
    expect((await t.slips('cashier')).map(({ title }) => title)).toEqual(['收据', '退款收据'])
    expect(await t.proof()).toEqual(agree(0))
  })

  test('12.R11 not twice, not the same pass twice at once, not against another receipt, not without one', async () => {
    const [a, b] = [await t.issued(), await t.issued()]
    const back = async (ids: number[], receiptNo: string) => refusal(t.ask('return', { passes: await t.all(ids), receiptNos: receiptNo === '' ? [] : [receiptNo], signature }))
    expect(await back([a], 'SJ26-000002')).toMatchObject({ code: 'receipt-mismatch', params: { no: 'SF26-000001', given: 'SJ26-000002' } })
    expect(await back([a, b], 'SJ26-000001')).toMatchObject({ code: 'receipt-mismatch', params: { no: 'SF26-000002' } })
    expect(await back([a], '')).toMatchObject({ code: 'receipt-mismatch' })
    expect(await back([a, a], 'SJ26-000001')).toMatchObject({ code: 'invalid-input' })
    expect(await t.proof()).toEqual(agree(10_000))
    const seen = await t.seen(a)
    expect(await back([a], 'SJ26-000001')).toMatchObject({ code: 'not refused' })
    expect(await refusal(t.ask('return', { passes: [seen], receiptNos: ['SJ26-000001'], signature }))).toMatchObject({ code: 'order-taken' })
    expect(await back([a], 'SJ26-000001')).toMatchObject({ code: 'wrong-state' })
    expect(await t.proof()).toEqual(agree(5000))
  })

  test('12.R11 a lost receipt needs a supervisor and the reason, which stands with the deposit', async () => {
    const id = await t.issued()
    const back = async (approval: typeof SUPERVISOR | null) => refusal(t.ask('return', { passes: [await t.seen(id)], receiptLost: '搬家时遗失', approval, signature }))
    expect(await back(null)).toMatchObject({ code: 'approval-needed' })
    expect(await back({ ...SUPERVISOR, pin: '111111' })).toMatchObject({ code: 'wrong-pin' })
    expect(await back(SUPERVISOR)).toMatchObject({ code: 'not refused' })
    expect(await t.house.store.read('SELECT state, reason FROM deposit')).toEqual([{ state: 'refunded', reason: '收据遗失：搬家时遗失（韩雪）' }])
  })

  test('M1 the drawer must hold what is paid out of it; nothing is half-done', async () => {
    const id = await t.issued('identity', { payment: 'wechat' })
    expect(await refusal(t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature }))).toMatchObject({ code: 'drawer-short', params: { held: '¥0.00', total: '¥50.00' } })
    expect((await t.get(id)).state).toBe('issued')
    expect(await t.house.store.read(`SELECT 1 FROM receipt WHERE kind = 'refund'`)).toEqual([])
    expect(await t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], payment: 'wechat', signature })).toMatchObject({ refundNo: 'TK26-000001' })
  })
})

describe('12.R5 M2 what was made by mistake', () => {
  test('M2 a receipt that is voided takes the passes with it that nobody has yet; security waits for none of them', async () => {
    const { passes, receipts: [receipt], applicationId } = await t.apply('identity', { holders: [await t.holder({ name: '丁玲', documentKind: 'passport', documentNumber: 'E12345678', birth: '1985-06-01' }), await t.holder()] })
    await t.voidReceipt(receipt!.id)
    for (const { id } of passes) expect(await t.get(id)).toMatchObject({ state: 'void', verdict: 'void', depositState: 'void', application: { no: 'BZ26-000001' } })
    expect(await t.house.store.read('SELECT state, void_by, void_reason FROM pass_application')).toEqual([{ state: 'void', void_by: '韩雪', void_reason: '开错' }])
    expect((await t.house.notices.open('security')).filter(({ recordId }) => recordId === applicationId)).toEqual([])
    expect(await t.house.store.read(`SELECT state FROM print_job WHERE printer = 'security'`)).toEqual([{ state: 'cancelled' }])
    expect(await t.proof()).toEqual(agree(0))
    expect((await t.ask('check', { kind: 'identity', tenantId: 1, holders: [{ name: '丁玲', documentKind: 'passport', documentNumber: 'E12345678', birth: '1985-06-01', photoId: 1 }] }))).toEqual([])
  })

  test('M2 of forty receipts one is voided: its pass is void, the others and their application go on', async () => {
    const { passes, receipts } = await t.apply('construction', { receipts: 'each', holders: await Promise.all([t.holder(), t.holder(), t.holder()]) })
    await t.voidReceipt(receipts[1]!.id)
    expect(await Promise.all(passes.map(async ({ id }) => (await t.get(id)).state))).toEqual(['ready', 'void', 'ready'])
    expect(await t.house.store.read('SELECT state FROM pass_application')).toEqual([{ state: 'open' }])
    expect((await t.house.notices.open('security'))).toHaveLength(1)
    expect(await t.proof()).toEqual(agree(20_000))
  })

  test('M2 not once one of them is handed out, and not after its deposit was forfeited', async () => {
    const { passes, receipts: [receipt] } = await t.apply('identity', { holders: [await t.holder(), await t.holder()] })
    await t.ask('handOut', { passes: [await t.seen(passes[1]!.id)], signature })
    expect(await refusal(t.voidReceipt(receipt!.id))).toMatchObject({ code: 'pass-issued', params: { no: 'SF26-000002' } })
    expect((await t.get(passes[0]!.id)).state).toBe('ready')
    await t.ask('lose', { ...(await t.seen(passes[1]!.id)), lostOn: '2026-03-12', lostWhere: '不详', declaredBy: '丁', signature })
    expect(await refusal(t.voidReceipt(receipt!.id))).toMatchObject({ code: 'deposit-settled' })
    expect(await t.proof()).toEqual(agree(5000))
  })

  test('12.R5 one that was paid for is voided with its receipt, one that is handed out comes back first, one that cost nothing is void at once', async () => {
    const paid = (await t.apply('identity')).passes[0]!.id
    const voided = async (id: number) => refusal(t.ask('void', { ...(await t.seen(id)), reason: '单位名写错' }, 'supervisor'))
    expect(await voided(paid)).toMatchObject({ code: 'paid-cannot-void', params: { no: 'SF26-000001' } })
    await t.ask('handOut', { passes: [await t.seen(paid)], signature })
    expect(await voided(paid)).toMatchObject({ code: 'pass-issued' })
    const [kind] = await t.passes.kinds(undefined, t.call())
    await t.ask('saveKind', { ...kind!, depositFen: 0, feeFen: 0 }, 'supervisor')
    const free = (await t.apply('identity', { payment: null })).passes[0]!.id
    expect(await voided(free)).toMatchObject({ code: 'not refused' })
    expect(await voided(free)).toMatchObject({ code: 'already-void' })
    expect((await t.get(free)).history.find(({ action }) => action === 'void')).toMatchObject({ reason: '单位名写错', actor: '韩雪' })
  })
})

test('M1 M2 a loss or a return that nobody signed leaves nothing: no number, no posting, no declaration, no step', async () => {
  const id = await t.issued()
  const nobody = { by: '卓一鸣', signatureId: 9999 }
  const rows = async () => Promise.all(['journal', 'step', 'notice', 'print_job', 'receipt', 'void_declaration', 'number_series'].map((table) => t.house.store.read(`SELECT * FROM ${table}`)))
  const before = await rows()
  expect(await refusal(t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '地铁', declaredBy: '卓', signature: nobody }))).toMatchObject({ code: 'not-found' })
  expect(await refusal(t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature: nobody }))).toMatchObject({ code: 'not-found' })
  expect(await rows()).toEqual(before)
  expect((await t.get(id)).depositState).toBe('held')
})

describe('12.C2 correction', () => {
  const correct = async (id: number, changes: Parameters<typeof t.ask<'correct'>>[1]['changes']) => t.ask('correct', { ...(await t.seen(id)), reason: '打错', changes })

  test('12.C2 what stood there before stays in the history, names under the record\'s key', async () => {
    const id = await t.issued('construction')
    const photoId = await t.picture()
    expect(await correct(id, { holder: '郭凯', trade: '电工', photoId, validUntil: '2026-04-01' })).toMatchObject({ holder: '郭凯', trade: '电工', photoId, validUntil: '2026-04-01', version: 3 })
    const line = (await t.get(id)).history.find(({ action }) => action === 'correct')!
    expect(line).toMatchObject({ reason: '打错', changes: [{ field: 'name', from: '工人1', to: '郭凯' }, { field: 'photoId' }, { field: 'trade', from: '', to: '电工' }, { field: 'validUntil', from: '2026-04-10', to: '2026-04-01' }] })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit WHERE action = \'correct\''))).not.toContain('郭凯')
    await correct(id, { papers: [{ key: 'name-list', checks: ['sealed'] }, { key: 'id-copy', checks: ['seen'], note: '郭凯本人' }], specialCertificate: 'T-9' })
    expect((await t.get(id)).history.at(-1)).toMatchObject({ changes: [{ field: 'specialCertificate', from: '', to: 'T-9' }, { field: 'papers', to: 'name-list:sealed id-copy:seen' }] })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toMatch(/郭凯|T-9/)
  })

  test('12.R9 a longer time is a renewal\'s, not a correction\'s; what has ended is not corrected', async () => {
    const id = await t.issued('construction')
    const longer = async () => t.ask('correct', { ...(await t.seen(id)), reason: '打错', approval: SUPERVISOR, changes: { validUntil: '2026-04-11' } })
    expect(await refusal(longer())).toMatchObject({ code: 'term-too-long', params: { until: '2026-04-10' } })
    expect(await refusal(correct(id, { papers: [] }))).toMatchObject({ code: 'papers-missing' })
    await t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature })
    expect(await refusal(correct(id, { trade: '木工' }))).toMatchObject({ code: 'wrong-state' })
  })
})
