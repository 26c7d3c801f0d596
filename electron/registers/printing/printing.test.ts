import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fen } from '../../../shared/rules/money'
import { slipDocument, type SlipDocument } from '../../../shared/slip/document'
import type { PrintJobState } from '../../../shared/slip/printer-status'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createPrinting } from './printing'

let t: TestHouse
let printing: Handlers<'printing'>
beforeEach(async () => {
  t = await openTestHouse()
  printing = createPrinting(t.house)
})
afterEach(() => t.close())

const slip: SlipDocument = { title: '收据', openDrawer: true, lines: [{ kind: 'text', text: '¥50.00' }] }
const queue = () => t.house.store.write(t.call().scope, (tx) => t.house.jobs.create(tx, { printer: 'receipt', register: 'reception', recordId: 7, no: 'DJ26-000007', document: slip }))
async function job(state: PrintJobState): Promise<number> {
  const id = await queue()
  await t.house.jobs.mark(id, state, state === 'failed' ? 'document' : state === 'unknown' ? 'no-confirmation' : null)
  return id
}
const lastAudit = async () => (await t.house.store.read<{ action: string; detail: string }>('SELECT action, detail FROM audit ORDER BY id DESC LIMIT 1'))[0]!

describe('an unknown print', () => {
  test('M2 whose paper is whole is printed, and nothing is printed again', async () => {
    const id = await job('unknown')
    expect(await printing.resolve({ id, paper: 'complete' }, t.call())).toMatchObject({ id, state: 'printed' })
    expect(await t.house.jobs.claimNext('receipt')).toBeNull()
    expect(await lastAudit()).toMatchObject({ action: 'print.printed' })
  })

  test('M2 whose paper is not whole ends, and its copy says 补打 and does not open the drawer', async () => {
    const id = await job('unknown')
    const copy = await printing.resolve({ id, paper: 'reprint' }, t.call())
    expect(copy).toMatchObject({ state: 'waiting', reprintCount: 1, no: 'DJ26-000007' })
    expect(await t.house.jobs.get(id)).toMatchObject({ state: 'cancelled', reason: 'no-confirmation' })
    const document = (await printing.document({ id: copy.id }, t.call()))!
    expect(document).toMatchObject({ openDrawer: false, reprint: { count: 1, at: '2026-03-12 14:26', by: '周晓岚', station: 'A1' } })
    expect(slipDocument.safeParse(document).success).toBe(true)
  })

  test('M2 is neither copied nor cancelled before somebody looked at the paper', async () => {
    const id = await job('unknown')
    await expect(printing.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(printing.cancel({ id, reason: '不要了' }, t.call())).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(printing.redirect({ id, printer: 'engineering' }, t.call())).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test.each(['waiting', 'printing', 'printed', 'failed'] as const)('M2 only an unknown one is resolved, not one that is %s', async (state) => {
    await expect(printing.resolve({ id: await job(state), paper: 'complete' }, t.call())).rejects.toMatchObject({ code: 'wrong-state', params: { state } })
  })
})

describe('printing again', () => {
  test('M2 each copy counts on', async () => {
    const id = await job('printed')
    expect((await printing.reprint({ id }, t.call())).reprintCount).toBe(1)
    expect((await printing.reprint({ id }, t.call())).reprintCount).toBe(2)
  })

  test('M2 what never left for the printer goes again as it is, and is no copy', async () => {
    const id = await job('failed')
    expect(await printing.reprint({ id }, t.call())).toMatchObject({ id, state: 'waiting', reason: null, reprintCount: 0 })
    expect((await printing.document({ id }, t.call()))!.reprint).toBeUndefined()
  })

  test.each(['waiting', 'printing'] as const)('M2 one that is %s is not printed twice', async (state) => {
    await expect(printing.reprint({ id: await job(state) }, t.call())).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('M2 the slip of an entry that was voided is not printed again', async () => {
    const [printed, failed, unknown] = [await job('printed'), await job('failed'), await job('unknown')]
    await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO entry (id, no, kind, at, day, state, receptionist_id, receptionist, station, void_at) VALUES (7, 'DJ26-000007', 'visit', ?, '2026-03-12', 'void', 1, '周晓岚', 'A1', ?)`, [tx.now, tx.now]))
    for (const id of [printed, failed]) await expect(printing.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed' })
    await expect(printing.resolve({ id: unknown, paper: 'reprint' }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed' })
    expect(await printing.resolve({ id: unknown, paper: 'complete' }, t.call())).toMatchObject({ state: 'printed' })
  })

  test('M2 the slips of an application that was voided are not printed again; those of one that stands are, though its first pass is void', async () => {
    const [gone, kept] = await t.house.store.write(t.call().scope, async (tx) => {
      for (const [id, voidAt] of [[7, tx.now], [8, null]] as const) {
        await tx.query(`INSERT INTO pass_application (id, no, at, day, state, station, applicant, kind, by, void_at) VALUES (?, ?, ?, '2026-03-12', ?, 'A1', '丁玲', 'identity', '周晓岚', ?)`, [id, `BZ26-00000${id}`, tx.now, voidAt === null ? 'open' : 'void', voidAt])
      }
      for (const [id, application, state] of [[7, 7, 'void'], [8, 8, 'void'], [9, 8, 'issued']] as const) {
        await tx.query(
          `INSERT INTO pass (id, no, at, day, state, station, kind, application_id, token, holder, valid_from, valid_until, void_at) VALUES (?, ?, ?, '2026-03-12', ?, 'A1', 'identity', ?, ?, '丁玲', '2026-03-12', '2027-03-11', ?)`,
          [id, `SF26-00000${id}`, tx.now, state, application, `token${id}`, state === 'void' ? tx.now : null],
        )
      }
      return Promise.all([7, 8].map((recordId) => t.house.jobs.create(tx, { printer: 'receipt', register: 'passes', recordId, no: '', document: slip })))
    })
    for (const id of [gone!, kept!]) await t.house.jobs.mark(id, 'printed', null)
    await expect(printing.reprint({ id: gone! }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed', params: { state: 'void' } })
    expect(await printing.reprint({ id: kept! }, t.call())).toMatchObject({ reprintCount: 1 })
  })

  test('M2 the slip of a key loan that was voided is not printed again; what shares its row of ids is', async () => {
    const [gone, kept] = await t.house.store.write(t.call().scope, async (tx) => {
      await tx.query(`INSERT INTO key_hook (id, no, board, hook, type, name, owned) VALUES (1, 'A-34', 'A', 34, 'door', '正门', 1)`)
      for (const [id, voidAt] of [[7, tx.now], [8, null]] as const) {
        await tx.query(`INSERT INTO key_loan (id, no, at, day, state, station, key_id, count, borrower, due_at, lent_by, void_at) VALUES (?, ?, ?, '2026-03-12', ?, 'A1', 1, 1, '孙立', ?, '周晓岚', ?)`, [id, `YJ26-00000${id}`, tx.now, voidAt === null ? 'out' : 'void', tx.now, voidAt])
      }
      return Promise.all([7, 8].map((recordId) => t.house.jobs.create(tx, { printer: 'receipt', register: 'keys', recordId, no: `YJ26-00000${recordId}`, document: slip })))
    })
    for (const id of [gone!, kept!]) await t.house.jobs.mark(id, 'printed', null)
    await expect(printing.reprint({ id: gone! }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed', params: { state: 'void' } })
    expect(await printing.reprint({ id: kept! }, t.call())).toMatchObject({ reprintCount: 1 })
  })

  test('M2 a receipt that was voided is not printed again; what says so is, and a count of the drawer is none', async () => {
    const receipt = await t.house.store.write(t.call().scope, (tx) => t.house.receipts.take(tx, {
      payer: '博远', room: '1808', tenantId: null, subject: '更换阀门', register: 'paid-services', recordId: 1, recordNo: 'YC26-000001', lines: [{ name: '更换阀门', quantityMilli: 1000, unit: '个', unitPriceFen: 100, amountFen: 100 }],
      totalFen: fen(100), payment: 'cash', tenderedFen: null, credits: [{ account: 'service-income', amountFen: fen(100) }], print: true,
    }))
    const [original] = receipt.printJobIds
    await t.house.jobs.mark(original!, 'printed', null)
    const count = await t.house.store.write(t.call().scope, (tx) => t.house.jobs.create(tx, { printer: 'receipt', register: 'cashier', recordId: receipt.id, no: 'QD26-000001', document: { title: '清点单', lines: [] } }))
    const [voided] = await t.house.store.write(t.call().scope, (tx) => t.house.receipts.void(tx, receipt.id, '付款方式登记错', true))
    for (const id of [count, voided!]) await t.house.jobs.mark(id, 'printed', null)
    await expect(printing.reprint({ id: original! }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed', params: { state: 'void' } })
    for (const id of [count, voided!]) expect(await printing.reprint({ id }, t.call())).toMatchObject({ reprintCount: 1 })
  })

  test('P3 a slip whose personal data was erased can be neither shown nor copied', async () => {
    const id = await job('printed')
    await t.house.store.write(t.call().scope, (tx) => tx.query('UPDATE print_job SET document = NULL'))
    expect(await printing.document({ id }, t.call())).toBeNull()
    await expect(printing.reprint({ id }, t.call())).rejects.toMatchObject({ code: 'reprint-not-allowed' })
  })
})

describe('redirecting and cancelling', () => {
  test('a waiting or failed slip goes to another printer of this station', async () => {
    const id = await job('failed')
    expect(await printing.redirect({ id, printer: 'engineering' }, t.call())).toMatchObject({ printer: 'engineering', state: 'waiting', reason: null })
    await expect(printing.redirect({ id, printer: 'cellar' }, t.call())).rejects.toMatchObject({ code: 'unknown-printer', params: { printer: 'cellar' } })
    expect((await t.house.jobs.claimNext('engineering'))?.id).toBe(id)
  })

  test('a slip is cancelled with a reason only, and stays in the list', async () => {
    const id = await queue()
    await expect(printing.cancel({ id, reason: '' }, t.call())).rejects.toMatchObject({ code: 'reason-required', field: 'reason' })
    expect(await printing.cancel({ id, reason: '访客已走' }, t.call())).toMatchObject({ state: 'cancelled' })
    expect(JSON.parse((await lastAudit()).detail)).toMatchObject({ reason: '访客已走' })
    expect((await printing.jobs({ limit: 10 }, t.call())).map((each) => each.state)).toEqual(['cancelled'])
  })

  test('an unknown id is said', async () => {
    await expect(printing.document({ id: 99 }, t.call())).rejects.toMatchObject({ code: 'not-found' })
    await expect(printing.cancel({ id: 99, reason: 'x' }, t.call())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the list and the test slip', () => {
  test('P3 a department sees the slips of its own printer; a visitor\'s slip is for those who read the register', async () => {
    const visitor = await queue()
    const own = await t.house.store.write(t.call().scope, (tx) => t.house.jobs.create(tx, { printer: 'engineering', register: 'reception', recordId: 7, no: 'DJ26-000007', document: slip }))
    const seen = async (as: 'engineering' | 'finance' | 'security' | 'receptionist') => (await printing.jobs({ limit: 10 }, t.call(as))).map((each) => each.id)
    expect(await seen('engineering')).toEqual([own])
    expect(await seen('finance')).toEqual([])
    expect(await seen('security')).toEqual([visitor, own])
    expect(await seen('receptionist')).toEqual([visitor, own])
    expect(await printing.document({ id: own }, t.call('engineering'))).toMatchObject({ title: '收据' })
    await expect(printing.document({ id: visitor }, t.call('engineering'))).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('what is not finished comes first, oldest first, then today\'s, newest first', async () => {
    const yesterday = await job('printed')
    t.clock.advance(86_400_000)
    const [first, second] = [await job('printed'), await job('printed')]
    const unknown = await job('unknown')
    const waiting = await queue()
    expect((await printing.jobs({ limit: 10 }, t.call())).map((each) => each.id)).toEqual([unknown, waiting, second, first])
    expect(yesterday).toBe(1)
  })

  test('试打 prints on the printer asked for and can be set', async () => {
    const made = await printing.test({ printer: 'engineering' }, t.call())
    expect(made).toMatchObject({ printer: 'engineering', title: '试打', state: 'waiting', register: null })
    expect(slipDocument.safeParse(await printing.document({ id: made.id }, t.call())).success).toBe(true)
    await expect(printing.test({ printer: 'cellar' }, t.call())).rejects.toMatchObject({ code: 'unknown-printer' })
  })
})

describe('a slip as a PDF', () => {
  test('is written where the user says, and the audit has it; cancelled, nothing is', async () => {
    const id = await job('printed')
    const done = await printing.pdf({ id }, t.call())
    expect(done).toEqual({ path: join(t.dir, '收据 DJ26-000007.pdf') })
    expect(readFileSync(done!.path, 'latin1')).toMatch(/^%PDF-/)
    expect(await lastAudit()).toMatchObject({ action: 'print.pdf' })
    t.answerDialog(() => null)
    expect(await printing.pdf({ id }, t.call())).toBeNull()
  })

  test('a department gets none of a printer that is not its own', async () => {
    const id = await job('printed')
    await expect(printing.pdf({ id }, t.call('engineering'))).rejects.toMatchObject({ code: 'not-permitted' })
  })
})

test('M1 M2 slips that have not come out, and those nobody knows of, stand on the day\'s close; what is on paper or was cancelled does not', async () => {
  for (const state of ['waiting', 'failed', 'unknown', 'printed'] as const) await job(state)
  await printing.cancel({ id: await queue(), reason: '不要了' }, t.call())
  await printing.test({ printer: 'receipt' }, t.call())
  expect(await t.house.tellers.dayEnd()).toEqual([
    { what: 'prints-waiting', count: 3, nos: ['DJ26-000007', 'DJ26-000007', '试打'] }, { what: 'prints-unknown', count: 1, nos: ['DJ26-000007'] },
  ])
})
