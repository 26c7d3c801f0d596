import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agree, DINGXIN, onPaper, openPasses, refusal, residentNumber, SUPERVISOR, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

const signature = onPaper('卓一鸣')
const at = (day: string): void => { t.clock.set(new Date(`${day}T10:00:00`).getTime()) }
const deny = (name: string, number: string) => t.house.store.write(t.call().scope, (tx) =>
  tx.query(`INSERT INTO deny (name, name_folded, document_hash, document_masked, phone_masked, reason, at, by) VALUES (?, ?, ?, '', '', '偷窃', 1, '韩雪')`, [name, name, t.house.store.vault.hash('document', number)]))
const renewal = async (id: number) => ({ passes: [{ ...(await t.seen(id)), photoId: await t.picture() }], payment: 'cash' as const })

describe('12.R1 one who came on the deny list after the application', () => {
  test('12.R1 12.R6 12.R8 is handed nothing, renews nothing, and the scan of the pass says so', async () => {
    const number = residentNumber(700)
    const { passes: [ready] } = await t.apply('identity', { validUntil: '2026-04-01', holders: [await t.holder({ name: '孙立诚', documentNumber: number })] })
    const issued = await t.issued('contractor', { company: '洁净保洁', validUntil: '2026-04-01', holders: [await t.holder({ name: '孙立诚', documentNumber: number })] })
    expect(await t.ask('find', { code: 'XK26-000001' })).toMatchObject({ verdict: 'valid', denied: false })
    await deny('孙立诚', number)
    expect(await refusal(t.ask('handOut', { passes: [await t.seen(ready!.id)], signature }))).toMatchObject({ code: 'denied-holder', params: { name: '孙立诚' } })
    expect(await refusal(t.ask('renew', await renewal(issued)))).toMatchObject({ code: 'denied-holder' })
    expect(await t.ask('find', { code: 'XK26-000001' })).toMatchObject({ denied: true })
    expect(await t.get(issued)).toMatchObject({ state: 'issued', denied: true })
    expect(await t.proof()).toEqual(agree(10_000))
    // It comes back all the same.
    expect(await t.ask('return', { passes: [await t.seen(issued)], receiptNos: ['SJ26-000002'], signature })).toMatchObject({ refundFen: 5000 })
  })
})

describe('12.C3 papers that are kept', () => {
  test('12.C3 what is ticked as kept needs its scan; the ID copy never does (P2)', async () => {
    const papers = (scanIds: number[]) => [{ key: 'name-list' as const, checks: ['sealed' as const, 'stored' as const], scanIds }, { key: 'id-copy' as const, checks: ['seen' as const, 'stored' as const] }]
    expect(await refusal(t.apply('identity', { papers: papers([]) }))).toMatchObject({ code: 'scan-missing', params: { papers: '单位名单' }, field: 'papers' })
    // Nobody but the store says that a paper is kept from before.
    expect(await refusal(t.apply('identity', { papers: papers([]).map((paper) => ({ ...paper, keptFrom: 'BZ25-000001' })) }))).toMatchObject({ code: 'scan-missing' })
    const scan = await t.picture('scan')
    const { passes: [pass] } = await t.apply('identity', { papers: papers([scan]) })
    expect((await t.get(pass!.id)).application.papers[0]).toEqual({ key: 'name-list', checks: ['sealed', 'stored'], scanIds: [scan], note: '' })
  })

  test('12.C3 a kind that asks for a kept paper is not served by a tick', async () => {
    const [kind] = await t.passes.kinds(undefined, t.call())
    await t.ask('saveKind', { ...kind!, papers: [{ key: 'name-list', check: 'stored', required: true }] }, 'supervisor')
    expect(await refusal(t.apply('identity', { papers: [{ key: 'name-list', checks: ['sealed'] }] }))).toMatchObject({ code: 'papers-missing' })
    expect(await refusal(t.apply('identity', { papers: [{ key: 'name-list', checks: ['stored'] }] }))).toMatchObject({ code: 'scan-missing' })
    expect(await refusal(t.apply('identity', { papers: [{ key: 'name-list', checks: ['stored'], scanIds: [await t.picture('scan')] }] }))).toMatchObject({ code: 'not refused' })
  })

  test('12.R8 12.C3 a renewal keeps papers and scans of the application it goes on, and says of which; what is brought anew has a scan of its own', async () => {
    const scan = await t.picture('scan')
    const id = await t.issued('identity', { validUntil: '2026-04-01', papers: [{ key: 'name-list', checks: ['sealed', 'stored'], scanIds: [scan] }, { key: 'id-copy', checks: ['seen'] }] })
    const { passes: [second] } = await t.ask('renew', { ...(await renewal(id)), validUntil: '2026-04-05', signature, papers: [{ key: 'id-copy', checks: ['seen'] }] })
    expect((await t.get(second!.id)).application.papers).toEqual([{ key: 'id-copy', checks: ['seen'], scanIds: [], note: '' }, { key: 'name-list', checks: ['sealed', 'stored'], scanIds: [scan], note: '', keptFrom: 'BZ26-000001' }])
    expect(await refusal(t.ask('renew', { ...(await renewal(second!.id)), papers: [{ key: 'name-list', checks: ['stored'] }] }))).toMatchObject({ code: 'scan-missing' })
    const { passes: [third] } = await t.ask('renew', { ...(await renewal(second!.id)), validUntil: '2026-04-06' })
    expect((await t.get(third!.id)).application.papers).toMatchObject([{ key: 'id-copy', keptFrom: 'BZ26-000002' }, { key: 'name-list', keptFrom: 'BZ26-000001', scanIds: [scan] }])
    await t.ask('reprint', { id: third!.id, what: 'procedure' })
    expect(JSON.stringify((await t.slips()).at(-1)!.document)).toContain('单位名单（盖章、存档，沿用 BZ26-000001）')
  })
})

describe('12.R9 12.C2 what a correction may not do alone', () => {
  const correct = async (id: number, changes: Parameters<typeof t.ask<'correct'>>[1]['changes'], approval: typeof SUPERVISOR | null = null) => t.ask('correct', { ...(await t.seen(id)), reason: '打错', approval, changes })

  test('12.R9 a longer time for a pass that is out is a supervisor\'s, even one that ended; a shorter one, or one at the desk, is the desk\'s', async () => {
    const id = await t.issued('construction', { validUntil: '2026-03-14' })
    at('2026-03-16')
    expect(await refusal(correct(id, { validUntil: '2026-04-10' }))).toMatchObject({ code: 'approval-needed' })
    expect(await refusal(correct(id, { validUntil: '2026-04-10' }, { ...SUPERVISOR, pin: '111111' }))).toMatchObject({ code: 'wrong-pin' })
    expect((await t.get(id)).verdict).toBe('expired')
    await correct(id, { validUntil: '2026-04-10' }, SUPERVISOR)
    expect(await t.get(id)).toMatchObject({ verdict: 'valid', validUntil: '2026-04-10' })
    const [line] = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'correct'`)
    expect(JSON.parse(line!.detail)).toMatchObject({ approvedBy: '韩雪', changes: [{ field: 'validUntil', from: '2026-03-14', to: '2026-04-10' }] })
    expect(await refusal(correct(id, { validUntil: '2026-04-01' }))).toMatchObject({ code: 'not refused' })
    const { passes: [ready] } = await t.apply('identity', { validUntil: '2026-03-20' })
    expect(await refusal(correct(ready!.id, { validUntil: '2026-03-25' }))).toMatchObject({ code: 'not refused' })
    expect(await refusal(correct(ready!.id, { validUntil: '2026-11-31' }))).toMatchObject({ code: 'invalid-input', field: 'validUntil' })
  })

  test('P1 12.C2 another number is a supervisor\'s; it is checked like the first, found by, and masked in the history', async () => {
    const [was, is] = [residentNumber(710), residentNumber(711)]
    const id = await t.issued('identity', { holders: [await t.holder({ name: '何立', documentNumber: was })] })
    await t.issued('identity', { holders: [await t.holder({ name: '何丽', documentNumber: residentNumber(712) })] })
    const other = (documentNumber: string, approval: typeof SUPERVISOR | null = SUPERVISOR) => correct(id, { documentNumber }, approval)
    expect(await refusal(other(is, null))).toMatchObject({ code: 'approval-needed' })
    expect(await refusal(other(was.slice(0, 17) + (was.endsWith('0') ? '1' : '0')))).toMatchObject({ code: 'invalid-document-number', field: 'holder' })
    expect(await refusal(other(residentNumber(712)))).toMatchObject({ code: 'pass-in-force', params: { no: 'SF26-000002' } })
    expect(await other(is)).toMatchObject({ documentMasked: `110101********${is.slice(-4)}`, history: expect.arrayContaining([expect.objectContaining({ action: 'correct', changes: [{ field: 'documentNumber', from: `110101********${was.slice(-4)}`, to: `110101********${is.slice(-4)}` }] })]) as unknown })
    expect((await t.ask('list', { filter: { search: is } })).rows.map(({ no }) => no)).toEqual(['SF26-000001'])
    expect(await t.ask('reveal', { id, field: 'documentNumber' }, 'supervisor')).toEqual({ value: is })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain(is)
  })

  test('M1 the ledger of deposits calls the holder as the pass does', async () => {
    const id = await t.issued('identity', { holders: [await t.holder({ name: '何立' })] })
    await correct(id, { holder: '何丽' })
    expect(await t.house.store.read('SELECT holder FROM deposit')).toEqual([{ holder: '何丽' }])
  })
})

describe('12.R10 whom a replacement is for', () => {
  test('12.R10 the lost pass\'s holder and company, and one pass for it', async () => {
    const holder = await t.holder({ name: '何立' })
    const id = await t.issued('identity', { holders: [holder] })
    await t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '地铁', declaredBy: '何立', signature })
    const replace = async (input: Partial<typeof holder>, tenantId = 1) => refusal(t.apply('identity', { tenantId, holders: [{ ...holder, photoId: await t.picture(), replaces: id, ...input }] }))
    expect(await replace({ name: '钱多', documentNumber: residentNumber(720) })).toMatchObject({ code: 'not-the-holder', params: { no: 'SF26-000001' }, field: 'holders.0' })
    expect(await replace({}, 2)).toMatchObject({ code: 'not-the-holder' })
    expect(await replace({})).toMatchObject({ code: 'not refused' })
    // Known by the name alone: a second line may have a number.
    const nameless = await t.issued('temporary', { company: '清泉送水', tenantId: null, holders: [{ name: '夏雨', documentNumber: '' }] })
    await t.ask('lose', { ...(await t.seen(nameless)), lostOn: '2026-03-12', lostWhere: '地铁', declaredBy: '夏雨', signature })
    const lines = [{ name: '夏雨', documentNumber: '', replaces: nameless }, { name: '夏雨', documentNumber: residentNumber(721), replaces: nameless }]
    expect(await refusal(t.apply('temporary', { company: '清泉送水', tenantId: null, holders: lines }))).toMatchObject({ code: 'duplicate-holder', field: 'holders.1' })
    expect(await t.proof()).toEqual(agree(5000))
  })

  test('12.C4 a company typed with other brackets is the same one', async () => {
    const holder = await t.holder()
    await t.issued('contractor', { tenantId: null, company: '洁净（北京）保洁', holders: [holder] })
    const again = async (company: string) => refusal(t.apply('contractor', { tenantId: null, company, holders: [{ ...holder, photoId: await t.picture() }] }))
    expect(await again('洁净(北京)保洁 ')).toMatchObject({ code: 'pass-in-force' })
    expect(await again('洁净保洁')).toMatchObject({ code: 'not refused' })
  })
})

describe('12.R11 what comes back', () => {
  test('12.R11 12.C4 a batch with a receipt for each is returned together against all of them; one that is not among them is named', async () => {
    const { passes, receipts } = await t.apply('construction', { receipts: 'each', holders: await Promise.all([t.holder(), t.holder(), t.holder()]), signature })
    const nos = receipts.map(({ no }) => no)
    const back = async (receiptNos: string[], more: object = {}) => t.ask('return', { passes: await t.all(passes.map(({ id }) => id)), receiptNos, signature, ...more })
    expect(await refusal(back(nos.slice(0, 2)))).toMatchObject({ code: 'receipt-mismatch', params: { no: 'SZ26-000003' } })
    expect(await t.proof()).toEqual(agree(30_000))
    // The last one is lost: a supervisor agrees to that one only.
    expect(await refusal(back(nos.slice(0, 2), { receiptLost: '搬家时遗失' }))).toMatchObject({ code: 'approval-needed' })
    expect(await back(nos.slice(0, 2), { receiptLost: '搬家时遗失', approval: SUPERVISOR })).toMatchObject({ refundNo: 'TK26-000001', refundFen: 30_000 })
    expect(await t.house.store.read('SELECT reason FROM deposit ORDER BY id')).toEqual([{ reason: '' }, { reason: '' }, { reason: '收据遗失：搬家时遗失（韩雪）' }])
    expect(await t.proof()).toEqual(agree(0))
  })

  test('12.R11 M1 one that nobody fetches is given up: its deposit goes back, its fee stays, though the other is out', async () => {
    const { passes: [out, left] } = await t.apply('identity', { holders: [await t.holder(), await t.holder()] })
    await t.ask('handOut', { passes: [await t.seen(out!.id)], signature })
    expect(await t.ask('return', { passes: [await t.seen(left!.id)], receiptNos: ['SJ26-000001'], signature })).toMatchObject({ refundFen: 5000 })
    expect(await t.get(left!.id)).toMatchObject({ state: 'returned', verdict: 'void', issuedAt: null, receiver: null })
    expect(await t.proof()).toEqual(agree(5000))
    expect((await t.ask('incomplete', { from: '2026-03-01', to: '2026-03-31' })).find(({ id }) => id === left!.id)!.missing).not.toContain('receiver-signature')
  })

  test('12.R6 one that ran out at the desk is not handed out', async () => {
    const { passes: [pass] } = await t.apply('identity', { validUntil: '2026-03-13' })
    at('2026-03-14')
    expect(await refusal(t.ask('handOut', { passes: [await t.seen(pass!.id)], signature }))).toMatchObject({ code: 'pass-expired', params: { no: 'SF26-000001', until: '2026-03-13' } })
  })
})

describe('12.F3 what the procedure says', () => {
  const printed = async () => {
    await t.ask('printRegister', { form: 'procedure', from: '2026-03-01', until: '2026-12-31', to: 'printer' })
    return [...t.pages.at(-1)!.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].slice(1).map(([, row]) => [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.trim()))
  }
  const slip = async (id: number): Promise<string> => {
    await t.ask('reprint', { id, what: 'procedure' })
    return JSON.stringify((await t.slips()).at(-1)!.document)
  }

  test('12.F3 M1 a renewal took no deposit; what was refunded stands with its amount', async () => {
    const id = await t.issued('identity', { validUntil: '2026-04-01' })
    const { passes: [next] } = await t.ask('renew', { ...(await renewal(id)), signature })
    expect(await slip(next!.id)).not.toContain('￥50.00')
    expect((await printed()).map((cells) => [cells[0], cells[5], cells[6]])).toEqual([['BZ26-000001', '50.00', '20.00'], ['BZ26-000002', '', '20.00']])
    await t.ask('return', { passes: [await t.seen(next!.id)], receiptNos: ['SJ26-000001'], signature })
    expect(await slip(next!.id)).toContain('TK26-000001　￥50.00')
    expect((await printed())[1]![12]).toBe('TK26-000001 50.00')
  })

  test('12.F3 12.C4 a void pass and its void receipt count for nothing; one lost and one returned end on the day of return', async () => {
    const { passes, receipts } = await t.apply('construction', { receipts: 'each', holders: await Promise.all([t.holder(), t.holder(), t.holder()]) })
    await t.voidReceipt(receipts[0]!.id)
    const [, lost, back] = passes.map(({ id }) => id)
    expect((await printed())[0]!.slice(3, 8)).toEqual(['2', expect.any(String), '200.00', '20.00', 'SJ26-000002,SJ26-000003'])
    await t.ask('handOut', { passes: await t.all([lost!, back!]), signature })
    await t.ask('lose', { ...(await t.seen(lost!)), lostOn: '2026-03-12', lostWhere: '地铁', declaredBy: '卓', signature })
    expect((await printed())[0]![11]).toBe('')
    at('2026-03-15')
    await t.ask('return', { passes: [await t.seen(back!)], receiptNos: ['SJ26-000003'], signature })
    expect((await printed())[0]!.slice(11, 13)).toEqual(['2026-03-15', 'TK26-000001 100.00'])
    expect(await slip(back!)).toMatch(/退证日期[^}]*2026-03-15/)
  })
})

describe('12.R3 age, permit and term', () => {
  test('12.R3 a passport does not tell the age: it is asked, looked at, and not kept', async () => {
    const apply = async (birth: string | null) => refusal(t.apply('construction', { holders: [await t.holder({ name: 'Ivan', documentKind: 'passport', documentNumber: 'E12345678', birth })] }))
    expect(await apply(null)).toMatchObject({ code: 'birth-needed', params: { name: 'Ivan' }, field: 'holders.0' })
    expect(await apply('2008-03-13')).toMatchObject({ code: 'under-age' })
    expect(await apply('2026-02-30')).toMatchObject({ code: 'birth-needed' })
    expect(await apply('2008-03-12')).toMatchObject({ code: 'not refused' })
  })

  test('12.R3 a day the calendar has not is no term', async () => {
    expect(await refusal(t.apply('identity', { validUntil: '2026-11-31' }))).toMatchObject({ code: 'invalid-input', field: 'validUntil' })
    const id = await t.issued('identity', { validUntil: '2026-04-01' })
    expect(await refusal(t.ask('renew', { ...(await renewal(id)), validUntil: '2026-11-31' }))).toMatchObject({ code: 'invalid-input', field: 'validUntil' })
  })

  test('12.R3 a permit has its scan, and keeps its contractor while passes hang on it; it tells which those are', async () => {
    const input = { no: 'XZ-019', tenantId: 1, unitId: 1, contractor: DINGXIN, validFrom: '2026-01-01', validUntil: '2026-12-31' }
    expect(await refusal(t.ask('saveFitOutPermit', input))).toMatchObject({ code: 'scan-missing', field: 'scanIds' })
    const permit = await t.ask('saveFitOutPermit', { ...input, scanIds: [await t.picture('scan')] })
    const id = await t.issued('construction', { fitOutPermitId: permit.id })
    const change = (more: object, version: number) => t.ask('saveFitOutPermit', { ...input, ...more, id: permit.id, version })
    expect(await refusal(change({ contractor: '别家装饰' }, 1))).toMatchObject({ code: 'permit-in-use', params: { no: 'XZ-019', n: 1 }, field: 'contractor' })
    expect(await change({ validUntil: '2026-03-20' }, 1)).toMatchObject({ validUntil: '2026-03-20', open: [{ id, no: 'SZ26-000001', validUntil: '2026-04-10' }] })
    await t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature })
    expect(await change({ contractor: '别家装饰' }, 2)).toMatchObject({ contractor: '别家装饰', open: [] })
  })

  test('12.R3 12.R8 a renewal goes on under the permit that came after; passes of two permits are not renewed as one', async () => {
    const scans = async () => [await t.picture('scan')]
    const permit = async (no: string, more: object = {}) => (await t.ask('saveFitOutPermit', { no, tenantId: 1, unitId: 1, contractor: DINGXIN, validFrom: '2026-01-01', validUntil: '2026-04-05', scanIds: await scans(), ...more })).id
    const [first, other] = [await permit('XZ-1'), await permit('XZ-2', { validUntil: '2026-12-31' })]
    const [a, b] = [await t.issued('construction', { fitOutPermitId: first }), await t.issued('construction', { fitOutPermitId: other, validUntil: '2026-04-05' })]
    const both = { passes: await Promise.all([a, b].map(async (id) => ({ ...(await t.seen(id)), photoId: await t.picture() }))), payment: 'cash' as const }
    expect(await refusal(t.ask('renew', both))).toMatchObject({ code: 'invalid-input', field: 'passes' })
    await t.ask('endFitOutPermit', { id: first, version: 1, reason: '换证' }, 'supervisor')
    expect(await refusal(t.ask('renew', await renewal(a)))).toMatchObject({ code: 'fit-out-permit-missing' })
    expect(await refusal(t.ask('renew', { ...(await renewal(a)), fitOutPermitId: await permit('XZ-3', { contractor: '别家装饰' }) }))).toMatchObject({ code: 'fit-out-permit-missing' })
    const { passes: [next] } = await t.ask('renew', { ...(await renewal(a)), fitOutPermitId: other, signature })
    expect(await t.get(next!.id)).toMatchObject({ validUntil: '2026-05-05', application: { fitOutPermit: { no: 'XZ-2', inForce: true } } })
  })
})
