import { describe, expect, test } from 'vitest'
import { SettingsStore } from '../settings'
import { testScope } from '../testing'
import { vault } from './seeds'
import { keepsEverything, upgradingFrom } from './testing'

const counter = upgradingFrom(1)
const { earlier, upgrade, read, write } = counter

keepsEverything(1, counter)

test('a counter of the first version goes on from there: its settings with what is new by default, its numbers, its numbers of persons', async () => {
  await earlier()
  const t = await upgrade()
  const settings = new SettingsStore(t.store)
  await settings.load()
  expect(settings.current).toMatchObject({ tower: '云汇中心', visitorRetentionDays: 45, workOrderCopies: 2, onTimeGoalPercent: 95 })
  expect(await t.store.write(testScope, async (tx) => [await tx.number('reception'), await tx.number('repairs'), await tx.number('receipts')])).toEqual(['DJ26-000003', 'WX26-000001', 'SJ26-000001'])
  const [entry] = await read<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM entry WHERE id = 1')
  expect(vault.openKey(entry!.data_key).decrypt(entry!.phone_enc, 'entry.phone_enc').toString()).toBe('13800002716')
})

describe('the new tables', () => {
  const order = `INSERT INTO work_order (no, at, day, state, station, tenant_id, fault, content, trade, urgency, due_at, received_by, token)`

  test('refer to what is there, and to nothing that is not', async () => {
    await earlier()
    await upgrade()
    await write(`${order} VALUES ('WX26-000001', 1, '2026-03-12', 'issued', 'A1', 1, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'a')`)
    await expect(write(`${order} VALUES ('WX26-000002', 1, '2026-03-12', 'issued', 'A1', 99, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'b')`)).rejects.toThrow(/FOREIGN KEY/)
    await expect(write(`${order} VALUES ('WX26-000001', 1, '2026-03-12', 'issued', 'A1', 1, '灯不亮', '灯不亮', 'electrical', 'normal', 1, '周晓岚', 'c')`)).rejects.toThrow(/UNIQUE/)
  })

  test('17.R2 a record has one slip in force; a void one gives way', async () => {
    await upgrade()
    const slip = (no: string) => write(`INSERT INTO paid_service (no, at, day, state, station, title, opened_by, for_register, for_id) VALUES (?, 1, '2026-03-12', 'quoted', 'A1', 'x', '周晓岚', 'repairs', 1)`, [no])
    await slip('YC26-000001')
    await expect(slip('YC26-000002')).rejects.toThrow(/UNIQUE/)
    await write(`UPDATE paid_service SET state = 'void'`)
    await slip('YC26-000002')
    expect(await read('SELECT no FROM paid_service ORDER BY id')).toEqual([{ no: 'YC26-000001' }, { no: 'YC26-000002' }])
  })

  test('M1 a receipt is of something, and a price is never below nought', async () => {
    await upgrade()
    await write(`INSERT INTO journal (id, at, day, kind, register, record_id, no, actor, station) VALUES (1, 1, '2026-03-12', 'receipt', 'paid-services', 1, 'SJ26-000001', '周晓岚', 'A1')`)
    await expect(write(`INSERT INTO receipt (no, at, day, station, cashier, payer, subject, register, record_id, record_no, lines, total_fen, payment, journal_id) VALUES ('SJ26-000001', 1, '2026-03-12', 'A1', 'x', 'x', 'x', 'paid-services', 1, 'x', '[]', 0, 'cash', 1)`)).rejects.toThrow(/CHECK/)
    await expect(write(`INSERT INTO price_item (code, category, name, kind, unit, price_fen, valid_from) VALUES ('S-01', '水', 'x', 'labour', '次', -1, '2026-01-01')`)).rejects.toThrow(/CHECK/)
  })
})
