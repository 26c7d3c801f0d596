import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agree, BOYUAN, DINGXIN, onPaper, openPasses, refusal, residentNumber, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

describe('12.R1–R7 an application becomes passes, money, a receipt and security\'s notice in one save', () => {
  test('12.R1 12.R5 12.F1 an identity card: deposit and fee as separate lines of one receipt, numbered, valid for its term', async () => {
    const saved = await t.apply('identity', { applicant: '陆文博', phone: '13911112222', tenderedFen: 10_000 })
    expect(saved).toMatchObject({ applicationNo: 'BZ26-000001', passes: [{ no: 'SF26-000001', holder: '工人1', state: 'ready', version: 1 }], receipts: [{ no: 'SJ26-000001' }], totalFen: 7000, changeFen: 3000 })
    const pass = await t.get(saved.passes[0]!.id)
    expect(pass).toMatchObject({
      kind: 'identity', state: 'ready', verdict: 'not-issued', company: BOYUAN, room: '1808', validFrom: '2026-03-12', validUntil: '2027-03-11', depositFen: 5000, feeFen: 2000, depositState: 'held', receiptNo: 'SJ26-000001',
      documentMasked: `110101********${residentNumber(1).slice(-4)}`, filed: false, application: { no: 'BZ26-000001', applicant: '陆文博', phoneMasked: '139****2222', count: 1 },
    })
    const [receipt] = await t.house.store.read<{ lines: string; total_fen: number; payer: string; record_id: number }>('SELECT lines, total_fen, payer, record_id FROM receipt')
    expect(JSON.parse(receipt!.lines)).toEqual([
      { name: '押金（退还时凭本收据）', quantityMilli: 1000, unit: '', unitPriceFen: 5000, amountFen: 5000 }, { name: '工本费', quantityMilli: 1000, unit: '', unitPriceFen: 2000, amountFen: 2000 },
    ])
    expect(receipt).toMatchObject({ total_fen: 7000, payer: BOYUAN, record_id: saved.passes[0]!.id })
    expect(await t.house.ledger.balances()).toMatchObject({ accounts: [{ account: 'cash', balanceFen: 7000 }, { account: 'deposit', balanceFen: -5000 }, { account: 'fee-income', balanceFen: -2000 }], unbalanced: [] })
    expect(await t.proof()).toEqual(agree(5000))
  })

  test('12.R7 security is told at once, on its screen and its printer, by numbers and not by names', async () => {
    const saved = await t.apply('construction', { company: DINGXIN, holders: await Promise.all([t.holder(), t.holder(), t.holder()]) })
    const { notices } = await t.get(saved.passes[2]!.id)
    expect(notices).toMatchObject([{ department: 'security', acknowledgedAt: null }])
    const [notice] = await t.house.notices.ofRecord('passes', saved.applicationId)
    expect(notice!.text).toBe(`新办证件，施工证 3 张，SZ26-000001 至 SZ26-000003，${DINGXIN}，1808室，有效至 2026-04-10`)
    const [slip] = (await t.slips()).filter(({ printer }) => printer === 'security')
    expect(slip!.title).toBe('证件告知单')
    expect(JSON.stringify(slip!.document)).toContain('SZ26-000001 至 SZ26-000003')
    expect(JSON.stringify(slip!.document)).not.toContain('工人')
  })

  test('12.R6 the receiver signs at once: handed out with the same save', async () => {
    const signature = await t.picture('signature')
    const { passes } = await t.apply('contractor', { company: '洁净保洁', signature: { by: '马珍', signatureId: signature }, holders: await Promise.all([t.holder(), t.holder()]) })
    expect(passes.map(({ state }) => state)).toEqual(['issued', 'issued'])
    for (const { id } of passes) expect(await t.get(id)).toMatchObject({ verdict: 'valid', receiver: { by: '马珍', signatureId: signature }, steps: [{ action: 'create', to: 'ready' }, { action: 'hand-out', to: 'issued' }] })
  })

  test('12.C4 forty workers on one receipt: a line of forty deposits and one of forty fees', async () => {
    const holders = await Promise.all(Array.from({ length: 40 }, () => t.holder()))
    const saved = await t.apply('construction', { holders, payment: 'transfer' })
    expect(saved.passes).toHaveLength(40)
    expect(saved.passes.at(-1)!.no).toBe('SZ26-000040')
    expect(saved).toMatchObject({ receipts: [{ no: 'SJ26-000001' }], totalFen: 40 * 11_000 })
    expect(await t.house.store.read('SELECT count(*) AS n, sum(amount_fen) AS fen, count(DISTINCT receipt_id) AS receipts FROM deposit')).toEqual([{ n: 40, fen: 400_000, receipts: 1 }])
    expect(await t.proof()).toEqual(agree(400_000))
  })

  test('12.C4 forty workers on forty receipts, cash given once', async () => {
    const holders = await Promise.all(Array.from({ length: 40 }, () => t.holder()))
    const saved = await t.apply('construction', { holders, receipts: 'each', tenderedFen: 450_000 })
    expect(saved.receipts.map(({ no }) => no)).toEqual(Array.from({ length: 40 }, (_, i) => `SJ26-${String(i + 1).padStart(6, '0')}`))
    expect(saved).toMatchObject({ totalFen: 440_000, changeFen: 10_000 })
    expect(await t.receiptNo(saved.passes[39]!.id)).toBe('SJ26-000040')
    expect(await t.proof()).toEqual(agree(400_000))
    expect(await refusal(t.apply('construction', { holders: [await t.holder(), await t.holder()], receipts: 'each', tenderedFen: 21_000 }))).toMatchObject({ code: 'tendered-too-little', params: { short: '¥10.00' } })
  })

  test('12.R5 what costs nothing has no receipt', async () => {
    const [kind] = await t.passes.kinds(undefined, t.call())
    await t.ask('saveKind', { ...kind!, depositFen: 0, feeFen: 0 }, 'supervisor')
    const saved = await t.apply('identity', { payment: null })
    expect(saved).toMatchObject({ receipts: [], totalFen: 0 })
    expect(await t.get(saved.passes[0]!.id)).toMatchObject({ depositState: 'none', receiptNo: '', receiptId: null })
    expect(await refusal(t.apply('temporary', { payment: null }))).toMatchObject({ code: 'invalid-input', field: 'payment' })
  })

  test('16.R3 what starts from a call takes company, room and number from it, and the two are linked', async () => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000007', at: 1, name: '陆文博', phone: '13911112222', company: BOYUAN, contactId: null, tenantId: 1, tenantName: BOYUAN, unitId: 1, room: '1808', place: '', matter: '' }) })
    const saved = await t.apply('identity', { from: { register: 'reception', id: 7 }, tenantId: null, holders: [await t.holder(), await t.holder()] })
    expect(await t.get(saved.passes[1]!.id)).toMatchObject({ company: BOYUAN, room: '1808', application: { applicant: '陆文博', phoneMasked: '139****2222' }, links: [{ register: 'reception', no: 'DJ26-000007', direction: 'from' }] })
    expect(await t.house.links.of('reception', 7)).toMatchObject([{ register: 'passes', recordId: saved.applicationId, no: 'BZ26-000001' }])
  })
})

describe('12.R1–R4 12.C3 papers by kind', () => {
  test('12.C3 a paper that is missing, or was not checked as it has to be, is named', async () => {
    const seen = (key: 'name-list' | 'id-copy' | 'licence-copy') => ({ key, checks: ['seen' as const] })
    expect(await refusal(t.apply('identity', { papers: [seen('name-list')] }))).toMatchObject({ code: 'papers-missing', params: { papers: '单位名单、身份证复印件', keys: 'name-list,id-copy' }, field: 'papers' })
    expect(await refusal(t.apply('temporary', { papers: [seen('licence-copy')] }))).toMatchObject({ code: 'papers-missing', params: { keys: 'licence-copy,introduction-letter' } })
    expect(await refusal(t.apply('identity', { papers: [{ key: 'name-list', checks: ['sealed'] }, seen('id-copy')] }))).toMatchObject({ code: 'not refused' })
  })

  test('12.R4 a contractor badge needs the sealed list and the ID copies, and a photo of each', async () => {
    const [list, copies] = [{ key: 'name-list', checks: ['sealed'] }, { key: 'id-copy', checks: ['seen'] }] as [{ key: 'name-list'; checks: ['sealed'] }, { key: 'id-copy'; checks: ['seen'] }]
    const asked = { company: '安泰电梯', papers: [list, copies] }
    expect(await refusal(t.apply('contractor', { ...asked, papers: [copies] }))).toMatchObject({ code: 'papers-missing', params: { keys: 'name-list' } })
    expect(await refusal(t.apply('contractor', { ...asked, papers: [{ ...list, checks: ['seen'] }, copies] }))).toMatchObject({ code: 'papers-missing', params: { keys: 'name-list' } })
    expect(await refusal(t.apply('contractor', { ...asked, holders: [{ ...(await t.holder()), photoId: null }] }))).toMatchObject({ code: 'photo-missing' })
    expect((await t.apply('contractor', asked)).passes).toMatchObject([{ no: 'XK26-000001' }])
  })

  test('P2 an ID card is seen and given back: no scan of it is asked for, and no column could hold one', async () => {
    const saved = await t.apply('identity', { papers: [{ key: 'name-list', checks: ['sealed'] }, { key: 'id-copy', checks: ['seen'] }] })
    expect((await t.get(saved.passes[0]!.id)).application.papers).toEqual([{ key: 'name-list', checks: ['sealed'], scanIds: [], note: '' }, { key: 'id-copy', checks: ['seen'], scanIds: [], note: '' }])
    const columns = await t.house.store.read<{ name: string }>(`SELECT name FROM pragma_table_info('pass') UNION SELECT name FROM pragma_table_info('pass_application')`)
    expect(columns.map(({ name }) => name).filter((name) => /pledge|held|kept|id_card/.test(name))).toEqual([])
  })

  test('12.R3 a construction pass needs a fit-out permit in force, of this contractor and this unit, and ends with it', async () => {
    const permit = await t.permitId()
    expect(await refusal(t.apply('construction', { fitOutPermitId: null }))).toMatchObject({ code: 'fit-out-permit-missing' })
    expect(await refusal(t.apply('construction', { company: '别家装饰' }))).toMatchObject({ code: 'fit-out-permit-missing', params: { no: 'XZ-018' } })
    expect(await refusal(t.apply('construction', { tenantId: 2, unitId: 2 }))).toMatchObject({ code: 'fit-out-permit-missing' })
    const short = await t.ask('saveFitOutPermit', { no: 'XZ-019', tenantId: 2, unitId: 2, contractor: DINGXIN, validFrom: '2026-03-01', validUntil: '2026-03-20', scanIds: [await t.picture('scan')] })
    const { passes: [pass] } = await t.apply('construction', { fitOutPermitId: short.id, tenantId: 2, unitId: 2 })
    expect(await t.get(pass!.id)).toMatchObject({ validUntil: '2026-03-20', company: DINGXIN, application: { fitOutPermit: { no: 'XZ-019', inForce: true } } })
    expect(await refusal(t.apply('construction', { fitOutPermitId: short.id, tenantId: 2, validUntil: '2026-03-21' }))).toMatchObject({ code: 'term-too-long', params: { until: '2026-03-20' } })
    await t.ask('endFitOutPermit', { id: permit, version: 1, reason: '停工' }, 'supervisor')
    expect(await refusal(t.apply('construction'))).toMatchObject({ code: 'fit-out-permit-missing', params: { no: 'XZ-018' } })
    expect((await t.ask('fitOutPermits', { inForce: true })).map(({ no }) => no)).toEqual(['XZ-019'])
  })

  test('12.R3 a permit\'s number is one permit\'s, its days are in order, the second of two people is told', async () => {
    const permit = await t.permitId()
    const input = { no: 'XZ-018', tenantId: 1, unitId: 1, contractor: DINGXIN, validFrom: '2026-01-01', validUntil: '2026-12-31' }
    expect(await refusal(t.ask('saveFitOutPermit', input))).toMatchObject({ code: 'duplicate-name' })
    expect(await refusal(t.ask('saveFitOutPermit', { ...input, no: 'XZ-020', validUntil: '2025-12-31' }))).toMatchObject({ code: 'end-before-start' })
    expect(await t.ask('saveFitOutPermit', { ...input, id: permit, version: 1, validUntil: '2027-01-31' })).toMatchObject({ validUntil: '2027-01-31', version: 2, chiefPhoneMasked: '137****9999' })
    expect(await refusal(t.ask('saveFitOutPermit', { ...input, id: permit, version: 1 }))).toMatchObject({ code: 'stale' })
  })
})

describe('12.R1 P1 what a holder is refused for', () => {
  const apply = async (holder: Parameters<typeof t.holder>[0]) => refusal(t.apply('identity', { holders: [await t.holder(), await t.holder(holder)] }))

  test('P1 an ID number with a wrong check digit, at its line', async () => {
    const number = residentNumber(900)
    const wrong = number.slice(0, 17) + (number.endsWith('0') ? '1' : '0')
    expect(await apply({ documentNumber: wrong })).toMatchObject({ code: 'invalid-document-number', params: { fault: 'number.check-digit' }, field: 'holders.1' })
    expect(await apply({ documentNumber: '' })).toMatchObject({ code: 'document-required' })
  })

  test('12.R3 one who is too young on the day, and nobody whose birthday it is', async () => {
    const permitted = async (birth: string) => refusal(t.apply('construction', { holders: [await t.holder({ name: '小郭', documentNumber: residentNumber(901, birth) })] }))
    expect(await permitted('20080313')).toMatchObject({ code: 'under-age', params: { name: '小郭', age: 18 } })
    expect(await permitted('20080312')).toMatchObject({ code: 'not refused' })
  })

  test('12.R1 one on the deny list, by number whatever the name, and by name where no number tells them apart', async () => {
    const { vault } = t.house.store
    await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO deny (name, name_folded, document_hash, document_masked, phone_masked, reason, at, by) VALUES ('孙立诚', '孙立诚', ?, '', '', '冒名', 1, '韩雪')`, [vault.hash('document', residentNumber(902))]))
    expect(await apply({ name: '孙某', documentNumber: residentNumber(902) })).toMatchObject({ code: 'denied-holder', params: { name: '孙某' } })
    expect(await apply({ name: '孙 立诚', documentNumber: residentNumber(903) })).toMatchObject({ code: 'not refused' })
    expect(await refusal(t.apply('temporary', { holders: [{ name: '孙立诚', documentNumber: '' }] }))).toMatchObject({ code: 'denied-holder' })
  })

  test('12.C4 one who has a pass of this kind for this company, until it is given back; not one of another company', async () => {
    const holder = await t.holder({ name: '卓一鸣' })
    const id = await t.issued('identity', { holders: [holder] })
    const again = async () => ({ ...holder, photoId: await t.picture() })
    expect(await apply(await again())).toMatchObject({ code: 'pass-in-force', params: { name: '卓一鸣', no: 'SF26-000001' } })
    expect(await refusal(t.apply('identity', { tenantId: 2, holders: [await again()] }))).toMatchObject({ code: 'not refused' })
    expect(await refusal(t.apply('contractor', { holders: [await again()] }))).toMatchObject({ code: 'not refused' })
    await t.ask('return', { passes: await t.all([id]), receiptNos: [await t.receiptNo(id)], signature: onPaper('卓一鸣') })
    expect(await apply(await again())).toMatchObject({ code: 'not refused' })
  })

  test('12.C2 the same person twice in the list, and one without a photo', async () => {
    const holder = await t.holder()
    expect(await refusal(t.apply('identity', { holders: [holder, { ...holder, name: '另名' }] }))).toMatchObject({ code: 'duplicate-holder', field: 'holders.1' })
    expect(await apply({ photoId: null })).toMatchObject({ code: 'photo-missing' })
    expect(await refusal(t.apply('temporary', { holders: [{ name: '夏雨', documentNumber: '' }] }))).toMatchObject({ code: 'not refused' })
  })

  test('12.C2 all of it is told while the list is being written', async () => {
    await t.issued('identity', { holders: [await t.holder({ name: '卓一鸣', documentNumber: residentNumber(904) })] })
    const found = await t.ask('check', { kind: 'identity', tenantId: 1, holders: [
      { name: '卓一鸣', documentNumber: residentNumber(904) }, { name: '', documentNumber: '123' }, { name: '小郭', documentNumber: residentNumber(905, '20150101'), photoId: 1 }, { name: '小郭二', documentNumber: residentNumber(905, '20150101'), photoId: 1 },
    ] })
    expect(found.map(({ index, code, no }) => [index, code, no])).toEqual([
      [0, 'pass-in-force', 'SF26-000001'], [0, 'photo-missing', null], [1, 'invalid-document-number', null], [1, 'photo-missing', null], [2, 'under-age', null], [3, 'under-age', null], [3, 'duplicate-holder', null],
    ])
  })
})

describe('12.R5 what a kind costs and asks for', () => {
  test('M1 more than ten thousand yuan is a slip of the hand', async () => {
    const [kind] = await t.passes.kinds(undefined, t.call())
    expect(await refusal(t.ask('saveKind', { ...kind!, depositFen: 1_000_001 }, 'supervisor'))).toMatchObject({ code: 'amount-too-large', params: { amount: '¥10,000.01', limit: '¥10,000.00' }, field: 'depositFen' })
    expect((await t.ask('saveKind', { ...kind!, depositFen: 1_000_000 }, 'supervisor')).version).toBe(2)
    expect(await refusal(t.ask('saveKind', kind!, 'supervisor'))).toMatchObject({ code: 'stale' })
  })

  test('12.R5 passes that were issued keep what they cost', async () => {
    const id = await t.issued()
    const [kind] = await t.passes.kinds(undefined, t.call())
    await t.ask('saveKind', { ...kind!, depositFen: 9_900, termDays: 10 }, 'supervisor')
    expect(await t.get(id)).toMatchObject({ depositFen: 5000, validUntil: '2027-03-11' })
    expect(await t.get(await t.issued())).toMatchObject({ depositFen: 9900, validUntil: '2026-03-21' })
  })
})

test('M2 12.C4 a save that fails leaves no number, no row, no posting, no slip, and the picture free', async () => {
  const photo = await t.picture()
  const holders = [await t.holder({ photoId: photo }), await t.holder()]
  // The receiver's signature is looked for last, when everything else is written.
  expect(await refusal(t.apply('identity', { holders, signature: { by: '马珍', signatureId: 9999 } }))).toMatchObject({ code: 'not-found' })
  for (const table of ['pass', 'pass_application', 'receipt', 'journal', 'posting', 'deposit', 'notice', 'print_job', 'step']) expect(await t.house.store.read(`SELECT 1 FROM ${table}`), table).toEqual([])
  const saved = await t.apply('identity', { holders })
  expect(saved).toMatchObject({ applicationNo: 'BZ26-000001', passes: [{ no: 'SF26-000001' }, { no: 'SF26-000002' }], receipts: [{ no: 'SJ26-000001' }] })
})

test('P3 a special-operation certificate that bears the ID number stands masked; audit chain and rows hold no number in clear', async () => {
  const number = residentNumber(906)
  const { passes: [pass] } = await t.apply('construction', { phone: '13911112222', holders: [await t.holder({ documentNumber: number, specialCertificate: `T${number}` })] })
  expect((await t.get(pass!.id)).specialCertificate).toBe(`T110101********${number.slice(-4)}`)
  const text = JSON.stringify([await t.house.store.read('SELECT detail FROM audit'), await t.house.store.read('SELECT special_certificate, document_masked FROM pass'), await t.house.store.read('SELECT phone_masked FROM pass_application'), await t.house.store.read('SELECT document FROM print_job')])
  expect(text).not.toContain(number)
  expect(text).not.toContain('13911112222')
  expect(await t.ask('reveal', { id: pass!.id, field: 'documentNumber' })).toEqual({ value: number })
  expect(await t.ask('reveal', { id: pass!.id, field: 'phone' })).toEqual({ value: '13911112222' })
  expect(await t.house.store.read(`SELECT actor, detail FROM audit WHERE action = 'reveal' ORDER BY id`)).toEqual([{ actor: '周晓岚', detail: '{"field":"documentNumber"}' }, { actor: '周晓岚', detail: '{"field":"phone"}' }])
})
