import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TEST_PIN } from '../testing'
import { BOYUAN, fact, HOUR, onPaper, openKeys, refusal, refused, type TestKeys } from './testing'

let t: TestKeys
beforeEach(async () => { t = await openKeys() })
afterEach(() => t.close())

/** Everything a save could have left behind. */
const traces = async () => ({
  loans: await t.count('key_loan'), receipts: await t.count('receipt'), deposits: await t.count('deposit'), postings: await t.count('posting'), jobs: await t.count('print_job'), audit: await t.count('audit'), steps: await t.count('step'),
  numbers: await t.house.store.read('SELECT series, last FROM number_series ORDER BY series'),
})

describe('11.R5 a loan says who has which key, why, and until when', () => {
  test('11.F1 a contact brings number and company; the slip has key, room, borrower, due time and QR, and no phone number (P3)', async () => {
    const { id, no, printJobIds } = await t.lend({ count: 2 })
    expect(no).toBe('YJ26-000001')
    expect(await t.loan(id)).toMatchObject({
      state: 'out', keyNo: 'A-34', keyName: '正门', room: '1808', count: 2, reason: '空调检修', borrower: '陆文博', company: expect.stringContaining('博远'), phoneMasked: '139****2222',
      lentBy: '周晓岚', dueAt: t.clock.now() + 4 * HOUR, late: false, borrowerSigned: { by: '陆文博', onPaper: true }, returns: [], depositState: 'none', steps: [{ action: 'lend' }],
    })
    expect(await t.key(t.door.id)).toMatchObject({ owned: 3, out: 2, late: false })
    expect(printJobIds).toHaveLength(1)
    const [slip] = await t.slips(id)
    expect(slip).toMatchObject({ title: '钥匙借用单', printer: 'receipt' })
    expect([fact(slip!.document, '房号'), fact(slip!.document, '借用人'), fact(slip!.document, '应还')]).toEqual(['1808室', '陆文博', '2026-03-12 18:26'])
    expect(JSON.stringify(slip!.document)).toContain('QT1:YJ26-000001')
    expect(JSON.stringify(slip!.document)).not.toContain('2222')
    expect(await t.auditText(id)).not.toMatch(/陆文博|空调检修|13911112222/)
    expect(await t.ask('reveal', { id, field: 'phone' })).toEqual({ value: '13911112222' })
    expect(await t.house.store.read(`SELECT actor FROM audit WHERE action = 'reveal' AND register = 'keys' AND record_id = ?`, [id])).toEqual([{ actor: '周晓岚' }])
  })

  test('16.R3 a loan started from a call takes its borrower and matter, and the two are linked', async () => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000009', at: 0, name: '曹颖', phone: '13700005063', company: '', contactId: null, tenantId: 2, tenantName: '恒越', unitId: 2, room: '0603', place: '', matter: '取快递柜钥匙' }) })
    const { id } = await t.lend({ from: { register: 'reception', id: 9 }, contactId: null, reason: '', signature: onPaper('曹颖') })
    expect(await t.loan(id)).toMatchObject({ borrower: '曹颖', reason: '取快递柜钥匙', phoneMasked: '137****5063', room: '1808', links: [{ register: 'reception', no: 'DJ26-000009', direction: 'from' }] })
  })

  test('16.R3 from a client\'s order the client takes their company along; our worker, a contractor with a pass and another company\'s person do not', async () => {
    const client = { no: 'WX26-000009', at: 0, name: '曹颖', phone: '13700005063', company: '恒越', contactId: null, tenantId: 2, tenantName: '恒越', unitId: 2, room: '0603', place: '', matter: '换锁' }
    t.house.origins.provide('repairs', { facts: () => Promise.resolve(client) })
    const borrowed = async (input: Parameters<typeof t.lend>[0]) => {
      const { id } = await t.lend({ from: { register: 'repairs', id: 9 }, contactId: null, ...input })
      const { borrower, company, links } = await t.loan(id)
      const [row] = await t.house.store.read<{ tenant_id: number | null; tenant_name: string }>('SELECT tenant_id, tenant_name FROM key_loan WHERE id = ?', [id])
      await t.step('return', id, { count: 1, signature: onPaper(borrower) })
      return [borrower, company, row!.tenant_id, row!.tenant_name, links[0]?.no]
    }
    expect(await borrowed({ signature: onPaper('曹颖') })).toEqual(['曹颖', '恒越信息技术（上海）有限公司', 2, '恒越信息技术（上海）有限公司', client.no])
    expect(await borrowed({ borrower: '孙立', signature: onPaper('孙立') })).toEqual(['孙立', '', null, '', client.no])
    expect(await borrowed({ borrower: '孙立', company: '工程部', signature: onPaper('孙立') })).toEqual(['孙立', '工程部', null, '', client.no])
    expect(await borrowed({ contactId: 1, signature: onPaper('陆文博') })).toEqual(['陆文博', BOYUAN, 1, BOYUAN, client.no])
    await t.pass('SF26-000007')
    expect(await borrowed({ borrower: '许佳', pass: 'SF26-000007', signature: onPaper('许佳') })).toEqual(['许佳', '恒越', 2, '恒越信息技术（上海）有限公司', client.no])
  })

  test('11.C3 nothing is left blank: reason, borrower, signature, a return in the future; a refused loan leaves nothing', async () => {
    const before = await traces()
    expect(await refused(t.lend({ reason: '' }))).toMatchObject({ code: 'reason-required', field: 'reason' })
    expect(await refused(t.lend({ contactId: null }))).toMatchObject({ code: 'name-required', field: 'borrower' })
    expect(await refused(t.lend({ dueAt: t.clock.now() }))).toMatchObject({ code: 'due-before-now', field: 'dueAt' })
    expect(await refusal(t.lend({ signature: { by: '' } }))).toBe('signature-missing')
    expect(await refusal(t.lend({ phone: '12' }))).toBe('invalid-phone')
    expect(await refusal(t.lend({ keyId: 999 }))).toBe('not-found')
    expect(await refusal(t.lend({ depositFen: 1_000_001, payment: 'cash' }))).toBe('amount-too-large')
    expect(await refused(t.lend({ depositFen: 5000 }))).toMatchObject({ code: 'invalid-input', field: 'payment' })
    // The last thing that can fail, when number, row and signature are written already.
    expect(await refusal(t.lend({ depositFen: 5000, payment: 'cash', tenderedFen: 100 }))).toBe('tendered-too-little')
    expect(await traces()).toEqual(before)
  })

  test('11.R5 more keys than are here are refused; of two at once for the last one, one is', async () => {
    expect(await refused(t.lend({ count: 4 }))).toMatchObject({ code: 'key-out', params: { no: 'A-34', left: 3 } })
    const two = await Promise.allSettled([t.lend({ keyId: t.plant.id }), t.lend({ keyId: t.plant.id, contactId: null, borrower: '孙立', signature: onPaper('孙立') })])
    expect(two.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
    expect((two[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'key-out', params: { left: 0 } })
    expect(await t.key(t.plant.id)).toMatchObject({ out: 1 })
  })

  test('11.R5 whoever shows a pass needs one that is in force', async () => {
    await t.pass('SF26-000007')
    await t.pass('SF26-000008', { state: 'lost' })
    await t.pass('SF26-000009', { validUntil: '2026-03-11' })
    const { id } = await t.lend({ pass: 'qt1:sf26-000007:abcd', contactId: null, signature: onPaper('许佳') })
    expect(await t.loan(id)).toMatchObject({ borrower: '许佳', company: '恒越', passNo: 'SF26-000007' })
    expect(await refused(t.lend({ pass: 'sf26-7' })), 'a pass is of the one who borrows').toMatchObject({ code: 'pass-of-another', params: { no: 'SF26-000007', holder: '许佳' }, field: 'pass' })
    expect(await refused(t.lend({ pass: 'SF26-000008' }))).toMatchObject({ code: 'pass-not-valid', params: { no: 'SF26-000008', verdict: 'lost' }, field: 'pass' })
    expect(await refused(t.lend({ pass: 'SF26-000009' }))).toMatchObject({ params: { verdict: 'expired' } })
    expect(await refused(t.lend({ pass: 'SF26-000099' }))).toMatchObject({ code: 'not-found', field: 'pass' })
  })
})

describe('11.R5 each return is confirmed one by one', () => {
  test('11.C3 two of three come back, then the last: each with who brought it; the loan ends with the last', async () => {
    const { id } = await t.lend({ count: 3 })
    expect(await t.step('return', id, { count: 2, signature: onPaper('孙立') })).toMatchObject({ state: 'out', refundFen: 0 })
    expect(await t.key(t.door.id)).toMatchObject({ out: 1 })
    expect(await refused(t.step('return', id, { count: 2, signature: onPaper('孙立') }))).toMatchObject({ code: 'invalid-input', params: { max: 1 } })
    expect(await refusal(t.step('return', id, { count: 0, signature: onPaper('孙立') }))).toBe('invalid-input')
    expect(await refusal(t.step('return', id, { count: 1, signature: { by: '陆文博' } }))).toBe('signature-missing')
    t.clock.advance(HOUR)
    expect(await t.step('return', id, { count: 1, signature: onPaper('陆文博') })).toMatchObject({ state: 'returned' })
    expect(await t.loan(id)).toMatchObject({ returned: 3, returnedAt: t.clock.now(), returnedTo: '周晓岚', returns: [{ count: 2, signed: { by: '孙立' } }, { count: 1, signed: { by: '陆文博' } }], returner: { by: '陆文博' } })
    expect(await t.key(t.door.id)).toMatchObject({ out: 0 })
    expect(await refusal(t.step('return', id, { count: 1, signature: onPaper('陆文博') }))).toBe('wrong-state')
  })

  test('11.R5 who is second at the same loan is told who was first', async () => {
    const { id, version } = await t.lend({ count: 2 })
    await t.ask('return', { id, version, count: 1, signature: onPaper('孙立') })
    expect(await refused(t.ask('return', { id, version, count: 1, signature: onPaper('孙立') }))).toMatchObject({ code: 'order-taken', params: { by: '周晓岚' } })
    expect(await refusal(t.ask('extend', { id, version, dueAt: t.clock.now() + HOUR, reason: '未完' }))).toBe('stale')
  })

  test('11.R5 extended with a reason, chased with a count and a slip; late is late until then', async () => {
    const { id } = await t.lend()
    expect(await refusal(t.step('extend', id, { dueAt: t.clock.now(), reason: '未完' }))).toBe('due-before-now')
    t.clock.advance(5 * HOUR)
    expect(await t.loan(id)).toMatchObject({ late: true, chased: 0 })
    expect((await t.ask('loans', { filter: { view: 'late' } })).rows.map((row) => row.id)).toEqual([id])
    expect((await t.keys.incomplete({ from: '2026-03-01', to: '2026-03-31' }, t.call())).map((row) => row.missing)).toEqual([['chase']])
    await t.ask('chase', { id })
    await t.ask('chase', { id })
    expect((await t.slips(id)).map(({ title }) => title)).toEqual(['钥匙借用单', '钥匙催还单', '钥匙催还单'])
    expect(await t.loan(id)).toMatchObject({ chased: 2, lastChasedAt: t.clock.now() })
    expect(await t.keys.incomplete({ from: '2026-03-01', to: '2026-03-31' }, t.call())).toEqual([])
    await t.step('extend', id, { dueAt: t.clock.now() + HOUR, reason: '陆文博说还没修完' })
    expect(await t.loan(id)).toMatchObject({ late: false, history: expect.arrayContaining([expect.objectContaining({ action: 'extend', reason: '陆文博说还没修完' })]) })
    expect(await t.auditText(id)).not.toContain('还没修完')
    await t.step('return', id, { count: 1, signature: onPaper('陆文博') })
    expect(await refusal(t.ask('chase', { id }))).toBe('wrong-state')
  })

  test('11.R5 no loan is so long that it is never late', async () => {
    const last = t.clock.now() + 366 * 24 * HOUR
    expect(await refused(t.lend({ dueAt: last + 24 * HOUR }))).toMatchObject({ code: 'due-too-far', params: { day: '2027-03-13' }, field: 'dueAt' })
    const { id } = await t.lend({ dueAt: last })
    expect(await refusal(t.step('extend', id, { dueAt: new Date(2057, 0, 1).getTime(), reason: '长期' }))).toBe('due-too-far')
  })

  test('11.F1 a loan says which key it was, whatever its hook is called later; it is found by either', async () => {
    const { id } = await t.lend()
    await t.ask('save', { ...(await t.key(t.door.id)), board: 'C', hook: 9, name: '财务室保险柜' })
    expect(await t.loan(id)).toMatchObject({ keyNo: 'A-34', keyName: '正门' })
    for (const search of ['A-34', 'c-9', '正门']) expect((await t.ask('loans', { filter: { search } })).rows.map((row) => row.id), search).toEqual([id])
    await t.ask('chase', { id })
    expect(JSON.stringify((await t.slips(id)).at(-1)!.document)).toContain('A-34')
    await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })
    expect(t.pages.at(-1)).toContain('A-34')
    expect(t.pages.at(-1)).not.toContain('财务室保险柜')
  })

  test('11.C3 a key that is not found is not voided away: later, or of another\'s loan, a supervisor agrees, and it stays on the list', async () => {
    const { id } = await t.lend({ dueAt: t.clock.now() + 4 * HOUR })
    const supervisors = await t.lend({ count: 1 }, 'supervisor')
    expect(await refused(t.step('voidLoan', supervisors.id, { reason: '选错' }))).toMatchObject({ code: 'approval-needed', field: 'approval' })
    t.clock.advance(30 * 24 * HOUR)
    expect(await refusal(t.step('voidLoan', id, { reason: '找不到了' }))).toBe('approval-needed')
    const approval = { staffNo: '102', pin: TEST_PIN }
    expect(await refusal(t.step('voidLoan', id, { reason: '找不到了', approval: { staffNo: '101', pin: TEST_PIN } }))).toBe('not-permitted')
    await t.step('voidLoan', id, { reason: '重复登记', approval })
    expect((await t.loan(id)).steps.at(-1)).toMatchObject({ action: 'void', actor: '周晓岚', person: '韩雪' })
    const today = await t.lend()
    await t.step('voidLoan', today.id, { reason: '选错' })
    expect((await t.ask('incomplete', { from: '2026-03-01', to: '2026-04-30' })).map((row) => [row.id, row.missing])).toEqual([[id, ['voided']], [supervisors.id, ['chase']]])
  })

  test('11.R5 a loan that was a slip of the hand is void with its reason, keeps its number, and its keys are here', async () => {
    const { id } = await t.lend({ count: 2 })
    await t.step('voidLoan', id, { reason: '选错钥匙' })
    expect(await t.loan(id)).toMatchObject({ state: 'void', no: 'YJ26-000001', voidReason: '选错钥匙', jobs: [{ state: 'cancelled' }] })
    expect(await t.key(t.door.id)).toMatchObject({ out: 0, owned: 3 })
    expect(await refusal(t.step('voidLoan', id, { reason: '再来' }))).toBe('already-void')
    const part = await t.lend({ count: 2 })
    await t.step('return', part.id, { count: 1, signature: onPaper('陆文博') })
    expect(await refusal(t.step('voidLoan', part.id, { reason: '选错' }))).toBe('wrong-state')
  })
})

describe('M1 the deposit of a loan is held until the last key is back', () => {
  const withDeposit = (input = {}) => t.lend({ count: 2, depositFen: 5000, payment: 'cash', tenderedFen: 10_000, ...input })

  test('M1 it is a line of its own on a receipt, held, and refunded against that receipt with the last key', async () => {
    const { id, receiptNo, changeFen, printJobIds } = await withDeposit()
    expect([receiptNo, changeFen, printJobIds.length]).toEqual(['SJ26-000001', 5000, 2])
    expect(await t.loan(id)).toMatchObject({ depositFen: 5000, depositState: 'held', receiptNo: 'SJ26-000001' })
    expect(await t.house.store.read('SELECT kind, holder, state FROM deposit')).toEqual([{ kind: 'key', holder: '陆文博', state: 'held' }])
    expect(await t.held()).toEqual({ deposits: 5000, ledger: 5000, loans: 5000, all: 5000 })
    await t.step('return', id, { count: 1, signature: onPaper('陆文博') })
    expect((await t.held()).deposits).toBe(5000)
    expect(await refusal(t.step('return', id, { count: 1, signature: onPaper('陆文博') }))).toBe('receipt-mismatch')
    expect(await refusal(t.step('return', id, { count: 1, signature: onPaper('陆文博'), receiptNo: 'SJ26-000009' }))).toBe('receipt-mismatch')
    expect(await t.loan(id)).toMatchObject({ state: 'out', returned: 1 })
    expect(await t.step('return', id, { count: 1, signature: onPaper('陆文博'), receiptNo: 'qt1:sj26-000001' })).toMatchObject({ state: 'returned', refundFen: 5000, printJobIds: [expect.any(Number)] })
    expect(await t.loan(id)).toMatchObject({ depositState: 'refunded', depositFen: 5000, refundNo: 'TK26-000001' })
    expect(await t.held()).toEqual({ deposits: 0, ledger: 0, loans: 0, all: 0 })
    expect(await t.house.ledger.balance('cash', { station: 'A1' })).toBe(0)
  })

  test('M1 a lost receipt is a supervisor\'s matter, with the reason; a refusal gives nothing back', async () => {
    const { id } = await withDeposit({ count: 1 })
    const lost = { count: 1, signature: onPaper('陆文博'), receiptLost: '客户丢失' }
    expect(await refusal(t.step('return', id, lost))).toBe('approval-needed')
    expect(await refusal(t.step('return', id, { ...lost, approval: { staffNo: '101', pin: TEST_PIN } }))).toBe('not-permitted')
    expect(await t.loan(id)).toMatchObject({ state: 'out' })
    expect(await t.step('return', id, { ...lost, approval: { staffNo: '102', pin: TEST_PIN } })).toMatchObject({ refundFen: 5000 })
    expect(await t.house.store.read('SELECT reason FROM deposit')).toEqual([{ reason: '收据遗失：客户丢失（韩雪）' }])
  })

  test('M1 a loan with a deposit is not void; its receipt void first, the keys are out without one', async () => {
    const { id } = await withDeposit()
    expect(await refusal(t.step('voidLoan', id, { reason: '选错' }))).toBe('deposit-open')
    const [receipt] = await t.house.store.read<{ id: number }>('SELECT id FROM receipt')
    await t.house.store.write(t.call('supervisor').scope, (tx) => t.house.receipts.void(tx, receipt!.id, '金额写错', false))
    expect(await t.loan(id)).toMatchObject({ state: 'out', depositState: 'void' })
    expect(await t.held()).toEqual({ deposits: 0, ledger: 0, loans: 0, all: 0 })
    await t.step('voidLoan', id, { reason: '选错' })
    expect(await t.sums()).toMatchObject({ out: 0, agree: true })
  })

  test('M1 the receipt of a deposit that went back can\'t be voided', async () => {
    const { id } = await withDeposit({ count: 1 })
    await withDeposit({ keyId: t.plant.id, count: 1 })
    await t.step('return', id, { count: 1, signature: onPaper('陆文博'), receiptNo: 'SJ26-000001' })
    expect(await refusal(t.house.store.write(t.call('supervisor').scope, (tx) => t.house.receipts.void(tx, 1, '写错', false)))).toBe('deposit-settled')
  })
})

describe('11.R6 damage and loss', () => {
  const said = { severity: 2, reason: '锁芯断在门里', responsible: '陆文博' } as const

  test('11.R6 11.C4 a lost key of a loan is no longer owned, and that part of the loan is over; the deposit is forfeited to income', async () => {
    const { id } = await t.lend({ count: 2, depositFen: 5000, payment: 'cash' })
    const incident = await t.report({ keyId: t.door.id, loanId: id, kind: 'loss', count: 1, ...said, forfeit: true })
    expect(incident).toMatchObject({ keyNo: 'A-34', kind: 'loss', severity: 2, responsible: '陆文博', by: '周晓岚', closedAt: null })
    expect(await t.loan(id)).toMatchObject({ state: 'out', lost: 1, depositState: 'forfeited', incidents: [{ id: incident.id }] })
    expect(await t.key(t.door.id)).toMatchObject({ owned: 2, out: 1 })
    expect(await t.house.ledger.balance('forfeit-income')).toBe(-5000)
    expect(await t.held()).toEqual({ deposits: 0, ledger: 0, loans: 0, all: 0 })
    expect(await t.step('return', id, { count: 1, signature: onPaper('陆文博') })).toMatchObject({ state: 'returned', refundFen: 0 })
    expect(await t.sums()).toEqual({ here: 3, out: 0, owned: 3, sealed: 0, late: 0, agree: true, difference: 0, differing: [] })
    expect(await t.auditText(id)).not.toMatch(/锁芯|陆文博/)
    expect(await t.auditText(t.door.id)).not.toMatch(/锁芯|陆文博/)
  })

  test('11.R6 M1 the last key lost and nobody to blame: the loan is open until the deposit was given back against its receipt', async () => {
    const { id } = await t.lend({ keyId: t.plant.id, depositFen: 5000, payment: 'cash' })
    await t.report({ keyId: t.plant.id, loanId: id, kind: 'loss', count: 1, ...said })
    expect(await t.loan(id)).toMatchObject({ state: 'out', lost: 1, depositState: 'held', late: false })
    expect(await t.held()).toEqual({ deposits: 5000, ledger: 5000, loans: 5000, all: 5000 })
    expect(await refusal(t.ask('chase', { id }))).toBe('wrong-state')
    expect(await t.step('return', id, { count: 0, signature: onPaper('陆文博'), receiptNo: 'SJ26-000001' })).toMatchObject({ state: 'lost', refundFen: 5000 })
    expect((await t.held()).ledger).toBe(0)
    expect(await t.key(t.plant.id)).toMatchObject({ owned: 0, out: 0 })
  })

  test('11.C4 rows that were tampered with disagree: more out than owned', async () => {
    await t.lend({ count: 2 })
    expect(await t.sums()).toMatchObject({ here: 2, out: 2, owned: 4, agree: true })
    await t.house.store.write(t.call().scope, (tx) => tx.query('UPDATE key_hook SET owned = 1 WHERE id = ?', [t.door.id]))
    expect(await t.sums()).toMatchObject({ here: 1, out: 2, owned: 2, agree: false })
  })

  test('11.R6 without a deposit a loan whose last key is lost has ended', async () => {
    const { id } = await t.lend({ keyId: t.plant.id })
    expect(await refused(t.report({ keyId: t.plant.id, loanId: id, kind: 'loss', count: 2, ...said }))).toMatchObject({ code: 'invalid-input', field: 'count' })
    expect(await refused(t.report({ keyId: t.plant.id, loanId: id, kind: 'loss', count: 1, ...said, forfeit: true }))).toMatchObject({ code: 'invalid-input', field: 'forfeit' })
    expect(await refusal(t.report({ keyId: t.door.id, loanId: id, kind: 'loss', count: 1, ...said }))).toBe('not-found')
    await t.report({ keyId: t.plant.id, loanId: id, kind: 'loss', count: 1, ...said })
    expect((await t.loan(id)).state).toBe('lost')
    expect(await t.count('key_incident')).toBe(1)
  })

  test('11.R6 11.C4 of two desks that report the same key one is refused; what was lost and comes to light is owned again, and no more than that', async () => {
    const { version } = await t.key(t.door.id)
    await t.report({ keyId: t.door.id, version, kind: 'loss', count: 1, severity: 2, reason: '柜里少一把' })
    expect(await refusal(t.report({ keyId: t.door.id, version, kind: 'loss', count: 1, severity: 2, reason: '柜里少一把' }))).toBe('stale')
    const { id } = await t.lend({ count: 1 })
    const loan = await t.loan(id)
    await t.report({ keyId: t.door.id, loanId: id, version: loan.version, kind: 'loss', count: 1, ...said })
    expect(await refused(t.report({ keyId: t.door.id, loanId: id, version: loan.version, kind: 'loss', count: 1, ...said }))).toMatchObject({ code: 'order-taken', params: { by: '周晓岚' } })
    expect(await t.sums()).toMatchObject({ owned: 2, here: 2, out: 0, agree: true })
    const found = { keyId: t.door.id, loanId: id, kind: 'found', severity: 1, reason: '借用人在车里找到，交回', responsible: '陆文博' } as const
    expect(await refused(t.report({ ...found, count: 2 }))).toMatchObject({ code: 'not-lost', params: { max: 1 }, field: 'count' })
    expect(await refusal(t.report({ ...found, count: 1, forfeit: true }))).toBe('invalid-input')
    expect(await t.report({ ...found, count: 1 })).toMatchObject({ kind: 'found', closedBy: '周晓岚' })
    expect(await refusal(t.report({ ...found, count: 1 }))).toBe('not-lost')
    expect(await t.loan(id)).toMatchObject({ state: 'lost', lost: 1 })
    expect(await t.sums()).toMatchObject({ owned: 3, here: 3, out: 0, agree: true })
    expect(await refused(t.report({ ...found, loanId: null, count: 2 }))).toMatchObject({ params: { max: 1 } })
    await t.report({ ...found, loanId: null, count: 1 })
    expect(await t.sums()).toMatchObject({ owned: 4, here: 4, agree: true })
  })

  test('11.R6 nobody answers for it: refused; a deposit is forfeited for damage by a supervisor only', async () => {
    const { id } = await t.lend({ count: 2, depositFen: 5000, payment: 'cash' })
    expect(await refusal(t.report({ keyId: t.door.id, loanId: id, kind: 'damage', count: 1, ...said, responsible: ' ' }))).not.toBe('not refused')
    const forfeit = { keyId: t.door.id, loanId: id, kind: 'damage', count: 1, ...said, forfeit: true } as const
    expect(await refusal(t.report(forfeit))).toBe('approval-needed')
    expect(await refusal(t.report({ ...forfeit, approval: { staffNo: '101', pin: TEST_PIN } }))).toBe('not-permitted')
    expect((await t.held()).deposits).toBe(5000)
    await t.report({ ...forfeit, approval: { staffNo: '102', pin: TEST_PIN } })
    expect(await t.held()).toEqual({ deposits: 0, ledger: 0, loans: 0, all: 0 })
    expect(await t.house.ledger.balance('forfeit-income')).toBe(-5000)
  })

  test('11.R6 11.R8 damage is on the list until a supervisor says what was done; a key here can be lost, too', async () => {
    const damage = await t.report({ keyId: t.door.id, kind: 'damage', count: 1, severity: 1, reason: '齿磨损' })
    await t.report({ keyId: t.door.id, kind: 'loss', count: 1, severity: 3, reason: '柜里少一把' })
    expect(await t.key(t.door.id)).toMatchObject({ owned: 2, out: 0 })
    expect(await refused(t.report({ keyId: t.door.id, kind: 'loss', count: 3, severity: 3, reason: '都没了' }))).toMatchObject({ code: 'key-out', params: { left: 2 } })
    expect((await t.ask('incidents', {})).map(({ kind }) => kind)).toEqual(['loss', 'damage'])
    await t.ask('closeIncident', { id: damage.id, measure: '换锁芯' }, 'supervisor')
    expect(await refused(t.ask('closeIncident', { id: damage.id, measure: '换锁芯' }, 'supervisor'))).toMatchObject({ code: 'order-taken', params: { by: '韩雪' } })
    expect((await t.ask('incidents', {})).map(({ kind }) => kind)).toEqual(['loss'])
    expect((await t.ask('incidents', { open: false }))[1]).toMatchObject({ measure: '换锁芯', closedBy: '韩雪' })
  })
})
