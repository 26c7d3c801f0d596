import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/rules/money'
import { Ledger } from '../ledger'
import { SettingsStore } from '../settings'
import { testScope } from '../testing'
import { vault } from './seeds'
import { keepsEverything, upgradingFrom } from './testing'

const counter = upgradingFrom(2)
const { earlier, upgrade, read, write } = counter

keepsEverything(2, counter)

test('M1 M2 a counter of the second version goes on from there: settings with what is new by default, numbers, the ledger, receipts that are no refunds, who reported', async () => {
  await earlier()
  const t = await upgrade()
  const settings = new SettingsStore(t.store)
  await settings.load()
  expect(settings.current).toMatchObject({ tower: '云汇中心', visitorRetentionDays: 45, passExpiryDays: 14, movingNoticeDays: 1 })
  expect(await t.store.write(testScope, async (tx) => [await tx.number('receipts'), await tx.number('refunds'), await tx.number('identity'), await tx.number('signs')])).toEqual(['SJ26-000003', 'TK26-000001', 'SF26-000001', 'SP26-000001'])
  expect(await new Ledger(t.store).balances()).toEqual({ accounts: [{ account: 'cash', balanceFen: 8_000 }, { account: 'receivable', balanceFen: 0 }, { account: 'service-income', balanceFen: -8_000 }], unbalanced: [] })
  expect(await read('SELECT no, kind FROM receipt')).toEqual([{ no: 'SJ26-000001', kind: 'receipt' }])
  const [order] = await read<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM work_order')
  expect(vault.openKey(order!.data_key).decrypt(order!.phone_enc, 'work_order.phone_enc').toString()).toBe('13800002716')
})

describe('the new tables', () => {
  test('12.R1–R5 12.R9 begin with the four kinds of pass and the year\'s working days', async () => {
    await upgrade()
    expect(await read('SELECT kind, deposit_fen, fee_fen, term_days, min_age FROM pass_kind ORDER BY kind')).toEqual([
      { kind: 'construction', deposit_fen: 10_000, fee_fen: 1_000, term_days: 30, min_age: 18 }, { kind: 'contractor', deposit_fen: 5_000, fee_fen: 2_000, term_days: 365, min_age: 18 },
      { kind: 'identity', deposit_fen: 5_000, fee_fen: 2_000, term_days: 365, min_age: 16 }, { kind: 'temporary', deposit_fen: 5_000, fee_fen: 1_000, term_days: 90, min_age: 16 },
    ])
    expect(await read(`SELECT kind, count(*) AS n FROM calendar_day GROUP BY kind ORDER BY kind`)).toEqual([{ kind: 'holiday', n: 33 }, { kind: 'workday', n: 6 }])
  })

  test('M1 a deposit is of a receipt, above nought, and one at a time for a record', async () => {
    await earlier()
    await upgrade()
    const deposit = (amount: number, receipt = 1) => write(`INSERT INTO deposit (at, day, state, kind, register, record_id, record_no, amount_fen, receipt_id) VALUES (1, '2026-03-12', 'held', 'key', 'keys', 1, 'YJ26-000001', ?, ?)`, [amount, receipt])
    await expect(deposit(0)).rejects.toThrow(/CHECK/)
    await expect(deposit(100, 99)).rejects.toThrow(/FOREIGN KEY/)
    await deposit(100)
    await expect(deposit(100)).rejects.toThrow(/UNIQUE/)
    await write(`UPDATE deposit SET state = 'refunded'`)
    await deposit(100)
  })

  test('M1 money can be posted to the new accounts, and still adds up', async () => {
    const t = await upgrade()
    const ledger = new Ledger(t.store)
    await t.store.write(testScope, (tx) => ledger.post(tx, { kind: 'receipt', register: 'passes', recordId: 1, no: 'SJ26-000001', postings: [{ account: 'cash', amountFen: fen(7_000) }, { account: 'deposit', amountFen: fen(-5_000) }, { account: 'fee-income', amountFen: fen(-2_000) }] }))
    expect((await ledger.balances()).unbalanced).toEqual([])
  })

  test('11.C4 a loan never has more keys back and lost than were lent, and a seal is on one custody at a time', async () => {
    await upgrade()
    await write(`INSERT INTO key_hook (id, no, board, hook, type, name, owned) VALUES (1, 'A-1', 'A', 1, 'door', 'x', 3)`)
    const loan = (returned: number, lost: number) => write(`INSERT INTO key_loan (no, at, day, state, station, key_id, count, returned, lost, due_at, lent_by) VALUES (?, 1, '2026-03-12', 'out', 'A1', 1, 2, ?, ?, 2, 'x')`, [`YJ${returned}${lost}`, returned, lost])
    await loan(1, 1)
    await expect(loan(2, 1)).rejects.toThrow(/CHECK/)
    const custody = (no: string) => write(`INSERT INTO key_custody (no, at, day, state, station, reason, seal_no, purpose_explained, client_seal_seen, keys, authorised, keeper) VALUES (?, 1, '2026-03-12', 'sealed', 'A1', 'x', 'F-1', 1, 1, '[]', '[]', 'x')`, [no])
    await custody('TG26-000001')
    await expect(custody('TG26-000002')).rejects.toThrow(/UNIQUE/)
  })
})
