import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onPaper, openKeys, refusal, refused, type TestKeys } from './testing'

let t: TestKeys
beforeEach(async () => { t = await openKeys() })
afterEach(() => t.close())

const request = (input = {}) => t.ask('requestCutting', { keyId: t.door.id, count: 2, reason: '新增两名员工', applicant: '陆文博', ...input })

describe('11.R7 a key is cut for a stated reason and with step-by-step approval', () => {
  test('11.R7 11.C4 asked for, checked, approved by another person, cut, and hung on its hook: owned grows', async () => {
    const { id, no } = await request()
    expect(no).toBe('PK26-000001')
    await t.step('checkCutting', id, { agreed: true }, 'supervisor')
    await t.step('approveCutting', id, { agreed: true }, 'administrator')
    await t.step('cut', id, { by: '老街锁店' })
    expect(await t.key(t.door.id)).toMatchObject({ owned: 3 })
    const done = await t.step('registerCut', id, {})
    expect(done).toMatchObject({ state: 'registered', keyNo: 'A-34', checkedBy: '韩雪', approvedBy: '林涛', cutBy: '老街锁店', requestedBy: '周晓岚', room: '1808' })
    expect(done.steps.map(({ action, actor }) => `${action} ${actor}`)).toEqual(['request 周晓岚', 'check 韩雪', 'approve 林涛', 'cut 周晓岚', 'register 周晓岚'])
    expect(await t.key(t.door.id)).toMatchObject({ owned: 5 })
    expect(await t.sums()).toMatchObject({ owned: 6, agree: true })
    expect(await t.auditText(id)).not.toMatch(/陆文博|新增两名员工/)
  })

  test('11.C5 nothing is cut or registered before it is approved, nor twice', async () => {
    const { id } = await request()
    expect(await refusal(t.step('cut', id, { by: '锁店' }))).toBe('step-skipped')
    expect(await refusal(t.step('registerCut', id, {}))).toBe('step-skipped')
    expect(await refusal(t.step('approveCutting', id, { agreed: true }, 'administrator'))).toBe('step-skipped')
    await t.step('checkCutting', id, { agreed: true }, 'supervisor')
    expect(await refusal(t.step('cut', id, { by: '锁店' }))).toBe('step-skipped')
    await t.step('approveCutting', id, { agreed: true }, 'administrator')
    await t.step('cut', id, { by: '锁店' })
    await t.step('registerCut', id, {})
    expect(await refusal(t.step('registerCut', id, {}))).toBe('wrong-state')
    expect(await refusal(t.step('voidCutting', id, { reason: '不要了' }))).toBe('wrong-state')
    expect(await t.key(t.door.id)).toMatchObject({ owned: 5 })
  })

  test('11.R7 who checked does not approve; who is second at a step is told', async () => {
    const { id, version } = await request()
    await t.step('checkCutting', id, { agreed: true }, 'administrator')
    expect(await refused(t.step('approveCutting', id, { agreed: true }, 'administrator'))).toMatchObject({ code: 'same-approver', params: { name: '林涛' } })
    expect(await refused(t.ask('checkCutting', { id, version, agreed: true }, 'supervisor'))).toMatchObject({ code: 'order-taken', params: { by: '林涛' } })
    expect((await t.ask('cuttings', {}))[0]).toMatchObject({ state: 'checked', approvedAt: null })
  })

  test('11.R7 refused with its reason, by either; void with its reason', async () => {
    const { id } = await request()
    expect(await refusal(t.step('checkCutting', id, { agreed: false }, 'supervisor'))).toBe('reason-required')
    expect(await t.step('checkCutting', id, { agreed: false, reason: '先查去向' }, 'supervisor')).toMatchObject({ state: 'refused', refusedReason: '先查去向', checkedBy: '' })
    const second = await request()
    await t.step('checkCutting', second.id, { agreed: true }, 'supervisor')
    expect(await t.step('approveCutting', second.id, { agreed: false, reason: '一把够了' }, 'administrator')).toMatchObject({ state: 'refused', approvedBy: '' })
    const third = await request()
    await t.step('voidCutting', third.id, { reason: '写错' })
    expect(await t.ask('cuttings', {})).toEqual([])
    expect((await t.ask('cuttings', { open: false })).map(({ state }) => state)).toEqual(['void', 'refused', 'refused'])
    expect(await t.key(t.door.id)).toMatchObject({ owned: 3 })
  })

  test('11.R7 a key of no hook gets one when it comes back, not a taken one', async () => {
    expect(await refusal(request({ keyId: null, name: '' }))).toBe('name-required')
    const { id } = await request({ keyId: null, unitId: 2, name: '仓库门', type: 'door' })
    await t.step('checkCutting', id, { agreed: true }, 'supervisor')
    await t.step('approveCutting', id, { agreed: true }, 'administrator')
    await t.step('cut', id, { by: '锁店' })
    expect(await refused(t.step('registerCut', id, {}))).toMatchObject({ code: 'invalid-input', field: 'board' })
    expect(await refused(t.step('registerCut', id, { board: 'a', hook: 34 }))).toMatchObject({ code: 'hook-taken', params: { no: 'A-34' } })
    expect(await t.step('registerCut', id, { board: 'a', hook: 40 })).toMatchObject({ keyNo: 'A-40' })
    expect(await t.ask('find', { code: 'QT1:key:A-40' })).toMatchObject({ name: '仓库门', owned: 2, room: '0603', unitId: 2 })
  })
})

describe('11.R9 count and labels are checked periodically', () => {
  const count = (found: number, explanation = '', plant = 1) => t.ask('saveStocktake', { board: 'a', lines: [{ keyId: t.door.id, found, explanation }, { keyId: t.plant.id, found: plant, labelOk: false }] })

  test('11.R9 11.R8 counted against what should hang there; a supervisor other than the counter checks it', async () => {
    await t.lend({ count: 1 })
    const taken = await count(2)
    expect(taken).toMatchObject({ no: 'PD26-000001', board: 'A', counted: 3, expected: 3, difference: 0, by: '周晓岚', checkedAt: null, lines: [{ no: 'A-34', expected: 2, found: 2 }, { no: 'A-35', labelOk: false }] })
    expect(await t.step('checkStocktake', taken.id, {}, 'supervisor')).toMatchObject({ checkedBy: '韩雪' })
    expect(await refusal(t.step('checkStocktake', taken.id, {}, 'supervisor'))).toBe('wrong-state')
    expect(await refused(t.ask('checkStocktake', { id: taken.id, version: taken.version }, 'administrator'))).toMatchObject({ code: 'order-taken', params: { by: '韩雪' } })
    expect(await t.sums()).toMatchObject({ here: 3, out: 1, owned: 4, agree: true, lastStocktake: { by: '周晓岚', checkedBy: '韩雪', difference: 0 } })
  })

  test('11.R9 a difference needs its explanation, a hook nobody counted too; nothing is saved without', async () => {
    expect(await refused(count(2))).toMatchObject({ code: 'difference-unexplained', params: { no: 'A-34', expected: 3, found: 2 } })
    expect(await refused(t.ask('saveStocktake', { board: 'A', lines: [{ keyId: t.door.id, found: 3 }] }))).toMatchObject({ code: 'difference-unexplained', params: { no: 'A-35', expected: 1, found: 0 } })
    expect(await refusal(t.ask('saveStocktake', { board: 'B', lines: [{ keyId: t.door.id, found: 3 }] }))).toBe('not-found')
    expect(await t.count('stocktake')).toBe(0)
    expect(await count(2, '昨夜工程借去未登记')).toMatchObject({ no: 'PD26-000001', difference: -1, lines: [{ explanation: '昨夜工程借去未登记' }, {}] })
  })

  test('11.R9 who counted does not check', async () => {
    const taken = await t.ask('saveStocktake', { board: 'A', lines: [{ keyId: t.door.id, found: 3 }, { keyId: t.plant.id, found: 1 }] }, 'supervisor')
    expect(await refused(t.step('checkStocktake', taken.id, {}, 'supervisor'))).toMatchObject({ code: 'same-approver', params: { name: '韩雪' } })
  })
})

describe('11.R1–R4 custody under seal', () => {
  test('11.R1 11.R2 without purpose, seal or signature nothing is taken; document numbers are checked and masked (P1, P3)', async () => {
    expect(await refused(t.custody({ purposeExplained: false }))).toMatchObject({ code: 'step-skipped', field: 'purposeExplained' })
    expect(await refused(t.custody({ clientSealSeen: false }))).toMatchObject({ code: 'step-skipped', field: 'clientSealSeen' })
    expect(await refused(t.custody({ authorised: [{ name: '陆文博', documentNumber: '110105194912310021' }] }))).toMatchObject({ code: 'invalid-document-number', field: 'authorised.0.documentNumber' })
    expect(await refusal(t.custody({ signature: { by: '陆文博' } }))).toBe('signature-missing')
    expect(await refusal(t.custody({ tenantId: null, unitId: null }))).toBe('invalid-input')
    expect(await t.count('key_custody')).toBe(0)
    expect(await t.house.store.read(`SELECT 1 FROM number_series WHERE series = 'key-custody'`)).toEqual([])
    const photo = await t.picture('photo')
    const custody = await t.custody({ photoIds: [photo] })
    expect(custody).toMatchObject({
      no: 'TG26-000001', state: 'sealed', client: expect.stringContaining('博远'), room: '1808', sealNo: 'F-0001', stamped: true, keys: [{ no: 'A-34', count: 2 }], photoIds: [photo], keeper: '周晓岚',
      authorised: [{ name: '陆文博', title: '行政经理', documentMasked: '110105********002X' }], clientSigned: { by: '陆文博' }, events: [{ kind: 'sealed', sealNo: 'F-0001' }], jobs: [{ title: '钥匙封存签' }],
    })
    const [row] = await t.house.store.read<{ authorised: string }>('SELECT authorised FROM key_custody')
    expect(row!.authorised).not.toContain('11010519491231002X')
    expect(await t.auditText(custody.id)).not.toMatch(/陆文博|节假日|002X/)
  })

  test('11.R3 sealed keys are here and not lent; the others of the hook are', async () => {
    await t.custody()
    expect(await t.key(t.door.id)).toMatchObject({ sealed: true, out: 0 })
    expect(await t.sums()).toMatchObject({ here: 4, sealed: 2, owned: 4, agree: true })
    await t.lend({ count: 1 })
    expect(await refused(t.lend({ count: 1 }))).toMatchObject({ code: 'key-sealed', params: { no: 'A-34' } })
    expect(await refusal(t.ask('report', { keyId: t.door.id, kind: 'loss', count: 1, severity: 1, reason: '找不到' }))).toBe('key-sealed')
    expect(await refused(t.custody({ sealNo: 'F-0002' }))).toMatchObject({ code: 'key-sealed' })
    expect(await refused(t.custody({ keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] }))).toMatchObject({ code: 'seal-number-taken', params: { sealNo: 'F-0001', no: 'TG26-000001' } })
    expect(await t.custody({ sealNo: 'F-0002', keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] })).toMatchObject({ no: 'TG26-000002', keys: [{ keyId: null, name: '保险柜' }] })
  })

  test('11.R4 only somebody on the list unseals, signs, and has it sealed again when the keys are back', async () => {
    const { id } = await t.custody()
    const stranger = { person: '孙立', reason: '取文件', signature: onPaper('孙立') }
    expect(await refused(t.step('unseal', id, stranger))).toMatchObject({ code: 'not-authorised', params: { person: '孙立' } })
    expect(await refusal(t.step('unseal', id, { ...stranger, person: '陆文博' }))).toBe('not-authorised')
    expect(await refusal(t.step('unseal', id, { ...stranger, person: '陆文博', signature: { by: '陆文博' } }))).toBe('signature-missing')
    expect(await t.step('unseal', id, { person: ' 陆文博', reason: '取文件', signature: onPaper('陆文博') })).toMatchObject({ state: 'unsealed', events: [{}, { kind: 'unsealed', person: '陆文博', by: '周晓岚', reason: '取文件', sealNo: 'F-0001', signed: { by: '陆文博' } }] })
    const { id: loan } = await t.lend({ count: 3 })
    const again = { sealNo: 'F-0009', person: '陆文博', signature: onPaper('陆文博') }
    expect(await refusal(t.step('reseal', id, again))).toBe('key-out')
    await t.step('return', loan, { count: 3, signature: onPaper('陆文博') })
    expect(await refusal(t.step('reseal', id, { ...again, person: '孙立' }))).toBe('not-authorised')
    expect(await t.step('reseal', id, again)).toMatchObject({ state: 'sealed', sealNo: 'F-0009', jobs: [{ title: '钥匙封存签' }, { title: '钥匙封存签' }] })
    expect(await refusal(t.step('voidCustody', id, { reason: '写错' }, 'supervisor'))).toBe('wrong-state')
  })

  test('11.R4 one that was a slip of the hand is void with its reason, and its keys are free', async () => {
    const { id } = await t.custody()
    expect(await t.step('voidCustody', id, { reason: '房号写错' }, 'supervisor')).toMatchObject({ state: 'void', no: 'TG26-000001', voidReason: '房号写错', jobs: [{ state: 'cancelled' }] })
    expect(await t.key(t.door.id)).toMatchObject({ sealed: false })
    expect(await refusal(t.ask('printCustody', { id, to: 'printer' }))).toBe('already-void')
    expect((await t.lend({ count: 3 })).state).toBe('out')
  })

  test('11.R4 it ends when the keys are given back, to somebody else only with a reason; the seal number is free then', async () => {
    const { id } = await t.custody()
    expect(await refusal(t.step('endCustody', id, { person: '孙立', signature: onPaper('孙立') }))).toBe('reason-required')
    expect(await t.step('endCustody', id, { person: '孙立', reason: '授权人离职，来函更换', signature: onPaper('孙立') })).toMatchObject({ state: 'ended', events: [{}, { kind: 'ended', person: '孙立' }] })
    expect(await t.key(t.door.id)).toMatchObject({ sealed: false })
    expect(await refusal(t.step('unseal', id, { person: '陆文博', reason: '再开', signature: onPaper('陆文博') }))).toBe('wrong-state')
    expect((await t.custody()).no).toBe('TG26-000002')
    expect((await t.ask('custodies', {})).map(({ no }) => no)).toEqual(['TG26-000002'])
    expect((await t.ask('custodies', { open: false, search: 'f-0001' })).map(({ no }) => no)).toEqual(['TG26-000002', 'TG26-000001'])
  })

  test('11.F2 the paper has both copies with keys, reason, authorised persons, and places for seal and stamp', async () => {
    const { id } = await t.custody()
    expect(await t.ask('printCustody', { id, to: 'printer' })).toEqual({ path: null, rows: 1 })
    const [html] = t.pages
    for (const text of ['钥匙托管书', '客户联', '客服联', 'A-34', '房门', '节假日无人', '陆文博 行政经理 110105********002X', '客户签名、盖章', '客户服务中心盖章', 'F-0001']) expect(html, text).toContain(text)
    expect(html!.match(/<section>/g)).toHaveLength(2)
  })
})
